import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatThousands } from '../../../shared/domain/money.ts'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { printTroubleWords } from '../../../shared/domain/print-trouble.ts'
import { useBilingual, useLanguage } from '../../app/use-bilingual.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { Tone } from '../../ui/tone.ts'
import { ElsewhereMenu } from './elsewhere-menu.tsx'
import { endOfJob } from './sort-print-jobs.ts'
import { TroubleDetail } from './trouble-detail.tsx'
import { useJobWords } from './use-job-words.ts'
import { usePrintActions } from './use-print-actions.ts'

type RowProps = { readonly job: PrintJob; readonly utcOffsetMinutes: number }

const Row = ({
  job,
  utcOffsetMinutes,
  badge,
  children,
}: RowProps & { readonly badge: ReactNode; readonly children?: ReactNode }) => {
  const { t } = useTranslation('printing')
  const language = useLanguage()
  const words = useJobWords()
  return (
    <li className="flex flex-col gap-2 px-4 py-3" aria-label={words.title(job)}>
      <div className="flex items-center justify-between gap-3">
        <span className="min-w-0">
          <span className="block font-medium wrap-anywhere">
            {words.title(job)}
            {job.isCopy ? <span className="pl-2 text-xs font-semibold text-muted">{t('job.copy')}</span> : null}
          </span>
          <span className="block text-sm wrap-anywhere text-muted tabular-nums">
            {words.printer(job)} · {formatDayAndClock(job.finishedAtMs ?? job.createdAtMs, utcOffsetMinutes, language)}
          </span>
        </span>
        <span className="shrink-0">{badge}</span>
      </div>
      {children}
    </li>
  )
}

/** A job that is being sent, with how far it has got. */
export const SendingRow = (props: RowProps) => {
  const { t } = useTranslation('printing')
  const { bytesSent, totalBytes } = props.job
  return (
    <Row {...props} badge={<StateBadge tone="info">{t('jobState.sending')}</StateBadge>}>
      {bytesSent === null || totalBytes === null ? null : (
        <ProgressBar
          label={t('jobState.sending')}
          value={bytesSent}
          maximum={totalBytes}
          valueText={t('queue.progress', { sent: formatThousands(bytesSent), total: formatThousands(totalBytes) })}
        />
      )}
    </Row>
  )
}

/** A job that waits and can be called off. */
export const WaitingRow = (props: RowProps) => {
  const { t } = useTranslation('printing')
  const { callOff } = usePrintActions()
  const title = useJobWords().title(props.job)
  return (
    <Row
      {...props}
      badge={
        <span className="flex items-center gap-2">
          <StateBadge tone="neutral">{t('jobState.waiting')}</StateBadge>
          <Button aria-label={t('queue.callOffJob', { title })} onPress={() => callOff(props.job)}>
            {t('queue.callOff')}
          </Button>
        </span>
      }
    />
  )
}

const AgainButtons = ({ job, children }: { readonly job: PrintJob; readonly children?: ReactNode }) => {
  const { t } = useTranslation('printing')
  const { printAgain } = usePrintActions()
  const title = useJobWords().title(job)
  return (
    <div className="flex flex-wrap gap-2">
      <Button aria-label={t('queue.againJob', { title })} onPress={() => printAgain(job)}>
        {t('queue.again')}
      </Button>
      <ElsewhereMenu
        job={job}
        words={t('queue.elsewhere')}
        label={t('queue.elsewhereJob', { title })}
        onChoose={(printerId) => printAgain(job, printerId)}
      />
      {children}
    </div>
  )
}

/** A job of which nothing left, why, and what to do. */
export const FailedRow = (props: RowProps) => {
  const { t } = useTranslation('printing')
  const say = useBilingual()
  const { dismiss } = usePrintActions()
  const { job } = props
  const title = useJobWords().title(job)
  return (
    <Row {...props} badge={<StateBadge tone="bad">{t('jobState.failed')}</StateBadge>}>
      {job.trouble === null ? null : (
        <p className="text-sm">
          {say(printTroubleWords(job.trouble))}
          <TroubleDetail trouble={job.trouble} />
        </p>
      )}
      <AgainButtons job={job}>
        <Button look="quiet" aria-label={t('queue.notNeededJob', { title })} onPress={() => dismiss(job)}>
          {t('queue.notNeeded')}
        </Button>
      </AgainButtons>
    </Row>
  )
}

const DONE_TONES: Readonly<Record<ReturnType<typeof endOfJob>, Tone>> = {
  confirmed: 'good',
  sent: 'info',
  calledOff: 'neutral',
  calledOffThenPrinted: 'neutral',
  notNeeded: 'neutral',
  takenUp: 'neutral',
  answeredNo: 'neutral',
}

/** A job that is done with. What was called off or put aside may be printed after all. */
export const DoneRow = (props: RowProps) => {
  const { t } = useTranslation('printing')
  const end = endOfJob(props.job)
  return (
    <Row {...props} badge={<StateBadge tone={DONE_TONES[end]}>{t(`jobState.${end}`)}</StateBadge>}>
      {end === 'calledOff' || end === 'notNeeded' ? <AgainButtons job={props.job} /> : null}
    </Row>
  )
}
