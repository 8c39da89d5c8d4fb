import { useTranslation } from 'react-i18next'
import { formatThousands } from '../../../shared/domain/money.ts'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { printTroubleWords } from '../../../shared/domain/print-trouble.ts'
import { useBilingual } from '../../app/use-bilingual.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ElsewhereMenu } from './elsewhere-menu.tsx'
import { JobPicture } from './job-picture.tsx'
import { useJobWords } from './use-job-words.ts'
import { usePrintActions } from './use-print-actions.ts'
import { useTroubleDetail } from './use-trouble-detail.ts'

const AskingJob = ({ job }: { readonly job: PrintJob }) => {
  const { t } = useTranslation('printing')
  const say = useBilingual()
  const words = useJobWords()
  const { answer } = usePrintActions()
  const detailOf = useTroubleDetail()
  const title = words.title(job)
  const details = [
    job.trouble === null ? '' : detailOf(job.trouble),
    job.bytesSent === null || job.totalBytes === null
      ? ''
      : t('bytesSent', { sent: formatThousands(job.bytesSent), total: formatThousands(job.totalBytes) }),
  ].filter((part) => part !== '')
  return (
    <li className="flex gap-5 py-4">
      <div className="max-h-72 w-48 shrink-0 overflow-hidden rounded-control border border-line bg-sunken p-3">
        <JobPicture job={job} label={t('job.picture', { title })} />
      </div>
      <fieldset aria-label={title} className="flex min-w-0 flex-col gap-2.5">
        <p>
          <span className="text-lg font-semibold wrap-anywhere">{title}</span>
          {job.isCopy ? <span className="pl-2 text-xs font-semibold text-muted">{t('job.copy')}</span> : null}
          <span className="block text-muted">
            {words.printer(job)} · <Age sinceMs={job.finishedAtMs ?? job.createdAtMs} />
          </span>
        </p>
        {job.trouble === null ? null : <p className="max-w-2xl font-medium">{say(printTroubleWords(job.trouble))}</p>}
        <p className="max-w-2xl text-pretty text-muted">{t('askingHint')}</p>
        {details.length === 0 ? null : (
          <p className="text-sm wrap-anywhere text-muted select-text">{details.join(' · ')}</p>
        )}
        <div className="flex flex-wrap gap-3">
          <Button size="large" look="primary" onPress={() => answer(job, true)}>
            {t('yes')}
          </Button>
          <Button size="large" onPress={() => answer(job, false)}>
            {t('no')}
          </Button>
          <ElsewhereMenu
            size="large"
            job={job}
            words={t('noElsewhere')}
            label={t('noElsewhere')}
            onChoose={(printerId) => answer(job, false, printerId)}
          />
        </div>
        {job.subject.type === 'goods' || job.subject.type === 'test-page' ? null : (
          <p className="text-sm text-muted">{t('noHint')}</p>
        )}
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
