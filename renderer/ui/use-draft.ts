import { useState } from 'react'

type Typing = {
  readonly text: string
  /** What stood there before the typing began. */
  readonly over: string
  /** What the field showed when the last key came. */
  readonly seen: string
  /** What the field will show by what the last key has put through; null when it put nothing through. */
  readonly puts: string | null
}

/**
 * The text of a field while somebody types in it, over the value that it shows otherwise. A text that comes back to what
 * stood there before the typing began is no draft: a scanner's keys that are taken out of the field again must not leave
 * an old figure behind, which would overwrite what the scan has counted meanwhile. For the same reason a draft that was put
 * through ends when the value then becomes another one.
 */
export const useDraft = (
  shown: string,
): {
  /** What was typed; null when the field shows its value. */
  readonly draft: string | null
  /** `puts`: the text of the value that this key has put through, for fields that do so with every key. */
  readonly edit: (text: string, puts?: string | null) => void
  readonly clear: () => void
} => {
  const [typing, setTyping] = useState<Typing | null>(null)
  const isOvertaken = typing !== null && typing.puts !== null && shown !== typing.puts && shown !== typing.seen
  if (isOvertaken) setTyping(null)
  return {
    draft: isOvertaken ? null : (typing?.text ?? null),
    edit: (text, puts = null) =>
      setTyping((last) => {
        const over = last?.over ?? shown
        return text === over ? null : { text, over, seen: shown, puts }
      }),
    clear: () => setTyping(null),
  }
}
