import { Trash2 } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { StockDocumentLine } from '../../../shared/domain/stock-document.ts'
import type { StockDocumentRow } from '../../storage/stock-document-store.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { droppableLines } from './document-words.ts'
import { formatFigure, formatSigned } from './finding-words.ts'

const figure = (value: number | null): string => (value === null ? '–' : formatFigure(value))

const lineColumns = (
  t: TFunction<'stock'>,
  row: StockDocumentRow,
  onDrop: ((sku: string) => void) | null,
): readonly Column<StockDocumentLine>[] => {
  const { document } = row
  const settled = new Set(row.steps.flatMap((step) => (step.state === 'sent' ? [] : (step.settledLines ?? []))))
  const droppable = new Set(droppableLines(row))
  const number = (
    id: string,
    header: string,
    cell: (line: StockDocumentLine) => string,
  ): Column<StockDocumentLine> => ({
    id,
    header,
    width: '100px',
    align: 'end',
    cell: (line) => <span className={line.isDropped ? 'text-muted line-through' : 'tabular-nums'}>{cell(line)}</span>,
  })
  return [
    {
      id: 'item',
      header: t('column.item'),
      width: 'minmax(0, 1fr)',
      cell: (line) => (
        <span className="block truncate">
          <span className="font-medium">{line.name}</span> <span className="text-sm text-muted">{line.sku}</span>
          {line.isDropped ? <span className="text-sm text-warn"> {t('documents.dropped')}</span> : null}
          {settled.has(line.sku) ? <span className="text-sm text-good"> {t('documents.sent')}</span> : null}
        </span>
      ),
    },
    ...(document.kind === 'count'
      ? [
          number('expected', t('count.expected'), (line) => figure(line.expected)),
          number('counted', t('count.counted'), (line) => figure(line.counted)),
        ]
      : []),
    number('quantity', t(document.kind === 'count' ? 'count.difference' : 'move.quantity'), (line) =>
      formatSigned(line.quantity),
    ),
    ...(onDrop === null
      ? []
      : [
          {
            id: 'drop',
            header: '',
            width: '44px',
            cell: (line: StockDocumentLine) =>
              !droppable.has(line) ? null : (
                <IconButton
                  label={t('documents.dropOne', { name: line.name })}
                  icon={<Trash2 size={18} aria-hidden />}
                  onPress={() => onDrop(line.sku)}
                />
              ),
          },
        ]),
  ]
}

/** The goods of a stock document; `onDrop` calls one line off (null where that is not possible). */
export const DocumentLines = ({
  row,
  onDrop,
}: {
  readonly row: StockDocumentRow
  readonly onDrop: ((sku: string) => void) | null
}) => {
  const { t } = useTranslation('stock')
  const columns = lineColumns(t, row, onDrop)
  return (
    <div className="flex max-h-80 min-h-40 flex-col overflow-hidden rounded-control border border-line">
      <DataTable label={t('documents.lines')} columns={columns} rows={row.document.lines} rowId={(line) => line.sku} />
    </div>
  )
}
