import type { TFunction } from 'i18next'
import { PackageSearch, Printer, Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../../shared/domain/item.ts'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { formatQuantity } from '../../../shared/domain/quantity.ts'
import type { ItemRow } from '../../app/till.ts'
import { Age } from '../../ui/age.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Money } from '../../ui/money.tsx'
import { itemFacts } from './item-facts.ts'

const StockCell = ({ stock }: { readonly stock: ItemRow['stock'] }) => {
  const { t } = useTranslation('listing')
  if (stock === null) return <span className="text-muted">–</span>
  return (
    <span className="flex flex-col">
      <span className={`font-semibold tabular-nums ${stock.available <= 0 ? 'text-bad' : ''}`}>
        {formatQuantity(stock.available).replace('-', '−')}
      </span>
      <span className="text-xs text-muted">
        {stock.source === 'file' ? t('stockFromFile') : <Age sinceMs={stock.pulledAtMs} />}
      </span>
    </span>
  )
}

const PriceCell = ({ item }: { readonly item: Item }) => {
  const { t } = useTranslation('listing')
  const { regularPrice } = item
  return (
    <span className="flex flex-col items-end">
      <Money amount={item.price} className="text-lg font-semibold" />
      <span className="text-xs whitespace-nowrap text-muted">
        {item.soldBy === 'weight' ? t('perKilogram') : null}{' '}
        {regularPrice === null ? null : (
          <s aria-label={t('regularPrice', { shown: formatRupiah(regularPrice) })}>{formatRupiah(regularPrice)}</s>
        )}
      </span>
    </span>
  )
}

const itemColumns = (
  t: TFunction<['listing', 'goodsLabels']>,
  onPrint: (item: Item) => void,
): readonly Column<ItemRow>[] => [
  {
    id: 'name',
    header: t('column.name'),
    width: 'minmax(0, 3fr)',
    cell: ({ item }) => (
      <span className="flex flex-col">
        <span title={item.name} className="truncate font-medium">
          {item.name}
        </span>
        <span className="truncate text-sm text-muted">{itemFacts(item, t).join(' · ')}</span>
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
    width: '130px',
    align: 'end',
    cell: ({ item }) => <PriceCell item={item} />,
  },
  {
    id: 'stock',
    header: t('column.stock'),
    width: '120px',
    align: 'end',
    cell: ({ stock }) => <StockCell stock={stock} />,
  },
  {
    id: 'print',
    header: '',
    width: '52px',
    cell: ({ item }) => (
      <IconButton
        label={t('goodsLabels:openFor', { name: item.name })}
        icon={<Printer size={18} aria-hidden />}
        onPress={() => onPrint(item)}
      />
    ),
  },
]

/** The items found, with price and stock. */
export const ItemTable = ({
  rows,
  query,
  onPrint,
}: {
  readonly rows: readonly ItemRow[]
  readonly query: string
  /** Labels of this item are wanted. */
  readonly onPrint: (item: Item) => void
}) => {
  const { t } = useTranslation(['listing', 'goodsLabels'])
  return (
    <DataTable
      label={t('list')}
      rows={rows}
      rowId={({ item }) => item.sku}
      rowHeightPx={56}
      columns={itemColumns(t, onPrint)}
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
