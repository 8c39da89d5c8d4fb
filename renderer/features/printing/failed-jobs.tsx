import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QuestionDialog } from '../../ui/question-dialog.tsx'
import { FailedRow } from './queue-job-rows.tsx'
import { usePrintActions } from './use-print-actions.ts'

type ForAll = 'againAll' | 'putAllAside'

/** Asks before something is done with everything that failed: it is many papers at once, or none. */
const ForAllDialog = ({
  what,
  count,
  onConfirm,
  onClose,
}: {
  readonly what: ForAll
  readonly count: number
  readonly onConfirm: () => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('printing')
  return (
    <QuestionDialog
      title={t(`queue.${what}Title`, { count })}
      closeLabel={t('close')}
      keepLabel={t('cancel')}
      confirmLabel={t(`queue.${what}Confirm`, { count })}
      confirmLook={what === 'againAll' ? 'primary' : 'danger'}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t(`queue.${what}Body`)}</p>
    </QuestionDialog>
  )
}

/** What failed and nobody has taken up, one by one or all together. */
export const FailedJobs = ({
  jobs,
  utcOffsetMinutes,
}: {
  readonly jobs: readonly PrintJob[]
  readonly utcOffsetMinutes: number
}) => {
  const { t } = useTranslation('printing')
  const { printAllAgain, dismissAll } = usePrintActions()
  // Those that were on the screen when it was pressed: what fails while the question stands is not part of it.
  const [asked, setAsked] = useState<{ readonly what: ForAll; readonly jobs: readonly PrintJob[] } | null>(null)
  return (
    <Panel
      title={t('queue.failed')}
      isFlush
      className="shrink-0 border-bad"
      actions={
        jobs.length < 2 ? undefined : (
          <>
            <Button onPress={() => setAsked({ what: 'againAll', jobs })}>{t('queue.againAll')}</Button>
            <Button look="quiet" onPress={() => setAsked({ what: 'putAllAside', jobs })}>
              {t('queue.putAllAside')}
            </Button>
          </>
        )
      }
    >
      <ul aria-label={t('queue.failed')} className="divide-y divide-line">
        {jobs.map((job) => (
          <FailedRow key={job.id} job={job} utcOffsetMinutes={utcOffsetMinutes} />
        ))}
      </ul>
      {asked === null ? null : (
        <ForAllDialog
          what={asked.what}
          count={asked.jobs.length}
          onConfirm={() => {
            setAsked(null)
            if (asked.what === 'againAll') printAllAgain(asked.jobs)
            else dismissAll(asked.jobs)
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  )
}
