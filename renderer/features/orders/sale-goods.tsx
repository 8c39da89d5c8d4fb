import { MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatThousands } from '../../../shared/domain/money.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { Money } from '../../ui/money.tsx'
import { addressLinesOf, countUnits } from './sale-summary.ts'

/** The lines of a sale with its total, as frozen at payment. */
export const SaleLines = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation('orders')
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
        {sale.lines.map((line) => (
          <tr key={`${line.sku}/${line.unitPrice}`} className="border-b border-line align-top">
            <td className="py-2">
              <span className="block wrap-anywhere">{line.name}</span>
              <span className="block text-sm text-muted">{line.sku}</span>
            </td>
            <td className="py-2 pl-3 text-right tabular-nums">{formatThousands(line.quantity)}</td>
            <td className="py-2 pl-3 text-right">
              <Money amount={line.unitPrice} />
              {line.regularPrice === line.unitPrice ? null : (
                <span className="block text-sm whitespace-nowrap text-muted">
                  {t('regularPrice', { price: formatThousands(line.regularPrice) })}
                </span>
              )}
            </td>
            <td className="py-2 pl-3 text-right">
              <Money amount={line.amount} className="font-medium" />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="pt-2.5 text-left text-lg font-semibold">
            {t('total')}
          </th>
          <td colSpan={2} className="pt-2.5 pl-3 text-right text-sm text-muted">
            {t('units', { count: countUnits(sale.lines) })}
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
export const SalePayments = ({ sale }: { readonly sale: Sale }) => {
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
          </dt>
          <dd>
            <Money amount={tender.amount} />
          </dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 text-muted">
        <dt>{t('change')}</dt>
        <dd>
          <Money amount={sale.change} />
        </dd>
      </div>
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
