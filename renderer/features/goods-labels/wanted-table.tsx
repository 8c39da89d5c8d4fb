import type { TFunction } from 'i18next'
import { Trash2, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { QuantityStepper } from '../../ui/quantity-stepper.tsx'
import { isNameNotWhole, MOST_COPIES, type WantedLabels } from './goods-label-prints.ts'

type OnChange = (wanted: readonly WantedLabels[]) => void

const columnsOf = (
  t: TFunction<'goodsLabels'>,
  wanted: readonly WantedLabels[],
  onChange: OnChange,
): readonly Column<WantedLabels>[] => [
  {
    id: 'item',
    header: t('item'),
    width: 'minmax(0, 1fr)',
    cell: ({ item }) => (
      <span className="flex flex-col">
        <span title={item.name} className="truncate font-medium">
          {item.name}
        </span>
        <span className="truncate text-sm text-muted">
          {isNameNotWhole(item) ? (
            <>
              <TriangleAlert aria-hidden size={14} className="mr-1 inline-block text-warn" />
              <span className="sr-only">{t('notWhole')} · </span>
            </>
          ) : null}
          {item.sku} · {formatRupiah(item.price)}
        </span>
      </span>
    ),
  },
  {
    id: 'copies',
    header: t('copies'),
    width: '160px',
    align: 'end',
    cell: ({ item, copies }) => (
      <QuantityStepper
        label={t('copiesOf', { name: item.name })}
        decreaseLabel={t('fewer', { name: item.name })}
        increaseLabel={t('more', { name: item.name })}
        value={copies}
        maximum={MOST_COPIES}
        onChange={(next) =>
          onChange(wanted.map((each) => (each.item.sku === item.sku ? { ...each, copies: next } : each)))
        }
      />
    ),
  },
  {
    id: 'remove',
    header: '',
    width: '52px',
    cell: ({ item }) => (
      <IconButton
        label={t('remove', { name: item.name })}
        icon={<Trash2 size={18} aria-hidden />}
        onPress={() => onChange(wanted.filter((each) => each.item.sku !== item.sku))}
      />
    ),
  },
]

/** The items whose labels are wanted, and how many of each. */
export const WantedTable = ({
  wanted,
  onChange,
}: {
  readonly wanted: readonly WantedLabels[]
  readonly onChange: OnChange
}) => {
  const { t } = useTranslation('goodsLabels')
  const columns = useMemo(() => columnsOf(t, wanted, onChange), [t, wanted, onChange])
  return (
    <DataTable
      label={t('wanted')}
      rows={wanted}
      rowId={({ item }) => item.sku}
      rowHeightPx={60}
      columns={columns}
      empty={<p className="p-6 text-center text-muted">{t('empty')}</p>}
    />
  )
}
