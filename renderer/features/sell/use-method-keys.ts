import { useEffect } from 'react'
import { TENDER_METHODS, type TenderMethod } from '../../../shared/domain/sale.ts'
import { actionFor } from '../../app/keyboard-map.ts'
import { focusedTextField } from '../../app/text-entry.ts'

/** The keys 1 to 5 choose how the buyer pays, 0 records a payment nobody has seen yet: with Alt always, alone where no text is being typed. Null rests them. */
export const useMethodKeys = (
  choose: ((method: TenderMethod) => void) | null,
  recordUnconfirmed: (() => void) | null,
): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || (!event.altKey && focusedTextField() !== null)) return
      const action = actionFor('payment', event.key)
      const method = action === 'method' ? TENDER_METHODS[Number(event.key) - 1] : undefined
      if (method !== undefined && choose !== null) choose(method)
      else if (action === 'unconfirmed' && recordUnconfirmed !== null) recordUnconfirmed()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [choose, recordUnconfirmed])
}
