import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basket } from '../../../shared/domain/basket.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { documentTypeOf } from '../../../shared/domain/sale-sums.ts'
import { useTill } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { focusOnMount } from '../../ui/focus-on-mount.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PaidSummary } from './paid-summary.tsx'
import { PaymentForm } from './payment-form.tsx'
import { type Bill, isCovered, isRefund, openPayment } from './payment-entry.ts'
import { beginNextSale, closeDialog } from './sell-dialogs.ts'
import { useSellStore } from './sell-store.ts'
import { usePayment } from './use-payment.ts'
import { usePaymentTerms } from './use-payment-terms.ts'
import { usePricedBasket, useSellingRules } from './use-priced-basket.ts'

/** Payment over the basket, and what was paid once it is durable. */
export const PayDialog = () => {
  const isOpen = useSellStore((state) => state.dialog === 'pay')
  const basket = useSellStore((state) => state.basket)
  const paidSale = useSellStore((state) => state.paidSale)
  if (!isOpen || basket === null) return null
  return paidSale === null ? <PricedPaymentDialog basket={basket} /> : <PaidDialog sale={paidSale} />
}

/** Nothing is asked before it is known how the basket may be paid. */
const PricedPaymentDialog = ({ basket }: { readonly basket: Basket }) => {
  const { t } = useTranslation(['sell', 'common'])
  const rules = useSellingRules()
  const priced = usePricedBasket(basket, rules)
  const reading = usePaymentTerms(basket, priced, rules.cashRounding)
  if (reading.type === 'reading') return null
  if (reading.type === 'ready') {
    return <EnterPaymentDialog basket={basket} bill={{ payable: priced.payable, terms: reading.terms }} />
  }
  return (
    <Dialog title={t('sell:pay.title')} isOpen onClose={closeDialog} closeLabel={t('common:close')}>
      <Notice tone="bad" title={t('sell:pay.noHistory', { number: basket.returns?.of.number ?? '' })} />
    </Dialog>
  )
}

const EnterPaymentDialog = ({ basket, bill }: { readonly basket: Basket; readonly bill: Bill }) => {
  const { t } = useTranslation(['sell', 'common'])
  const till = useTill()
  const completeRef = useRef<HTMLButtonElement>(null)
  const [entry, setEntry] = useState(() => openPayment(bill))
  const { phase, pay } = usePayment(till)
  useEffect(() => {
    till.expectPayment(basket)
  }, [till, basket])
  const isPaying = phase.type === 'paying'
  const isReady = isCovered(entry, bill)
  const complete = () => {
    if (!isReady || isPaying) return
    const tenders = entry.tenders.map(({ method, amount, reference, isConfirmed }) => ({
      method,
      amount,
      reference,
      isConfirmed,
    }))
    void pay(basket, tenders)
  }
  return (
    <Dialog
      title={t(isRefund(bill) ? 'sell:refund.title' : 'sell:pay.title')}
      size="wide"
      isOpen
      onClose={isPaying ? null : closeDialog}
      closeLabel={t('common:close')}
      actions={
        <>
          <Button size="large" isDisabled={isPaying} onPress={closeDialog}>
            {t('common:back')}
            <Kbd>Esc</Kbd>
          </Button>
          <Button
            ref={completeRef}
            look="primary"
            size="large"
            className="min-w-90"
            isDisabled={!isReady}
            isPending={isPaying}
            onPress={complete}
          >
            {isPaying ? t('sell:pay.completing') : t(isRefund(bill) ? 'sell:refund.complete' : 'sell:pay.complete')}
          </Button>
        </>
      }
    >
      <PaymentForm
        entry={entry}
        bill={bill}
        isDisabled={isPaying}
        failure={phase.type === 'refused' ? phase.error : null}
        onChange={setEntry}
        onCovered={() => requestAnimationFrame(() => completeRef.current?.focus())}
      />
    </Dialog>
  )
}

const PaidDialog = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation(['sell', 'common'])
  return (
    <Dialog
      title={t(`sell:paid.titleOf.${documentTypeOf(sale)}`)}
      isOpen
      onClose={beginNextSale}
      closeLabel={t('common:close')}
      actions={
        <Button look="primary" size="large" isWide ref={focusOnMount} onPress={beginNextSale}>
          {t('sell:paid.newSale')}
          <Kbd>Enter</Kbd>
        </Button>
      }
    >
      <PaidSummary sale={sale} />
    </Dialog>
  )
}
