import { useTranslation } from 'react-i18next'
import { formatThousands } from '../../../shared/domain/money.ts'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import { useSaleDetail } from '../../storage/hooks.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { DocumentPreview } from './document-preview.tsx'
import { ShiftReportPreview } from './shift-report-preview.tsx'

const AskingSale = ({ job }: { readonly job: PrintJob }) => {
  const detail = useSaleDetail(job.saleId)
  if (detail === undefined || detail === null) return null
  return <DocumentPreview sale={detail.row.sale} document={job.document} isCopy={job.isCopy} />
}

const AskingJob = ({ job }: { readonly job: PrintJob }) => {
  const { t } = useTranslation('printing')
  const till = useTill()
  const answer = (didComeOut: boolean) => {
    till.answerPrintJob(job.id, didComeOut).catch((error: unknown) => {
      showToast('bad', t('answerFailed'))
      logError('printing', error)
    })
  }
  const name = t('askingJob', {
    document: t(`document.${job.report === null ? job.document : 'report'}`),
    number: job.saleNumber,
  })
  return (
    <li className="flex gap-5 py-4">
      <div className="max-h-60 w-44 shrink-0 overflow-hidden rounded-control border border-line bg-sunken p-3">
        {job.report === null ? (
          <AskingSale job={job} />
        ) : (
          <ShiftReportPreview report={job.report} isCopy={job.isCopy} />
        )}
      </div>
      <fieldset aria-label={name} className="flex min-w-0 flex-col gap-3">
        <p>
          <span className="text-lg font-semibold">{name}</span>{' '}
          <span className="text-muted">
            <Age sinceMs={job.finishedAtMs ?? job.createdAtMs} />
          </span>
        </p>
        <p className="max-w-xl text-muted">{t('askingHint')}</p>
        {job.message === null && job.bytesSent === null ? null : (
          <p className="text-sm wrap-anywhere text-muted select-text">
            {[job.message, job.bytesSent === null ? null : t('bytesSent', { shown: formatThousands(job.bytesSent) })]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          <Button size="large" look="primary" onPress={() => answer(true)}>
            {t('yes')}
          </Button>
          <Button size="large" onPress={() => answer(false)}>
            {t('no')}
          </Button>
        </div>
        <p className="text-sm text-muted">{t('noHint')}</p>
      </fieldset>
    </li>
  )
}

/** Asks about each print of which only a person can tell whether paper came out. */
export const AskingJobs = ({ jobs }: { readonly jobs: readonly PrintJob[] }) => {
  const { t } = useTranslation('printing')
  return (
    <Panel
      title={t('asking')}
      className="shrink-0 border-warn"
      actions={<span className="text-sm text-muted">{t('askingCount', { count: jobs.length })}</span>}
    >
      <ul className="-my-4 divide-y divide-line">
        {jobs.map((job) => (
          <AskingJob key={job.id} job={job} />
        ))}
      </ul>
    </Panel>
  )
}
