import { useEffect, useState } from 'react'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { useAppStatus } from './app-status.ts'
import { logError } from './log.ts'

/** A number under this register's code that another register made. */
export type TakenCode = { readonly code: string; readonly number: string }

/**
 * Asks the services once a link is up whether another register uses this one's code, and again for a new code. Null while
 * nothing of the kind is known.
 */
export const useRegisterCheck = (bridge: Bridge, code: string | undefined): TakenCode | null => {
  const isUp = useAppStatus(({ status }) => status?.links.some((link) => link.state === 'up') ?? false)
  const [checked, setChecked] = useState<{ readonly code: string; readonly taken: TakenCode | null } | null>(null)
  const isKnown = checked?.code === code
  useEffect(() => {
    if (code === undefined || !isUp || isKnown) return undefined
    let isCurrent = true
    const check = async (): Promise<void> => {
      const answer = await bridge.checkRegisterCode({ code })
      if (!isCurrent || answer.verdict === 'unknown') return
      setChecked({ code, taken: answer.verdict === 'taken' ? { code, number: answer.number } : null })
    }
    check().catch((error: unknown) => logError('register-check', error))
    return () => {
      isCurrent = false
    }
  }, [bridge, code, isUp, isKnown])
  return isKnown ? (checked?.taken ?? null) : null
}
