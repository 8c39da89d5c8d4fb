import { useTranslation } from 'react-i18next'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import { showToast } from '../../ui/toast-store.ts'

const idsOf = (jobs: readonly PrintJob[]): readonly string[] => jobs.map(({ id }) => id)

/** What people do with a print job; each says on the screen what became of it. */
export const usePrintActions = (): {
  readonly answer: (job: PrintJob, didComeOut: boolean, printerId?: string) => void
  readonly printAgain: (job: PrintJob, printerId?: string) => void
  readonly callOff: (job: PrintJob) => void
  readonly dismiss: (job: PrintJob) => void
  readonly printAllAgain: (jobs: readonly PrintJob[]) => void
  readonly dismissAll: (jobs: readonly PrintJob[]) => void
  /** Queues a page that tells of the printer itself. True when it is in the queue. */
  readonly printTestPage: (printerId: string, page: 'test' | 'ruler') => Promise<boolean>
} => {
  const { t } = useTranslation('printing')
  const till = useTill()
  const failed = (words: string) => (error: unknown) => {
    showToast('bad', words)
    logError('printing', error)
  }
  return {
    answer: (job, didComeOut, printerId) => {
      till.answerPrintJob(job.id, didComeOut, printerId).catch(failed(t('answerFailed')))
    },
    printAgain: (job, printerId) => {
      till
        .retryPrintJob(job.id, printerId)
        .then((isQueued) => (isQueued ? showToast('good', t('queue.queued')) : undefined))
        .catch(failed(t('queue.failedToQueue')))
    },
    callOff: (job) => {
      till
        .callOffPrintJob(job.id)
        .then((isOff) => showToast(isOff ? 'good' : 'warn', t(isOff ? 'queue.calledOff' : 'queue.tooLate')))
        .catch(failed(t('queue.tooLate')))
    },
    dismiss: (job) => {
      till
        .dismissPrintJob(job.id)
        .then((isAside) => (isAside ? showToast('good', t('queue.dismissed')) : undefined))
        .catch(failed(t('queue.dismissFailed')))
    },
    printAllAgain: (jobs) => {
      till
        .retryPrintJobs(idsOf(jobs))
        .then((count) => (count > 0 ? showToast('good', t('queue.queuedAll', { count })) : undefined))
        .catch(failed(t('queue.failedToQueueAll')))
    },
    dismissAll: (jobs) => {
      till
        .dismissPrintJobs(idsOf(jobs))
        .then((count) => (count > 0 ? showToast('good', t('queue.dismissedAll', { count })) : undefined))
        .catch(failed(t('queue.dismissAllFailed')))
    },
    printTestPage: async (printerId, page) => {
      try {
        await till.printLoose([{ document: 'test-page', subject: { type: 'test-page', page }, printerId }])
        return true
      } catch (error) {
        failed(t('queue.failedToQueue'))(error)
        return false
      }
    },
  }
}
