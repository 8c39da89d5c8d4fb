import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { formatThousands } from '../../../shared/domain/money.ts'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'
import { printerOfJob } from './printer-fits.ts'

/** What a job prints and where, in words. */
export const useJobWords = (): {
  readonly title: (job: PrintJob) => string
  readonly printer: (job: PrintJob) => string
} => {
  const { t } = useTranslation('printing')
  const settings = usePrinterSettings((state) => state.settings)
  return {
    title: (job) => {
      const document = t(`document.${job.document}`)
      const { subject } = job
      switch (subject.type) {
        case 'sale':
          return t('job.sale', { document, number: subject.saleNumber })
        case 'shift-report':
          return t('job.report', { kind: subject.report.kind.toUpperCase(), register: subject.report.shift.register })
        case 'goods':
          return subject.copies === 1
            ? t('job.goods', { document, name: subject.goods.name })
            : t('job.goodsCopies', { document, name: subject.goods.name, copies: formatThousands(subject.copies) })
        case 'pdf':
          return t('job.pdf', { file: subject.fileName, page: subject.pageNumber })
        case 'test-page':
          return t(subject.page === 'ruler' ? 'job.ruler' : 'job.test')
        default:
          return assertNever(subject, 'print subject')
      }
    },
    printer: (job) => {
      if (settings === null) return ''
      const printer = printerOfJob(settings, job)
      if (printer === null) return t(job.printerId === null ? 'job.noPrinter' : 'job.removedPrinter')
      return job.state === 'waiting' ? t('job.toPrinter', { printer: printer.name }) : printer.name
    },
  }
}
