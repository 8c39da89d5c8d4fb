import { useState } from 'react'

/**
 * The text of a field while somebody types in it, over the value that it shows otherwise. A text that comes back to what
 * stood there before the typing began is no draft: a scanner's keys that are taken out of the field again must not leave
 * an old figure behind, which would overwrite what the scan has counted meanwhile.
 */
export const useDraft = (
  shown: string,
): {
  /** What was typed; null when the field shows its value. */
  readonly draft: string | null
  readonly edit: (text: string) => void
  readonly clear: () => void
} => {
  const [typing, setTyping] = useState<{ readonly text: string; readonly over: string } | null>(null)
  return {
    draft: typing?.text ?? null,
    edit: (text) =>
      setTyping((last) => {
        const over = last?.over ?? shown
        return text === over ? null : { text, over }
      }),
    clear: () => setTyping(null),
  }
}
