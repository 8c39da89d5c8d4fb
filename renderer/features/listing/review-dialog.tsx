import { ClipboardCopy, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CatalogueReview } from '../../../shared/domain/catalogue-review.ts'
import { formatThousands } from '../../../shared/domain/money.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { saveTextFile } from '../../ui/save-text-file.ts'
import { ToneIcon } from '../../ui/tone-icon.tsx'
import { showToast } from '../../ui/toast-store.ts'
import type { Tone } from '../../ui/tone.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { canImport } from './catalogue-import.ts'
import { ProblemTable } from './problem-table.tsx'
import { countRefusedRows, refusedRowsAsCsv } from './refused-rows.ts'

const Figure = ({
  tone,
  count,
  name,
  hint,
}: {
  readonly tone: Tone
  readonly count: number
  readonly name: string
  readonly hint: string
}) => (
  <div className="flex flex-1 flex-col rounded-control border border-line px-4 py-3">
    <dt className="flex items-center gap-2 text-sm font-medium text-muted">
      <ToneIcon tone={count === 0 ? 'neutral' : tone} />
      {name}
    </dt>
    <dd>
      <span className="text-3xl font-bold tabular-nums">{formatThousands(count)}</span>{' '}
      <span className="text-sm text-muted">{hint}</span>
    </dd>
  </div>
)

/** Shows what an import would write and what it refuses; nothing has been written yet. */
export const ReviewDialog = ({
  fileName,
  review,
  onCancel,
  onImport,
}: {
  readonly fileName: string
  readonly review: CatalogueReview
  readonly onCancel: () => void
  readonly onImport: () => void
}) => {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const count = review.accepted.length
  const csv = () =>
    refusedRowsAsCsv(
      review.refused,
      [t('problemColumn.line'), t('problemColumn.column'), t('problemColumn.value'), t('problemColumn.message')],
      language,
    )
  const copy = () => {
    navigator.clipboard.writeText(csv()).then(
      () => showToast('good', t('copied')),
      () => showToast('bad', t('copyFailed')),
    )
  }
  return (
    <Dialog
      isOpen
      size="large"
      title={t('reviewTitle')}
      closeLabel={t('cancel')}
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{t('cancel')}</Button>
          <Button look="primary" isDisabled={!canImport(review)} onPress={onImport}>
            {t('importCount', { count, shown: formatThousands(count) })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="font-medium wrap-anywhere text-muted">
          {t('reviewFile', { name: fileName, count: review.totalRows, shown: formatThousands(review.totalRows) })}
        </p>
        {review.fileProblem === null ? (
          <>
            <dl className="flex gap-3">
              <Figure tone="good" count={count} name={t('accepted')} hint={t('acceptedHint')} />
              <Figure tone="bad" count={countRefusedRows(review.refused)} name={t('refused')} hint={t('refusedHint')} />
              <Figure tone="warn" count={review.warnings.length} name={t('warnings')} hint={t('warningsHint')} />
            </dl>
            <p className="text-sm text-muted">{t('nothingWritten')}</p>
          </>
        ) : (
          <Notice tone="bad" title={t('fileProblem')}>
            {review.fileProblem[language]}
          </Notice>
        )}
        {review.refused.length === 0 ? null : (
          <section aria-label={t('refusedList')} className="flex flex-col gap-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h3 className="font-semibold">{t('refusedList')}</h3>
              <div className="flex gap-2">
                <Button look="quiet" icon={<ClipboardCopy size={18} aria-hidden />} onPress={copy}>
                  {t('copyRefused')}
                </Button>
                <Button
                  look="quiet"
                  icon={<Download size={18} aria-hidden />}
                  onPress={() => saveTextFile(t('refusedFile'), csv())}
                >
                  {t('saveRefused')}
                </Button>
              </div>
            </div>
            <div className="overflow-hidden rounded-control border border-line">
              <ProblemTable label={t('refusedList')} problems={review.refused} />
            </div>
          </section>
        )}
        {review.warnings.length === 0 ? null : (
          <section aria-label={t('warningList')} className="flex flex-col gap-2">
            <h3 className="font-semibold">{t('warningList')}</h3>
            <div className="overflow-hidden rounded-control border border-line">
              <ProblemTable label={t('warningList')} problems={review.warnings} />
            </div>
          </section>
        )}
      </div>
    </Dialog>
  )
}
