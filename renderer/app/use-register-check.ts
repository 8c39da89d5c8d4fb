import { useEffect, useState } from 'react'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { useAppStatus } from './app-status.ts'
import { logError } from './log.ts'

/** A number under this register's code that another register made. */
export type TakenCode = { readonly code: string; readonly number: string }

/** A second register may begin later in the day. */
const ASKED_AGAIN_MS = 30 * 60_000

/**
 * Asks the services once a link is up whether another register uses this one's code, for a new code and every half hour. Null while
 * nothing of the kind is known.
 */
export const useRegisterCheck = (bridge: Bridge, code: string | undefined): TakenCode | null => {
  const isUp = useAppStatus(({ status }) => status?.links.some((link) => link.state === 'up') ?? false)
  const [checked, setChecked] = useState<{
    readonly code: string
    readonly round: number
    readonly taken: TakenCode | null
  } | null>(null)
  const [round, setRound] = useState(0)
  const isKnown = checked !== null && checked.code === code && checked.round === round
  useEffect(() => {
    const timer = setInterval(() => setRound((count) => count + 1), ASKED_AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  useEffect(() => {
    if (code === undefined || !isUp || isKnown) return undefined
    let isCurrent = true
    const check = async (): Promise<void> => {
      const answer = await bridge.checkRegisterCode({ code })
      if (!isCurrent || answer.verdict === 'unknown') return
      setChecked({ code, round, taken: answer.verdict === 'taken' ? { code, number: answer.number } : null })
    }
    check().catch((error: unknown) => logError('register-check', error))
    return () => {
      isCurrent = false
    }
  }, [bridge, code, isUp, isKnown, round])
  // What was found stays on the screen while it is asked again.
  return checked !== null && checked.code === code ? checked.taken : null
}
