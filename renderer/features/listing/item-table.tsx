import type { TFunction } from 'i18next'
import { PackageSearch, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../app/till.ts'
import { Age } from '../../ui/age.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Money } from '../../ui/money.tsx'
import { signedCount } from '../../ui/signed-count.ts'

const StockCell = ({ stock }: { readonly stock: ItemRow['stock'] }) => {
  const { t } = useTranslation('listing')
  if (stock === null) return <span className="text-muted">–</span>
  return (
    <span className="flex flex-col">
      <span className={`font-semibold tabular-nums ${stock.available <= 0 ? 'text-bad' : ''}`}>
        {signedCount(stock.available)}
      </span>
      <span className="text-xs text-muted">
        {stock.source === 'file' ? t('stockFromFile') : <Age sinceMs={stock.pulledAtMs} />}
      </span>
    </span>
  )
}

const itemColumns = (t: TFunction<'listing'>): readonly Column<ItemRow>[] => [
  {
    id: 'name',
    header: t('column.name'),
    width: 'minmax(0, 3fr)',
    cell: ({ item }) => (
      <span className="flex flex-col">
        <span title={item.name} className="truncate font-medium">
          {item.name}
        </span>
        <span className="truncate text-sm text-muted">{item.category}</span>
      </span>
    ),
  },
  {
    id: 'codes',
    header: `${t('column.sku')} / ${t('column.barcode')}`,
    width: 'minmax(0, 2fr)',
    cell: ({ item }) => (
      <span className="flex flex-col select-text">
        <span className="truncate">{item.sku}</span>
        <span className="truncate text-sm text-muted">{item.barcodes.join(', ')}</span>
      </span>
    ),
  },
  {
    id: 'price',
    header: t('column.price'),
    width: '120px',
    align: 'end',
    cell: ({ item }) => <Money amount={item.price} className="text-lg font-semibold" />,
  },
  {
    id: 'stock',
    header: t('column.stock'),
    width: '120px',
    align: 'end',
    cell: ({ stock }) => <StockCell stock={stock} />,
  },
]

/** The items found, with price and stock. */
export const ItemTable = ({ rows, query }: { readonly rows: readonly ItemRow[]; readonly query: string }) => {
  const { t } = useTranslation('listing')
  return (
    <DataTable
      label={t('list')}
      rows={rows}
      rowId={({ item }) => item.sku}
      rowHeightPx={56}
      columns={itemColumns(t)}
      empty={
        query === '' ? (
          <EmptyState icon={<Upload size={44} aria-hidden />} title={t('empty')}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <EmptyState icon={<PackageSearch size={44} aria-hidden />} title={t('noMatch', { query })}>
            {t('noMatchHint')}
          </EmptyState>
        )
      }
    />
  )
}
