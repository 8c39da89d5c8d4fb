import { type RefObject, useEffect, useRef } from 'react'

/** A ref for the field of a dialog that is asked for first: it gets the focus when the dialog opens. */
export const useFirstFocus = (): RefObject<HTMLInputElement | null> => {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
