import { useCallback, useRef, useState } from 'react'
import type { Basket } from '../../../shared/domain/basket.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import { logError } from '../../app/log.ts'
import { resources } from '../../app/texts/resources.ts'
import type { TenderEntry, Till } from '../../app/till.ts'
import { showPaid } from './sell-dialogs.ts'

export type PaymentPhase =
  | { readonly type: 'entering' }
  | { readonly type: 'paying' }
  | { readonly type: 'refused'; readonly error: ActionableError }

/** Paying usually ends before this: saying so earlier would only flicker, and cost the sale the time to draw it. */
const SLOW_PAYMENT_MS = 80

const unexpected = (error: unknown): ActionableError => ({
  code: 'sell.unexpected',
  message: { id: resources.id.sell.pay.unexpected, en: resources.en.sell.pay.unexpected },
  detail: error instanceof Error ? error.message : String(error),
})

/** The one call that makes a sale. While it runs a second one does nothing; "paid" is only ever shown after it succeeded. */
export const usePayment = (till: Till) => {
  const [phase, setPhase] = useState<PaymentPhase>({ type: 'entering' })
  const isRunning = useRef(false)
  const pay = useCallback(
    async (basket: Basket, tenders: readonly TenderEntry[]) => {
      if (isRunning.current) return
      isRunning.current = true
      const slow = setTimeout(() => setPhase({ type: 'paying' }), SLOW_PAYMENT_MS)
      try {
        const result = await till.pay(basket, tenders)
        if (result.ok) showPaid(result.value, till.openBasket)
        else setPhase({ type: 'refused', error: result.error })
      } catch (error) {
        logError('pay', error)
        setPhase({ type: 'refused', error: unexpected(error) })
      } finally {
        clearTimeout(slow)
        isRunning.current = false
      }
    },
    [till],
  )
  return { phase, pay }
}
