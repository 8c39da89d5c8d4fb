import { useTranslation } from 'react-i18next'
import type { Basket } from '../../../shared/domain/basket.ts'
import { basketUnitCount } from '../../../shared/domain/basket-rules.ts'
import { addRupiah, negateRupiah, rupiah, type Rupiah } from '../../../shared/domain/money.ts'
import type { PricedBasket } from '../../../shared/domain/price-basket.ts'
import { lineTotal, returnedLines, soldLines } from '../../../shared/domain/sale-sums.ts'
import { Money, shownRupiah } from '../../ui/money.tsx'
import { percentText } from './discount-entry.ts'

const Row = ({ label, amount }: { readonly label: string; readonly amount: Rupiah }) => (
  <div className="flex justify-between gap-4">
    <dt className="truncate">{label}</dt>
    <dd>
      <Money amount={amount} />
    </dd>
  </div>
)

/** How the total comes about, where there is more to it than the lines, and the total. */
export const BasketTotals = ({ basket, priced }: { readonly basket: Basket; readonly priced: PricedBasket }) => {
  const { t } = useTranslation('sell')
  const { tax, discount, payable, subtotal } = priced
  const returned = returnedLines(priced)
  const isIncluded = (returned.length < priced.lines.length ? soldLines(priced) : returned).every(
    (line) => line.isTaxIncluded || !line.isTaxed,
  )
  const given = basket.discount
  const isRefund = payable < 0
  const hasParts = discount > 0 || returned.length > 0 || (tax !== null && !isIncluded)
  const label = t(isRefund ? 'basket.refund' : 'basket.total')
  return (
    <div className="flex flex-col gap-1 px-1">
      <dl aria-label={t('basket.totals')} className="flex flex-col text-[15px] text-muted">
        {hasParts && basket.lines.length > 0 ? <Row label={t('basket.subtotal')} amount={subtotal} /> : null}
        {discount > 0 && given !== null ? (
          <Row
            label={t('basket.discount', { percent: given.type === 'percent' ? percentText(given.basisPoints) : '' })}
            amount={negateRupiah(discount)}
          />
        ) : null}
        {returned.length > 0 ? (
          <Row label={t('basket.returned')} amount={addRupiah(...returned.map(lineTotal))} />
        ) : null}
        {tax === null || tax.base === 0 ? null : (
          <Row
            label={t(isIncluded ? 'basket.taxIncluded' : 'basket.taxAdded', {
              rate: percentText(tax.rate.basisPoints),
              base: shownRupiah(tax.base),
            })}
            amount={tax.amount}
          />
        )}
      </dl>
      <div className="flex items-center justify-between gap-4">
        <span className="flex flex-col leading-tight">
          <span className="text-lg font-semibold">{label}</span>
          <span className="whitespace-nowrap text-muted tabular-nums">
            {basket.lines.length === 0 ? null : t('basket.pieces', { count: basketUnitCount(basket) })}
          </span>
        </span>
        <output aria-label={label} className="text-5xl leading-tight font-bold tracking-tight whitespace-nowrap">
          <Money amount={rupiah(Math.abs(payable))} />
        </output>
      </div>
    </div>
  )
}
