import type { TFunction } from 'i18next'
import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../shared/domain/quantity.ts'
import type { HeldInvoice, HeldOrder, HeldStock } from '../../../shared/ipc/practice.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Money } from '../../ui/money.tsx'
import { signedCount } from '../../ui/signed-count.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'

/** What stands in an empty table of the services. */
export const Nothing = ({ title, hint }: { readonly title: string; readonly hint?: string }) => {
  const { t } = useTranslation('practice')
  return (
    <EmptyState icon={<Inbox size={44} aria-hidden />} title={title}>
      {hint ?? t('noneHint')}
    </EmptyState>
  )
}

/** Goods in one line of text. */
export const linesText = (lines: readonly { readonly sku: string; readonly quantity: number }[]): string =>
  lines.map((line) => `${formatQuantity(line.quantity)}× ${line.sku}`).join(', ')

/** A number, marked when the service holds it more than once. */
export const NumberCell = ({ number, isDoubled }: { readonly number: string; readonly isDoubled: boolean }) => {
  const { t } = useTranslation('practice')
  return (
    <span className="flex items-center gap-2">
      <span className="truncate font-semibold select-text">{number}</span>
      {isDoubled ? <StateBadge tone="bad">{t('doubled')}</StateBadge> : null}
    </span>
  )
}

const orderColumns = (t: TFunction<'practice'>, doubled: ReadonlySet<string>): readonly Column<HeldOrder>[] => [
  {
    id: 'reference',
    header: t('column.reference'),
    width: 'minmax(148px, 1fr)',
    cell: (order) => <NumberCell number={order.reference} isDoubled={doubled.has(order.reference)} />,
  },
  { id: 'status', header: t('column.status'), width: '132px', cell: (order) => order.status },
  {
    id: 'lines',
    header: t('column.lines'),
    width: 'minmax(0, 2fr)',
    cell: (order) => (
      <span title={linesText(order.lines)} className="text-sm text-muted">
        {linesText(order.lines)}
      </span>
    ),
  },
  {
    id: 'total',
    header: t('column.total'),
    width: '120px',
    align: 'end',
    cell: (order) => <Money amount={order.total} className="font-semibold" />,
  },
]

/** The orders as Forstok sees them. */
export const OrdersTable = ({
  orders,
  doubled,
}: {
  readonly orders: readonly HeldOrder[]
  readonly doubled: ReadonlySet<string>
}) => {
  const { t } = useTranslation('practice')
  return (
    <DataTable
      label={t('ordersList')}
      rows={orders}
      rowId={(order) => order.id}
      empty={<Nothing title={t('noOrders')} />}
      columns={orderColumns(t, doubled)}
    />
  )
}

const invoiceColumns = (t: TFunction<'practice'>, doubled: ReadonlySet<string>): readonly Column<HeldInvoice>[] => [
  {
    id: 'number',
    header: t('column.number'),
    width: 'minmax(148px, 1fr)',
    cell: (invoice) => <NumberCell number={invoice.number} isDoubled={doubled.has(invoice.number)} />,
  },
  {
    id: 'customer',
    header: t('column.customer'),
    width: '84px',
    cell: (invoice) => <span className="text-sm">{invoice.customerNo}</span>,
  },
  {
    id: 'lines',
    header: `${t('column.lines')} / ${t('column.receipts')}`,
    width: 'minmax(0, 3fr)',
    cell: (invoice) => {
      const receipts = invoice.receipts.map((receipt) => `${receipt.number} (${receipt.bankNo})`).join(', ')
      return (
        <span className="flex flex-col text-sm text-muted">
          <span title={linesText(invoice.lines)} className="truncate">
            {linesText(invoice.lines)}
          </span>
          <span title={receipts} className="truncate">
            {receipts === '' ? '–' : receipts}
          </span>
        </span>
      )
    },
  },
  {
    id: 'total',
    header: t('column.total'),
    width: '124px',
    align: 'end',
    cell: (invoice) => <Money amount={invoice.total} className="font-semibold" />,
  },
  {
    id: 'outstanding',
    header: t('column.outstanding'),
    width: '96px',
    align: 'end',
    cell: (invoice) => (
      <Money amount={invoice.outstanding} className={invoice.outstanding === 0 ? 'text-muted' : 'text-warn'} />
    ),
  },
]

/** The invoices as Accurate sees them, with the receipts that pay them. */
export const InvoicesTable = ({
  invoices,
  doubled,
}: {
  readonly invoices: readonly HeldInvoice[]
  readonly doubled: ReadonlySet<string>
}) => {
  const { t } = useTranslation('practice')
  return (
    <DataTable
      label={t('invoicesList')}
      rows={invoices}
      rowId={(invoice) => invoice.id}
      rowHeightPx={60}
      empty={<Nothing title={t('noInvoices')} />}
      columns={invoiceColumns(t, doubled)}
    />
  )
}

const figureColumn = (t: TFunction<'practice'>, id: 'onHand' | 'reserved' | 'available'): Column<HeldStock> => ({
  id,
  header: t(`column.${id}`),
  width: '120px',
  align: 'end',
  cell: (row: HeldStock) => (
    <span className={`tabular-nums ${row[id] < 0 ? 'font-semibold text-bad' : ''}`}>{signedCount(row[id])}</span>
  ),
})

const stockColumns = (t: TFunction<'practice'>): readonly Column<HeldStock>[] => [
  { id: 'sku', header: t('column.sku'), width: 'minmax(0, 1fr)', cell: (row) => row.sku },
  figureColumn(t, 'onHand'),
  figureColumn(t, 'reserved'),
  figureColumn(t, 'available'),
]

/** The stock as Forstok sees it. */
export const StockTable = ({ stock }: { readonly stock: readonly HeldStock[] }) => {
  const { t } = useTranslation('practice')
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const rows = wanted === '' ? stock : stock.filter((row) => row.sku.toLowerCase().includes(wanted))
  return (
    <>
      <div className="border-b border-line p-3">
        <SearchField
          label={t('searchStock')}
          clearLabel={t('clearSearch')}
          placeholder={t('searchStock')}
          value={query}
          onChange={setQuery}
        />
      </div>
      <DataTable
        label={t('stockList')}
        rows={rows}
        rowId={(row) => row.sku}
        rowHeightPx={44}
        empty={<Nothing title={t('noStock')} />}
        columns={stockColumns(t)}
      />
    </>
  )
}
