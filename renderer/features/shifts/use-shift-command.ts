import type { Result } from '../../../shared/domain/result.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import { useState } from 'react'
import { useBilingual } from '../../app/use-bilingual.ts'

/** Runs one command at a time and keeps what it was refused for, in the language on the screen. */
export const useShiftCommand = () => {
  const say = useBilingual()
  const [isPending, setIsPending] = useState(false)
  const [error, setError] = useState<ActionableError | null>(null)
  const run = async <Value>(
    command: () => Promise<Result<Value, ActionableError>>,
    onDone: (value: Value) => void,
  ): Promise<void> => {
    if (isPending) return
    setIsPending(true)
    setError(null)
    try {
      const result = await command()
      if (result.ok) onDone(result.value)
      else setError(result.error)
    } finally {
      setIsPending(false)
    }
  }
  return { run, isPending, problem: error === null ? null : say(error.message), clear: () => setError(null) }
}
