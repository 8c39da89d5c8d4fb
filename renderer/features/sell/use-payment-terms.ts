import { useEffect, useMemo, useState } from 'react'
import type { Basket } from '../../../shared/domain/basket.ts'
import type { CashRounding } from '../../../shared/domain/cash-rounding.ts'
import type { PricedBasket } from '../../../shared/domain/price-basket.ts'
import { paymentTermsOf } from '../../../shared/domain/price-sale.ts'
import type { SaleHistory } from '../../../shared/domain/return-line.ts'
import type { PaymentTerms } from '../../../shared/domain/settle-payment.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'

export type TermsReading =
  | { readonly type: 'reading' }
  /** The sale from which goods come back is not at this till. */
  | { readonly type: 'missing' }
  | { readonly type: 'ready'; readonly terms: PaymentTerms }

/** How the basket may be paid or paid back; known at once unless goods come back, whose sale has to be read. */
export const usePaymentTerms = (basket: Basket, priced: PricedBasket, rounding: CashRounding): TermsReading => {
  const till = useTill()
  const saleId = basket.returns?.of.saleId ?? null
  const [read, setRead] = useState<{ readonly saleId: string; readonly history: SaleHistory | null } | null>(null)
  useEffect(() => {
    if (saleId === null) return undefined
    let isCurrent = true
    till
      .readHistory(saleId)
      .then((history) => (isCurrent ? setRead({ saleId, history }) : undefined))
      .catch((error: unknown) => {
        logError('history', error)
        if (isCurrent) setRead({ saleId, history: null })
      })
    return () => {
      isCurrent = false
    }
  }, [till, saleId])
  return useMemo((): TermsReading => {
    if (saleId === null) return { type: 'ready', terms: paymentTermsOf(priced, rounding, null) }
    if (read?.saleId !== saleId) return { type: 'reading' }
    if (read.history === null) return { type: 'missing' }
    return { type: 'ready', terms: paymentTermsOf(priced, rounding, read.history) }
  }, [saleId, read, priced, rounding])
}
