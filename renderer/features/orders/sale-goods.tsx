import { Check, MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatThousands, negateRupiah, rupiah } from '../../../shared/domain/money.ts'
import { formatQuantity } from '../../../shared/domain/quantity.ts'
import { documentTypeOf, lineGross } from '../../../shared/domain/sale-sums.ts'
import type { Sale, SaleLine } from '../../../shared/domain/sale.ts'
import type { TenderConfirmation } from '../../../shared/ipc/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Money, shownRupiah } from '../../ui/money.tsx'
import { signedCount } from '../../ui/signed-count.ts'
import { addressLinesOf, countReturnedUnits, countUnits } from './sale-summary.ts'

const sumOf = (lines: readonly SaleLine[], amountOf: (line: SaleLine) => number): number =>
  lines.reduce((sum, line) => sum + amountOf(line), 0)

/** What the line came to after its own discount; the basket's stands below. */
const shownAmount = (line: SaleLine) => rupiah(lineGross(line) - line.lineDiscount)

const SumRow = ({
  label,
  amount,
  isAlwaysShown = false,
}: {
  readonly label: string
  readonly amount: Sale['total']
  readonly isAlwaysShown?: boolean
}) =>
  amount === 0 && !isAlwaysShown ? null : (
    <tr className="text-muted">
      <th scope="row" colSpan={3} className="pt-1.5 text-left font-normal">
        {label}
      </th>
      <td className="pt-1.5 pl-3 text-right">
        <Money amount={amount} />
      </td>
    </tr>
  )

/** The lines of a sale with its sums, as frozen at payment. */
export const SaleLines = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation('orders')
  // Two lines of a sale may be alike in everything but their place, and a paid sale never changes.
  const lineKeys = sale.lines.map((line, place) => `${place}/${line.sku}`)
  const isTaxOnTop = sale.lines.some((line) => line.tax !== 0 && !line.isTaxIncluded)
  return (
    <table aria-label={t('lines')} className="w-full border-collapse">
      <thead>
        <tr className="border-b border-line text-left text-sm text-muted">
          <th scope="col" className="py-1.5 font-semibold">
            {t('lines')}
          </th>
          <th scope="col" className="py-1.5 pl-3 text-right font-semibold">
            {t('quantity')}
          </th>
          <th scope="col" className="py-1.5 pl-3 text-right font-semibold">
            {t('price')}
          </th>
          <th scope="col" className="py-1.5 pl-3 text-right font-semibold">
            {t('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sale.lines.map((line, place) => (
          <tr key={lineKeys[place]} className="border-b border-line align-top">
            <td className="py-2">
              <span className="block wrap-anywhere">{line.name}</span>
              <span className="block text-sm text-muted">{line.sku}</span>
              {line.returned === null ? null : (
                <span className="block text-sm text-warn">
                  {t('returnedBecause', {
                    reason: line.returned.reason,
                    restocked: formatQuantity(line.returned.restocked),
                  })}
                </span>
              )}
              {line.priceOverride === null ? null : (
                <span className="block text-sm text-muted">
                  {t('overriddenBy', { by: line.priceOverride.by, reason: line.priceOverride.reason })}
                </span>
              )}
            </td>
            <td className="py-2 pl-3 text-right whitespace-nowrap tabular-nums">
              {formatQuantity(line.quantity).replace(/^-/u, '−')}
              {line.soldBy === 'weight' ? ' kg' : ''}
            </td>
            <td className="py-2 pl-3 text-right">
              <Money amount={line.unitPrice} />
              {line.regularPrice === line.unitPrice ? null : (
                <span className="block text-sm whitespace-nowrap text-muted">
                  {t('regularPrice', { price: formatThousands(line.regularPrice) })}
                </span>
              )}
            </td>
            <td className="py-2 pl-3 text-right">
              <Money amount={shownAmount(line)} className="font-medium" />
              {line.lineDiscount === 0 ? null : (
                <span className="block text-sm whitespace-nowrap text-muted">
                  {t('lineDiscount', { amount: shownRupiah(negateRupiah(line.lineDiscount)) })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <SumRow label={t('basketDiscount')} amount={rupiah(-sumOf(sale.lines, (line) => line.basketDiscount))} />
        {sale.tax === null ? null : (
          <SumRow
            isAlwaysShown
            label={t(isTaxOnTop ? 'taxOnTop' : 'taxIncluded', { base: signedCount(sale.tax.base) })}
            amount={sale.tax.amount}
          />
        )}
        <SumRow label={t('rounding')} amount={sale.rounding} />
        <tr>
          <th scope="row" className="pt-2.5 text-left text-lg font-semibold">
            {t('total')}
          </th>
          <td colSpan={2} className="pt-2.5 pl-3 text-right text-sm text-muted">
            {documentTypeOf(sale) === 'return'
              ? t('unitsBack', { count: countReturnedUnits(sale.lines) })
              : t('units', { count: countUnits(sale.lines) })}
          </td>
          <td className="pt-2.5 pl-3 text-right">
            <Money amount={sale.total} className="text-xl font-bold" />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

/** What the buyer handed over, by tender, and the change. */
export const SalePayments = ({
  sale,
  confirmations,
  onConfirm,
}: {
  readonly sale: Sale
  readonly confirmations: readonly TenderConfirmation[]
  /** Somebody has seen the payment arrive; null where that cannot be said. */
  readonly onConfirm: ((tenderIndex: number) => void) | null
}) => {
  const { t } = useTranslation('orders')
  // Two tenders of a sale may be alike in everything but their place, and a paid sale never changes.
  const tenderKeys = sale.tenders.map((tender, place) => `${place}/${tender.method}`)
  return (
    <dl aria-label={t('payments')} className="flex flex-col gap-1">
      {sale.tenders.map((tender, index) => (
        <div key={tenderKeys[index]} className="flex justify-between gap-4">
          <dt>
            {t(`tender.${tender.method}`)}
            {tender.reference === null ? null : (
              <span className="pl-2 text-sm wrap-anywhere text-muted select-text">{tender.reference}</span>
            )}
            {tender.isConfirmed ? null : confirmations.some((each) => each.tenderIndex === index) ? (
              <span className="pl-2 text-sm text-good">{t('confirmed')}</span>
            ) : (
              <span className="flex flex-wrap items-center gap-2 pt-1 text-sm text-warn">
                {t('unconfirmed')}
                {onConfirm === null ? null : (
                  <Button icon={<Check size={18} aria-hidden />} onPress={() => onConfirm(index)}>
                    {t('confirm')}
                  </Button>
                )}
              </span>
            )}
          </dt>
          <dd>
            <Money amount={tender.amount} />
          </dd>
        </div>
      ))}
      {sale.total < 0 ? null : (
        <div className="flex justify-between gap-4 text-muted">
          <dt>{t('change')}</dt>
          <dd>
            <Money amount={sale.change} />
          </dd>
        </div>
      )}
    </dl>
  )
}

/** Where a delivery goes and with whom. */
export const SaleDelivery = ({ delivery }: { readonly delivery: NonNullable<Sale['delivery']> }) => {
  const { t } = useTranslation('orders')
  return (
    <section aria-label={t('shipTo')} className="flex gap-3 rounded-control bg-sunken px-3 py-2.5">
      <MapPin size={20} aria-hidden className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0 text-sm wrap-anywhere select-text">
        <p className="text-base font-semibold">
          {delivery.recipientName} <span className="font-normal text-muted tabular-nums">{delivery.phone}</span>
        </p>
        {addressLinesOf(delivery).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="pt-1 font-medium">
          {t('courier', { courier: delivery.courier })} ·{' '}
          {delivery.awb === null ? t('awbLater') : t('awb', { awb: delivery.awb })}
        </p>
        {delivery.note === '' ? null : (
          <p className="text-muted">
            {t('note')}: {delivery.note}
          </p>
        )}
      </div>
    </section>
  )
}
