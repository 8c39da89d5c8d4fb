import { type RefObject, useEffect } from 'react'
import { type SellFocus, useSellStore } from './sell-store.ts'

/** Moves the focus to an element each time the store wishes it there, and once when it appears if that is the last wish. */
export const useFocusWish = (target: SellFocus, ref: RefObject<HTMLElement | null>): void => {
  const count = useSellStore((state) => (state.focus.target === target ? state.focus.count : null))
  useEffect(() => {
    if (count === null) return undefined
    // A dialog that is closing gives the focus back in this frame; the wish comes after it.
    const frame = requestAnimationFrame(() => {
      // A field that has the focus already is entered anew: its text is selected again.
      if (target === 'quantity' && document.activeElement === ref.current) ref.current?.blur()
      ref.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [count, ref, target])
}
