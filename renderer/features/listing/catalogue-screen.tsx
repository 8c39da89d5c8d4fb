import { Printer } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { Item } from '../../../shared/domain/item.ts'
import { formatThousands } from '../../../shared/domain/money.ts'
import { useIsPracticeMode } from '../../app/app-status.ts'
import { useTill } from '../../app/till-context.tsx'
import { useCatalogueState, useItems, useSettings } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { useLatest } from '../../ui/use-latest.ts'
import { GoodsLabelDialog } from '../goods-labels/goods-label-dialog.tsx'
import { type CatalogueImport, isBusy } from './catalogue-import.ts'
import { ImportPanel } from './import-panel.tsx'
import { ItemTable } from './item-table.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { useCatalogueImport } from './use-catalogue-import.ts'

const SHOWN_ITEMS = 300

const ImportState = ({
  state,
  onLeave,
  onWrite,
}: {
  readonly state: CatalogueImport
  readonly onLeave: () => void
  readonly onWrite: (state: CatalogueImport & { readonly stage: 'review' }) => void
}) => {
  const { t } = useTranslation('listing')
  switch (state.stage) {
    case 'idle':
      return null
    case 'reading':
      return <Notice tone="info" title={t('reading')} />
    case 'reviewing':
      return <Notice tone="info" title={t('reviewing')} />
    case 'review':
      return (
        <ReviewDialog
          fileName={state.fileName}
          review={state.review}
          onCancel={onLeave}
          onImport={() => onWrite(state)}
        />
      )
    case 'writing': {
      const { writtenRows, totalRows } = state.progress
      return (
        <Dialog isOpen size="small" title={t('import')} closeLabel={t('cancel')} onClose={null}>
          <ProgressBar
            label={state.fileName}
            value={writtenRows}
            maximum={totalRows}
            valueText={t('importing', { written: formatThousands(writtenRows), total: formatThousands(totalRows) })}
          />
        </Dialog>
      )
    }
    case 'done':
      return (
        <Notice
          tone="good"
          title={t('done', { count: state.importedRows, shown: formatThousands(state.importedRows) })}
          onDismiss={onLeave}
          dismissLabel={t('doneClose')}
        />
      )
    case 'refused':
      return <Notice tone="bad" title={state.reason} onDismiss={onLeave} dismissLabel={t('doneClose')} />
    default:
      return assertNever(state, 'stage of the import')
  }
}

/** The items of the shop: search them, and import them from a file. */
export const CatalogueScreen = () => {
  const { t } = useTranslation(['listing', 'goodsLabels'])
  const language = useLanguage()
  const till = useTill()
  const isPractice = useIsPracticeMode()
  const settings = useSettings()
  const catalogue = useCatalogueState()
  const [query, setQuery] = useState('')
  const [labels, setLabels] = useState<{ readonly item: Item | null } | null>(null)
  const { state, reviewFile, reviewPractice, write, leave } = useCatalogueImport()
  const importedAtMs = catalogue?.importedAtMs ?? null
  // The search runs over what is in memory: a new import changes its answer without changing the query.
  const skus = useMemo(
    () => (catalogue === undefined ? [] : till.searchItems(query.trim(), SHOWN_ITEMS)),
    [till, query, catalogue],
  )
  const rows = useLatest(useItems(skus))
  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-4">
      <h1 className="sr-only">{t('title')}</h1>
      <ImportState state={state} onLeave={leave} onWrite={({ fileName, review }) => void write(fileName, review)} />
      <div className="flex min-h-0 flex-1 gap-3">
        <Panel
          isFlush
          title={t('title')}
          className="flex-1"
          actions={
            catalogue === undefined || settings === undefined ? undefined : (
              <output className="text-sm text-muted">
                <strong className="text-base font-semibold text-ink">
                  {t('itemCount', { count: catalogue.itemCount, shown: formatThousands(catalogue.itemCount) })}
                </strong>{' '}
                ·{' '}
                {importedAtMs === null
                  ? t('neverImported')
                  : t('imported', { time: formatDayAndClock(importedAtMs, settings.utcOffsetMinutes, language) })}
              </output>
            )
          }
        >
          <div className="flex gap-3 border-b border-line p-3">
            <SearchField
              className="flex-1"
              label={t('search')}
              clearLabel={t('clearSearch')}
              placeholder={t('searchHint')}
              value={query}
              onChange={setQuery}
            />
            <Button
              icon={<Printer size={18} aria-hidden />}
              isDisabled={catalogue === undefined || catalogue.itemCount === 0}
              onPress={() => setLabels({ item: null })}
            >
              {t('goodsLabels:open')}
            </Button>
          </div>
          {rows === undefined ? null : (
            <ItemTable rows={rows} query={query.trim()} onPrint={(item) => setLabels({ item })} />
          )}
          {skus.length === SHOWN_ITEMS ? (
            <p className="border-t border-line px-4 py-2 text-sm text-muted">
              {t('shownFirst', { count: SHOWN_ITEMS })}
            </p>
          ) : null}
        </Panel>
        <ImportPanel
          hasPracticeCatalogue={isPractice}
          isBusy={isBusy(state)}
          onFile={(file) => void reviewFile(file)}
          onPractice={() => void reviewPractice()}
        />
      </div>
      {labels === null ? null : <GoodsLabelDialog first={labels.item} onClose={() => setLabels(null)} />}
    </div>
  )
}
