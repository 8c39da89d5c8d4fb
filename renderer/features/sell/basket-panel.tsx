import { useTranslation } from 'react-i18next'
import type { Basket } from '../../../shared/domain/basket.ts'
import { isEmptyBasket } from '../../../shared/domain/basket-rules.ts'
import { rupiah } from '../../../shared/domain/money.ts'
import { shownKeyOf } from '../../app/keyboard-map.ts'
import { useTill } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Money } from '../../ui/money.tsx'
import { BasketHeader } from './basket-header.tsx'
import { BasketLines } from './basket-lines.tsx'
import { BasketTotals } from './basket-totals.tsx'
import { DeliverySummary } from './delivery-summary.tsx'
import { NoteField } from './note-field.tsx'
import { parkOrShow } from './parking.ts'
import { requestBasketDiscount } from './sell-dialogs.ts'
import { useSellStore } from './sell-store.ts'
import { startPayment } from './start-payment.ts'
import { usePricedBasket, useSellingRules } from './use-priced-basket.ts'

/** The open basket: its lines, how the goods leave, the total, and the way to pay. */
export const BasketPanel = () => {
  const { t } = useTranslation('sell')
  const basket = useSellStore((state) => state.basket)
  return basket === null ? <section aria-label={t('basket.region')} /> : <OpenBasketPanel basket={basket} />
}

const OpenBasketPanel = ({ basket }: { readonly basket: Basket }) => {
  const { t } = useTranslation('sell')
  const till = useTill()
  const priced = usePricedBasket(basket, useSellingRules())
  const isEmpty = isEmptyBasket(basket)
  const isRefund = priced.payable < 0
  const payLabel = t(isRefund ? 'basket.payBack' : 'basket.pay')
  return (
    <section
      aria-label={t('basket.region')}
      className="flex min-h-0 flex-col overflow-hidden rounded-panel border border-line bg-surface"
    >
      <BasketHeader basket={basket} isEmpty={isEmpty} />
      {basket.kind === 'delivery' ? <DeliverySummary delivery={basket.delivery} /> : null}
      <BasketLines basket={basket} priced={priced} />
      <footer className="flex flex-col gap-2 border-t border-line bg-canvas p-3">
        <div className="flex gap-2">
          <NoteField note={basket.note} />
          <Button isDisabled={isEmpty} onPress={() => parkOrShow(till)} aria-label={t('parked.park')} className="px-3!">
            {t('parked.parkShort')}
            <Kbd>{shownKeyOf('park')}</Kbd>
          </Button>
          <Button className="px-3!" isDisabled={basket.lines.length === 0} onPress={requestBasketDiscount}>
            {t('basket.discountShort')}
            <Kbd>{shownKeyOf('basketDiscount')}</Kbd>
          </Button>
        </div>
        <BasketTotals basket={basket} priced={priced} />
        <Button
          look="primary"
          size="huge"
          isWide
          isDisabled={isEmpty}
          onPress={startPayment}
          aria-label={payLabel}
          className="justify-between!"
        >
          <span className="flex items-center gap-3">
            {payLabel}
            <Kbd>{shownKeyOf('pay')}</Kbd>
          </span>
          <Money amount={rupiah(Math.abs(priced.payable))} />
        </Button>
      </footer>
    </section>
  )
}
