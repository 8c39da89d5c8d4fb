import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { salePrintContent } from '../../../shared/documents/sale-print-content.ts'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { logError } from '../../app/log.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'
import { useBridge } from '../../app/till-context.tsx'
import { usePrintFile, useSaleDetail, useSettings } from '../../storage/hooks.ts'
import { DocumentPreview } from './document-preview.tsx'
import { PictureBoundary } from './picture-boundary.tsx'
import { printerOfJob } from './printer-fits.ts'

type PictureProps<Type extends PrintJob['subject']['type']> = {
  readonly job: PrintJob
  readonly subject: Extract<PrintJob['subject'], { type: Type }>
  readonly label: string
}

const NoPicture = () => {
  const { t } = useTranslation('printing')
  return <p className="text-sm text-muted">{t('job.noPicture')}</p>
}

const usePrinterOf = (job: PrintJob) => {
  const settings = usePrinterSettings((state) => state.settings)
  const printer = settings === null ? null : printerOfJob(settings, job)
  return printer === null ? {} : { printer }
}

const SalePicture = ({ job, subject, label }: PictureProps<'sale'>) => {
  const detail = useSaleDetail(subject.saleId)
  const settings = useSettings()
  const printer = usePrinterOf(job)
  if (detail === undefined || settings === undefined) return null
  if (detail === null) return <NoPicture />
  const content = salePrintContent(detail.row, settings.selling.qris)
  return <DocumentPreview {...printer} content={content} document={job.document} isCopy={job.isCopy} label={label} />
}

const CarriedPicture = ({ job, subject, label }: PictureProps<'shift-report' | 'goods' | 'test-page'>) => {
  const printer = usePrinterOf(job)
  return <DocumentPreview {...printer} content={subject} document={job.document} isCopy={job.isCopy} label={label} />
}

const PdfPicture = ({ subject, label }: PictureProps<'pdf'>) => {
  const bridge = useBridge()
  const { pageNumber } = subject
  const pdfBase64 = usePrintFile(subject)
  const [imageUrl, setImageUrl] = useState<string | null | undefined>()
  useEffect(() => {
    let isWanted = true
    const read = async () => {
      if (pdfBase64 === undefined) return
      if (pdfBase64 === null) return setImageUrl(null)
      const answer = await bridge.previewPdf({ pdfBase64 })
      if (isWanted) setImageUrl(answer.ok ? (answer.value.pages[pageNumber - 1]?.imageUrl ?? null) : null)
    }
    read().catch((error: unknown) => {
      setImageUrl(null)
      logError('printing', error)
    })
    return () => {
      isWanted = false
    }
  }, [bridge, pdfBase64, pageNumber])
  if (imageUrl === undefined) return null
  return imageUrl === null ? <NoPicture /> : <img src={imageUrl} alt={label} className="h-auto w-full bg-white" />
}

const Picture = ({ job, label }: { readonly job: PrintJob; readonly label: string }) => {
  const { subject } = job
  if (subject.type === 'sale') return <SalePicture job={job} subject={subject} label={label} />
  if (subject.type === 'pdf') return <PdfPicture job={job} subject={subject} label={label} />
  return <CarriedPicture job={job} subject={subject} label={label} />
}

/** The picture of what a job prints, so that a person knows which paper to look for; words where it cannot be drawn. */
export const JobPicture = (props: { readonly job: PrintJob; readonly label: string }) => (
  <PictureBoundary instead={<NoPicture />}>
    <Picture {...props} />
  </PictureBoundary>
)
