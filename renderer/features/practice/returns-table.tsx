import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { addRupiah, formatRupiah, subtractRupiah } from '../../../shared/domain/money.ts'
import type { HeldReturn } from '../../../shared/ipc/practice.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Money } from '../../ui/money.tsx'
import { linesText, Nothing, NumberCell } from './holdings-tables.tsx'

/** Where the goods went is told where they went to several places. */
const goodsText = ({ lines }: HeldReturn): string =>
  new Set(lines.map((line) => line.warehouseName)).size > 1
    ? lines.map((line) => `${linesText([line])} (${line.warehouseName})`).join(', ')
    : linesText(lines)

/** How what is owed to the buyer was settled: money given back, and what paid for goods in exchange. */
const settlementText = (t: TFunction<'practice'>, { total, outstanding, refunds }: HeldReturn): string => {
  const givenBack = addRupiah(...refunds.map((refund) => refund.amount))
  const setOff = subtractRupiah(total, addRupiah(outstanding, givenBack))
  const parts = [
    ...(setOff > 0 ? [t('setOff', { amount: formatRupiah(setOff) })] : []),
    ...refunds.map((refund) => `${refund.number} (${refund.bankNo})`),
  ]
  return parts.length === 0 ? '–' : parts.join(', ')
}

const returnColumns = (t: TFunction<'practice'>, doubled: ReadonlySet<string>): readonly Column<HeldReturn>[] => [
  {
    id: 'number',
    header: t('column.number'),
    width: 'minmax(148px, 1fr)',
    cell: (held) => <NumberCell number={held.number} isDoubled={doubled.has(held.number)} />,
  },
  { id: 'invoice', header: t('column.invoice'), width: '132px', cell: (held) => held.invoiceNumber ?? '–' },
  {
    id: 'lines',
    header: `${t('column.lines')} / ${t('column.settledBy')}`,
    width: 'minmax(0, 3fr)',
    cell: (held) => (
      <span className="flex flex-col text-sm text-muted">
        <span title={goodsText(held)} className="truncate">
          {goodsText(held)}
        </span>
        <span title={settlementText(t, held)} className="truncate">
          {settlementText(t, held)}
        </span>
      </span>
    ),
  },
  {
    id: 'total',
    header: t('column.total'),
    width: '112px',
    align: 'end',
    cell: (held) => <Money amount={held.total} className="font-semibold" />,
  },
  {
    id: 'outstanding',
    header: t('column.outstanding'),
    width: '96px',
    align: 'end',
    cell: (held) => <Money amount={held.outstanding} className={held.outstanding === 0 ? 'text-muted' : 'text-warn'} />,
  },
]

/** The returns as Accurate sees them, with the receipts that gave the money back. */
export const ReturnsTable = ({
  returns,
  doubled,
}: {
  readonly returns: readonly HeldReturn[]
  readonly doubled: ReadonlySet<string>
}) => {
  const { t } = useTranslation('practice')
  return (
    <DataTable
      label={t('returnsList')}
      rows={returns}
      rowId={(held) => held.id}
      rowHeightPx={60}
      empty={<Nothing title={t('noReturns')} hint={t('noReturnsHint')} />}
      columns={returnColumns(t, doubled)}
    />
  )
}
