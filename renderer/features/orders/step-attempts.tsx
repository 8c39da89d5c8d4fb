import { useTranslation } from 'react-i18next'
import type { Attempt } from '../../../shared/domain/step.ts'
import { formatExactClock, formatShortDay, type TimeLanguage } from '../../ui/shop-time.ts'
import { OrderStateIcon } from './order-state.tsx'
import { wordForAttempt } from './order-words.ts'

/** What happened at each try, newest first: when, what, how it ended, the server's words, status and duration. */
export const StepAttempts = ({
  label,
  attempts,
  utcOffsetMinutes,
  language,
}: {
  readonly label: string
  readonly attempts: readonly Attempt[]
  readonly utcOffsetMinutes: number
  readonly language: TimeLanguage
}) => {
  const { t } = useTranslation('orders')
  return (
    <ol aria-label={label} className="flex flex-col gap-2 border-l-2 border-line pl-3">
      {attempts.toReversed().map((attempt, index) => {
        const word = wordForAttempt(attempt.outcome)
        const facts = [
          t(`mode.${attempt.mode}`),
          attempt.httpStatus === null ? null : `HTTP ${attempt.httpStatus}`,
          attempt.durationMs === null ? null : `${Math.round(attempt.durationMs)} ms`,
        ].filter((fact) => fact !== null)
        return (
          <li key={`${attempt.atMs}-${attempts.length - index}`} className="flex flex-col text-sm">
            <span className="flex flex-wrap items-center gap-x-2">
              <OrderStateIcon icon={word.icon} size={14} />
              <span className="font-medium">{t(word.key)}</span>
              <span className="text-muted tabular-nums">
                {formatShortDay(attempt.atMs, utcOffsetMinutes, language)}{' '}
                {formatExactClock(attempt.atMs, utcOffsetMinutes)} · {facts.join(' · ')}
              </span>
            </span>
            {attempt.message === '' ? null : (
              <span className="pl-[22px] wrap-anywhere text-muted select-text">{attempt.message}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
