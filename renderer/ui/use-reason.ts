import { useState } from 'react'

/** A reason that must be given before something is done: what is typed, whether it was missed, and how to go on. */
export type ReasonEntry = {
  readonly reason: string
  readonly setReason: (reason: string) => void
  /** True once somebody wanted to go on without one, until it is typed. */
  readonly isMissing: boolean
  readonly isPending: boolean
  readonly confirm: () => Promise<void>
}

/** Holds a reason and hands it over, trimmed; without one nothing is done. */
export const useReason = (onConfirm: (reason: string) => Promise<void>): ReasonEntry => {
  const [reason, setReason] = useState('')
  const [wasMissed, setWasMissed] = useState(false)
  const [isPending, setIsPending] = useState(false)
  const given = reason.trim()
  const confirm = async (): Promise<void> => {
    if (given === '') {
      setWasMissed(true)
      return
    }
    setIsPending(true)
    try {
      await onConfirm(given)
    } finally {
      setIsPending(false)
    }
  }
  return { reason, setReason, isMissing: wasMissed && given === '', isPending, confirm }
}
