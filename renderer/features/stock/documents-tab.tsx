import { FileStack } from 'lucide-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockDocumentRow } from '../../storage/stock-document-store.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { useStockDocuments } from '../../storage/hooks.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDayAndClock, type TimeLanguage } from '../../ui/shop-time.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DocumentDialog } from './document-dialog.tsx'
import { stateOfDocument } from './document-words.ts'

/** How far back the list goes. */
const SHOWN = 300

const documentColumns = (t: TFunction<'stock'>, language: TimeLanguage): readonly Column<StockDocumentRow>[] => [
  {
    id: 'number',
    header: t('documents.number'),
    width: '180px',
    cell: ({ document }) => <span className="font-medium">{document.number}</span>,
  },
  {
    id: 'time',
    header: t('documents.time'),
    width: '180px',
    cell: ({ document }) => formatDayAndClock(document.atMs, document.utcOffsetMinutes, language),
  },
  {
    id: 'kind',
    header: t('documents.kind'),
    width: 'minmax(0, 1fr)',
    cell: ({ document }) => t('documents.what', { kind: t(`kind.${document.kind}`), count: document.lines.length }),
  },
  { id: 'by', header: t('documents.by'), width: '120px', cell: ({ document }) => document.by },
  {
    id: 'state',
    header: t('documents.state'),
    width: '200px',
    cell: (row) => {
      const state = stateOfDocument(row)
      return <StateBadge tone={state.tone}>{t(state.key)}</StateBadge>
    },
  },
]

/** Counts, goods in and out and transfers, newest first, with whether they have arrived. */
export const DocumentsTab = () => {
  const { t } = useTranslation('stock')
  const language = useLanguage()
  const rows = useStockDocuments(SHOWN)
  const [openId, setOpenId] = useState<string | null>(null)
  const open = rows?.find(({ document }) => document.id === openId)
  const columns = documentColumns(t, language)
  if (rows === undefined) return null
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {rows.length === 0 ? (
        <EmptyState icon={<FileStack size={44} aria-hidden />} title={t('documents.empty')}>
          {t('documents.emptyHint')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('documents.list')}
          columns={columns}
          rows={rows}
          rowId={({ document }) => document.id}
          selectedId={openId}
          onOpen={({ document }) => setOpenId(document.id)}
        />
      )}
      {open === undefined ? null : <DocumentDialog row={open} onClose={() => setOpenId(null)} />}
    </div>
  )
}
