import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basket } from '../../../shared/domain/basket.ts'
import { basketTotal } from '../../../shared/domain/basket-rules.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { useTill } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { focusOnMount } from '../../ui/focus-on-mount.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { PaidSummary } from './paid-summary.tsx'
import { PaymentForm } from './payment-form.tsx'
import { EMPTY_PAYMENT, isCovered } from './payment-entry.ts'
import { beginNextSale, closeDialog, useSellStore } from './sell-store.ts'
import { usePayment } from './use-payment.ts'

/** Payment over the basket, and what was paid once it is durable. */
export const PayDialog = () => {
  const isOpen = useSellStore((state) => state.dialog === 'pay')
  const basket = useSellStore((state) => state.basket)
  const paidSale = useSellStore((state) => state.paidSale)
  if (!isOpen || basket === null) return null
  return paidSale === null ? <EnterPaymentDialog basket={basket} /> : <PaidDialog sale={paidSale} />
}

const EnterPaymentDialog = ({ basket }: { readonly basket: Basket }) => {
  const { t } = useTranslation(['sell', 'common'])
  const till = useTill()
  const completeRef = useRef<HTMLButtonElement>(null)
  const [entry, setEntry] = useState(EMPTY_PAYMENT)
  const { phase, pay } = usePayment(till)
  const total = basketTotal(basket)
  const isPaying = phase.type === 'paying'
  const isReady = isCovered(entry, total)
  const complete = () => {
    if (!isReady || isPaying) return
    const tenders = entry.tenders.map(({ method, amount, reference }) => ({ method, amount, reference }))
    void pay(basket, tenders)
  }
  return (
    <Dialog
      title={t('sell:pay.title')}
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
            {isPaying ? t('sell:pay.completing') : t('sell:pay.complete')}
          </Button>
        </>
      }
    >
      <PaymentForm
        entry={entry}
        total={total}
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
      title={t('sell:paid.title')}
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
