import { useState } from 'react'

/** The last value that was there: bridges the moment in which a live query with new arguments has no answer yet. */
export const useLatest = <Value>(value: Value | undefined): Value | undefined => {
  const [latest, setLatest] = useState(value)
  if (value !== undefined && value !== latest) setLatest(value)
  return value ?? latest
}
