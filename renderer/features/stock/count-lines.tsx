import { Trash2 } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import { useTill } from '../../app/till-context.tsx'
import type { CountDraft, CountLine } from '../../storage/stock-count-store.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AmountField } from './amount-field.tsx'
import { itemCell } from './item-cell.tsx'
import type { InTurn } from './use-item-scans.ts'

const SHOWN_CODES = 12

const countColumns = (
  t: TFunction<'stock'>,
  onSet: (line: CountLine, quantity: number) => void,
  onRemove: (sku: string) => void,
): readonly Column<CountLine>[] => [
  { id: 'item', header: t('column.item'), width: 'minmax(0, 1fr)', cell: itemCell },
  {
    id: 'counted',
    header: t('count.counted'),
    width: '130px',
    align: 'end',
    cell: (line) => (
      <AmountField
        label={t('count.countedOf', { name: line.name })}
        value={line.counted}
        isWhole={line.soldBy === 'piece'}
        onChange={(quantity) => onSet(line, quantity)}
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
        onPress={() => onRemove(line.sku)}
      />
    ),
  },
]

/** What was counted so far, the newest first; what the till expects stays hidden. */
export const CountLines = ({
  count,
  inTurn,
  onRefused,
}: {
  readonly count: CountDraft
  readonly inTurn: InTurn
  readonly onRefused: (error: ActionableError) => void
}) => {
  const { t } = useTranslation('stock')
  const till = useTill()
  const { unknownCodes } = count.head
  const columns = useMemo((): readonly Column<CountLine>[] => {
    const set = async (line: CountLine, quantity: number) => {
      const counted = await till.countItem(line, { type: 'set', quantity })
      if (!counted.ok) onRefused(counted.error)
    }
    return countColumns(
      t,
      (line, quantity) => inTurn(() => set(line, quantity)),
      (sku) => inTurn(() => till.removeCountLine(sku)),
    )
  }, [t, till, inTurn, onRefused])
  return (
    <>
      <Panel isFlush className="flex-1" title={t('count.lines', { count: count.lines.length })}>
        <DataTable
          label={t('count.list')}
          columns={columns}
          rows={count.lines}
          rowId={(line) => line.sku}
          rowHeightPx={56}
          empty={<p className="p-6 text-center text-muted">{t('count.noLines')}</p>}
        />
      </Panel>
      {unknownCodes.length === 0 ? null : (
        <p className="shrink-0 text-sm">
          <span className="font-semibold text-warn">{t('count.unknownCodes', { count: unknownCodes.length })}:</span>{' '}
          <span className="select-text">
            {unknownCodes
              .slice(0, SHOWN_CODES)
              .map(({ code, times }) => (times === 1 ? code : `${code} ×${times}`))
              .join(', ')}
          </span>
        </p>
      )}
    </>
  )
}
