import { PackagePlus, Trash2 } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { MovedGoods } from '../../../shared/domain/stock-document-builders.ts'
import { useItems } from '../../storage/hooks.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AmountField } from './amount-field.tsx'
import { formatFigure } from './finding-words.ts'
import { itemCell } from './item-cell.tsx'
import type { GoodsList } from './use-goods-list.ts'

const goodsColumns = (
  t: TFunction<'stock'>,
  goods: GoodsList,
  figureOf: (sku: string) => string,
): readonly Column<MovedGoods>[] => [
  { id: 'item', header: t('column.item'), width: 'minmax(0, 1fr)', cell: itemCell },
  {
    id: 'stock',
    header: t('move.stockNow'),
    width: '110px',
    align: 'end',
    cell: (line) => <span className="text-muted tabular-nums">{figureOf(line.sku)}</span>,
  },
  {
    id: 'quantity',
    header: t('move.quantity'),
    width: '130px',
    align: 'end',
    cell: (line) => (
      <AmountField
        label={t('move.quantityOf', { name: line.name })}
        value={line.quantity}
        isWhole={line.soldBy === 'piece'}
        onChange={(quantity) => goods.setQuantity(line.sku, quantity)}
      />
    ),
  },
  {
    id: 'remove',
    header: '',
    width: '44px',
    cell: (line) => (
      <IconButton
        label={t('count.remove', { name: line.name })}
        icon={<Trash2 size={18} aria-hidden />}
        onPress={() => goods.remove(line.sku)}
      />
    ),
  },
]

/** The goods of a form with their figures, to be changed or taken out. */
export const GoodsTable = ({ goods, emptyHint }: { readonly goods: GoodsList; readonly emptyHint: string }) => {
  const { t } = useTranslation('stock')
  const items = useItems(goods.lines.map((line) => line.sku))
  const figures = new Map((items ?? []).map(({ item, stock }) => [item.sku, stock?.available ?? null]))
  const figureOf = (sku: string): string => {
    const figure = figures.get(sku) ?? null
    return figure === null ? '–' : formatFigure(figure)
  }
  const columns = goodsColumns(t, goods, figureOf)
  return (
    <Panel isFlush className="flex-1" title={t('move.goods', { count: goods.lines.length })}>
      {goods.lines.length === 0 ? (
        <EmptyState icon={<PackagePlus size={44} aria-hidden />} title={t('move.emptyTitle')}>
          {emptyHint}
        </EmptyState>
      ) : (
        <DataTable
          label={t('move.list')}
          columns={columns}
          rows={goods.lines}
          rowId={(line) => line.sku}
          rowHeightPx={56}
        />
      )}
    </Panel>
  )
}
