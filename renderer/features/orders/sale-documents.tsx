import { Eye, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLocalClock } from '../../../shared/domain/local-time.ts'
import type { DocumentKind, PrintJob } from '../../../shared/domain/print-job.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatShortDay, type TimeLanguage } from '../../ui/shop-time.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DocumentPreview } from '../printing/document-preview.tsx'
import { OrderStateIcon } from './order-state.tsx'
import { wordForPrintJob } from './order-words.ts'

const DOCUMENT_KEYS = {
  receipt: { view: 'previewReceipt', first: 'printReceipt', again: 'reprintReceipt' },
  label: { view: 'previewLabel', first: 'printLabel', again: 'reprintLabel' },
} as const

const JobRow = ({
  job,
  sale,
  language,
}: {
  readonly job: PrintJob
  readonly sale: Sale
  readonly language: TimeLanguage
}) => {
  const { t } = useTranslation('orders')
  const word = wordForPrintJob(job.state)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2">
      <span>
        <span className="font-medium">{t(`documentTitle.${job.document}`)}</span>
        {job.isCopy ? <span className="pl-1.5 text-xs font-semibold text-muted">{t('copy')}</span> : null}
        <span className="pl-2 text-sm text-muted tabular-nums">
          {formatShortDay(job.createdAtMs, sale.utcOffsetMinutes, language)}{' '}
          {formatLocalClock(job.createdAtMs, sale.utcOffsetMinutes)}
        </span>
      </span>
      <StateBadge tone={word.tone} icon={<OrderStateIcon icon={word.icon} />}>
        {t(word.key)}
      </StateBadge>
      {job.message === null ? null : (
        <span className="w-full text-sm wrap-anywhere text-muted select-text">{job.message}</span>
      )}
    </li>
  )
}

/** The papers of a sale: look at them, print them (again), and what became of each print. */
export const SaleDocuments = ({
  sale,
  printJobs,
  language,
  onPrint,
}: {
  readonly sale: Sale
  readonly printJobs: readonly PrintJob[]
  readonly language: TimeLanguage
  readonly onPrint: (document: DocumentKind, isCopy: boolean) => void
}) => {
  const { t } = useTranslation('orders')
  const [previewed, setPreviewed] = useState<DocumentKind | null>(null)
  const documents: readonly DocumentKind[] = sale.delivery === null ? ['receipt'] : ['receipt', 'label']
  const wasPrinted = (document: DocumentKind) => printJobs.some((job) => job.document === document)
  return (
    <section aria-label={t('documents')} className="flex flex-col gap-2">
      <h3 className="font-semibold text-muted">{t('documents')}</h3>
      {documents.map((document) => (
        <div key={document} className="grid grid-cols-2 gap-2">
          <Button icon={<Printer size={18} aria-hidden />} onPress={() => onPrint(document, wasPrinted(document))}>
            {t(wasPrinted(document) ? DOCUMENT_KEYS[document].again : DOCUMENT_KEYS[document].first)}
          </Button>
          <Button icon={<Eye size={18} aria-hidden />} onPress={() => setPreviewed(document)}>
            {t(DOCUMENT_KEYS[document].view)}
          </Button>
        </div>
      ))}
      {printJobs.length === 0 ? (
        <p className="text-sm text-muted">{t('noJobs')}</p>
      ) : (
        <>
          <p className="text-sm text-muted">{t('reprintMarked')}</p>
          <ul className="divide-y divide-line">
            {printJobs
              .toSorted((left, right) => right.createdAtMs - left.createdAtMs)
              .map((job) => (
                <JobRow key={job.id} job={job} sale={sale} language={language} />
              ))}
          </ul>
        </>
      )}
      {previewed === null ? null : (
        <Dialog
          isOpen
          size="medium"
          title={t('preview', { document: t(`documentName.${previewed}`), number: sale.number })}
          closeLabel={t('closePreview')}
          onClose={() => setPreviewed(null)}
        >
          <div className={previewed === 'receipt' ? 'mx-auto max-w-80' : 'mx-auto max-w-[460px]'}>
            <DocumentPreview sale={sale} document={previewed} isCopy={wasPrinted(previewed)} />
          </div>
        </Dialog>
      )}
    </section>
  )
}
