import { Pencil, Percent, Tag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BasketLine } from '../../../shared/domain/basket.ts'
import { discountOn } from '../../../shared/domain/discount.ts'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { formatQuantity, priceTimes } from '../../../shared/domain/quantity.ts'
import { Money } from '../../ui/money.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { percentText } from './discount-entry.ts'
import { requestForLine } from './sell-dialogs.ts'

type LinePriceProps = {
  readonly line: BasketLine
  readonly shortage: number | null
  readonly isStockGuarded: boolean
  readonly isUntaxed: boolean
}

const ACTION =
  'focus-ring inline-flex h-6.5 w-9 cursor-default items-center justify-center rounded border border-line bg-surface text-ink hover:bg-hover'

/** What stands under the name: the price, what it was, the discount, and marks that want a look. */
export const LinePrice = ({ line, shortage, isStockGuarded, isUntaxed }: LinePriceProps) => {
  const { t } = useTranslation('sell')
  const { item, unitPrice, discount, priceOverride } = line
  const regular = priceOverride === null ? item.regularPrice : item.price
  const off = discountOn(priceTimes(unitPrice, line.quantity), discount)
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      <span className="whitespace-nowrap">
        {regular !== null && regular > unitPrice ? (
          <s className="mr-1.5" aria-label={t('basket.regularPrice', { amount: formatRupiah(regular) })}>
            <Money amount={regular} />
          </s>
        ) : null}
        <Money amount={unitPrice} />
        {item.soldBy === 'weight' ? t('basket.perKilogram') : null}
      </span>
      {discount === null ? null : (
        <span className="inline-flex items-center gap-1 font-medium whitespace-nowrap text-accent">
          <Tag size={14} aria-hidden />
          {t('basket.lineDiscount', {
            discount: discount.type === 'percent' ? `${percentText(discount.basisPoints)} · ` : '',
            amount: formatRupiah(off),
          })}
        </span>
      )}
      {priceOverride === null ? null : (
        <span className="font-medium text-accent" title={`${priceOverride.by}: ${priceOverride.reason}`}>
          {t('basket.priceChanged')}
        </span>
      )}
      {isUntaxed ? <span className="font-medium">{t('basket.untaxed')}</span> : null}
      {shortage === null ? null : (
        <StateBadge tone={isStockGuarded ? 'bad' : 'warn'} className="gap-1 px-2 py-0 text-xs">
          {shortage > 0 ? t('basket.stockLeft', { available: formatQuantity(shortage) }) : null}
          {shortage === 0 ? t('basket.stockOut') : null}
          {shortage < 0 ? t('basket.stockBelow', { available: formatQuantity(-shortage) }) : null}
        </StateBadge>
      )}
    </span>
  )
}

/** The selected line's discount and price, one above the other so that the line keeps its height. */
export const LineActions = ({ line }: { readonly line: BasketLine }) => {
  const { t } = useTranslation('sell')
  const { name } = line.item
  return (
    <span className="flex shrink-0 flex-col gap-0.5">
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('basket.discountOf', { name })}
        title={t('basket.discountOf', { name })}
        className={ACTION}
        onClick={() => requestForLine('line-discount', line.id)}
      >
        <Percent size={14} aria-hidden />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('basket.priceOf', { name })}
        title={t('basket.priceOf', { name })}
        className={ACTION}
        onClick={() => requestForLine('price', line.id)}
      >
        <Pencil size={14} aria-hidden />
      </button>
    </span>
  )
}
