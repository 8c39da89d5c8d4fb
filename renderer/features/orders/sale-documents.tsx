import { Eye, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '../../../shared/domain/document-kind.ts'
import { formatLocalClock } from '../../../shared/domain/local-time.ts'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { printTroubleWords } from '../../../shared/domain/print-trouble.ts'
import { soldLines } from '../../../shared/domain/sale-sums.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatShortDay, type TimeLanguage } from '../../ui/shop-time.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DocumentPreview } from '../printing/document-preview.tsx'
import { useTroubleDetail } from '../printing/use-trouble-detail.ts'
import { OrderStateIcon } from './order-state.tsx'
import { wordForPrintJob } from './order-words.ts'
import { SalePdfButtons } from './sale-pdf-buttons.tsx'

/** What can be printed of a sale. */
export type SaleDocument = Extract<DocumentKind, 'receipt' | 'label' | 'pick-list'>

const isSaleDocument = (document: DocumentKind): document is SaleDocument =>
  document === 'receipt' || document === 'label' || document === 'pick-list'

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
  const detailOf = useTroubleDetail()
  const word = wordForPrintJob(job.state)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2">
      <span>
        <span className="font-medium">
          {t(`documentTitle.${isSaleDocument(job.document) ? job.document : 'other'}`)}
        </span>
        {job.isCopy ? <span className="pl-1.5 text-xs font-semibold text-muted">{t('copy')}</span> : null}
        <span className="pl-2 text-sm text-muted tabular-nums">
          {formatShortDay(job.createdAtMs, sale.utcOffsetMinutes, language)}{' '}
          {formatLocalClock(job.createdAtMs, sale.utcOffsetMinutes)}
        </span>
      </span>
      <StateBadge tone={word.tone} icon={<OrderStateIcon icon={word.icon} />}>
        {t(word.key)}
      </StateBadge>
      {job.trouble === null ? null : (
        <span className="w-full text-sm wrap-anywhere text-muted select-text">
          {printTroubleWords(job.trouble)[language]} {detailOf(job.trouble)}
        </span>
      )}
    </li>
  )
}

const documentsOf = (sale: Sale): readonly SaleDocument[] => [
  'receipt',
  ...(sale.delivery === null ? [] : (['label'] as const)),
  ...(soldLines(sale).length === 0 ? [] : (['pick-list'] as const)),
]

/** The papers of a sale: look at them, print them (again), save them as PDF, and what became of each print. */
export const SaleDocuments = ({
  sale,
  printJobs,
  language,
  onPrint,
}: {
  readonly sale: Sale
  readonly printJobs: readonly PrintJob[]
  readonly language: TimeLanguage
  readonly onPrint: (document: SaleDocument, isCopy: boolean) => void
}) => {
  const { t } = useTranslation('orders')
  const [previewed, setPreviewed] = useState<SaleDocument | null>(null)
  const wasPrinted = (document: DocumentKind) => printJobs.some((job) => job.document === document)
  return (
    <section aria-label={t('documents')} className="flex flex-col gap-2">
      <h3 className="font-semibold text-muted">{t('documents')}</h3>
      {documentsOf(sale).map((document) => (
        <div key={document} className="grid grid-cols-2 gap-2">
          <Button icon={<Printer size={18} aria-hidden />} onPress={() => onPrint(document, wasPrinted(document))}>
            {t(`${wasPrinted(document) ? 'reprint' : 'print'}.${document}`)}
          </Button>
          <Button icon={<Eye size={18} aria-hidden />} onPress={() => setPreviewed(document)}>
            {t(`view.${document}`)}
          </Button>
        </div>
      ))}
      <SalePdfButtons sale={sale} />
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
          <div className={previewed === 'label' ? 'mx-auto max-w-[460px]' : 'mx-auto max-w-80'}>
            <DocumentPreview
              content={{ type: 'sale', sale }}
              document={previewed}
              isCopy={wasPrinted(previewed)}
              label={t('preview', { document: t(`documentName.${previewed}`), number: sale.number })}
            />
          </div>
        </Dialog>
      )}
    </section>
  )
}
