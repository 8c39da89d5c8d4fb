import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { basketTotal, basketUnitCount } from '../../../shared/domain/basket-rules.ts'
import { shownKeyOf } from '../../app/keyboard-map.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Money } from '../../ui/money.tsx'
import { BasketLines } from './basket-lines.tsx'
import { DeliverySummary } from './delivery-summary.tsx'
import { KindChoice } from './kind-choice.tsx'
import { NoteField } from './note-field.tsx'
import { requestClear, requestPayment, useSellStore } from './sell-store.ts'

/** The open basket: its lines, how the goods leave, the total, and the way to pay. */
export const BasketPanel = () => {
  const { t } = useTranslation('sell')
  const basket = useSellStore((state) => state.basket)
  if (basket === null) return <section aria-label={t('basket.region')} />
  const isEmpty = basket.lines.length === 0
  const total = basketTotal(basket)
  return (
    <section
      aria-label={t('basket.region')}
      className="flex min-h-0 flex-col overflow-hidden rounded-panel border border-line bg-surface"
    >
      <header className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
        <h2 className="text-lg font-semibold">{t('basket.region')}</h2>
        <KindChoice kind={basket.kind} />
        <IconButton
          label={t('basket.clear')}
          icon={<Trash2 size={20} aria-hidden />}
          isDisabled={isEmpty}
          onPress={requestClear}
        />
      </header>
      {basket.kind === 'delivery' ? <DeliverySummary delivery={basket.delivery} /> : null}
      <BasketLines lines={basket.lines} />
      <footer className="flex flex-col gap-2 border-t border-line bg-canvas p-3">
        <NoteField note={basket.note} />
        <div className="flex items-center justify-between gap-4 px-1">
          <span className="flex flex-col leading-tight">
            <span className="text-lg font-semibold">{t('basket.total')}</span>
            <span className="whitespace-nowrap text-muted tabular-nums">
              {isEmpty ? null : t('basket.pieces', { count: basketUnitCount(basket) })}
            </span>
          </span>
          <output
            aria-label={t('basket.total')}
            className="text-5xl leading-tight font-bold tracking-tight whitespace-nowrap"
          >
            <Money amount={total} />
          </output>
        </div>
        <Button
          look="primary"
          size="huge"
          isWide
          isDisabled={isEmpty}
          onPress={requestPayment}
          aria-label={t('basket.pay')}
          className="justify-between!"
        >
          <span className="flex items-center gap-3">
            {t('basket.pay')}
            <Kbd>{shownKeyOf('pay')}</Kbd>
          </span>
          <Money amount={total} />
        </Button>
      </footer>
    </section>
  )
}
