import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsPracticeMode } from '../../app/app-status.ts'
import { usePrintQueue, useSettings } from '../../storage/hooks.ts'
import { Panel } from '../../ui/panel.tsx'
import { AskingJobs } from './asking-jobs.tsx'
import { FailedJobs } from './failed-jobs.tsx'
import { PracticePages } from './practice-pages.tsx'
import { DoneRow, SendingRow, WaitingRow } from './queue-job-rows.tsx'
import { sortPrintJobs } from './sort-print-jobs.ts'

const DONE_LIMIT = 30
const SHOWN_WAITING = 50

const JobList = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ul aria-label={label} className="divide-y divide-line">
    {children}
  </ul>
)

const Empty = ({ children }: { readonly children: ReactNode }) => <p className="px-4 py-3 text-muted">{children}</p>

const Queue = ({ utcOffsetMinutes }: { readonly utcOffsetMinutes: number }) => {
  const { t } = useTranslation('printing')
  const queue = usePrintQueue(DONE_LIMIT)
  if (queue === undefined) return null
  const { asking, sending, waiting, failed, done } = sortPrintJobs(queue.open, queue.done)
  const hidden = waiting.length - SHOWN_WAITING
  return (
    <>
      {asking.length === 0 ? null : <AskingJobs jobs={asking} />}
      {failed.length === 0 ? null : <FailedJobs jobs={failed} utcOffsetMinutes={utcOffsetMinutes} />}
      <Panel title={t('queue.open')} isFlush className="shrink-0">
        {sending.length + waiting.length === 0 ? (
          <Empty>{t('queue.openEmpty')}</Empty>
        ) : (
          <JobList label={t('queue.open')}>
            {sending.map((job) => (
              <SendingRow key={job.id} job={job} utcOffsetMinutes={utcOffsetMinutes} />
            ))}
            {waiting.slice(0, SHOWN_WAITING).map((job) => (
              <WaitingRow key={job.id} job={job} utcOffsetMinutes={utcOffsetMinutes} />
            ))}
            {hidden > 0 ? <li className="px-4 py-3 text-muted">{t('queue.more', { count: hidden })}</li> : null}
          </JobList>
        )}
      </Panel>
      <Panel title={t('queue.done')} isFlush className="shrink-0">
        {done.length === 0 ? (
          <Empty>{t('queue.doneEmpty')}</Empty>
        ) : (
          <>
            {done.some(({ state }) => state === 'sent') ? (
              <p className="border-b border-line px-4 py-2 text-sm text-muted">{t('queue.sentHint')}</p>
            ) : null}
            <JobList label={t('queue.done')}>
              {done.map((job) => (
                <DoneRow key={job.id} job={job} utcOffsetMinutes={utcOffsetMinutes} />
              ))}
            </JobList>
          </>
        )}
      </Panel>
    </>
  )
}

/** What asks, failed, is printed, waits and was printed, and in practice mode the pages that came of it. */
export const QueueTab = () => {
  const isPractice = useIsPracticeMode()
  const settings = useSettings()
  if (settings === undefined) return null
  const { utcOffsetMinutes } = settings
  return (
    <div className="flex min-h-0 flex-1 gap-3 bg-canvas p-4">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 overflow-y-auto">
        <Queue utcOffsetMinutes={utcOffsetMinutes} />
      </div>
      {isPractice ? (
        <div className="flex w-[42%] min-w-0 shrink-0">
          <PracticePages utcOffsetMinutes={utcOffsetMinutes} />
        </div>
      ) : null}
    </div>
  )
}
