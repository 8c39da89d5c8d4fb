import { useEffect } from 'react'
import { TENDER_METHODS, type TenderMethod } from '../../../shared/domain/sale.ts'
import { focusedTextField } from '../../app/text-entry.ts'

/** The keys 1 to 4 choose how the buyer pays: with Alt always, alone where no text is being typed. Null rests them. */
export const useMethodKeys = (choose: ((method: TenderMethod) => void) | null): void => {
  useEffect(() => {
    if (choose === null) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      const method = TENDER_METHODS[Number(event.key) - 1]
      if (method === undefined || event.ctrlKey || event.metaKey) return
      if (!event.altKey && focusedTextField() !== null) return
      event.preventDefault()
      choose(method)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [choose])
}
