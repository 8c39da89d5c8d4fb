import { History } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shift } from '../../../shared/domain/shift.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { useShifts } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDay, formatDayAndClock, formatShortDay } from '../../ui/shop-time.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import { formatLocalClock } from '../../../shared/domain/local-time.ts'
import { differenceWords } from './shift-words.ts'

const PAGE = 50

const PastShift = ({ shift, onOpen }: { readonly shift: Shift; readonly onOpen: () => void }) => {
  const { t } = useTranslation('shifts')
  const language = useLanguage()
  const { openedAtMs, utcOffsetMinutes, closing } = shift
  if (closing === null) return null
  const opened = formatDayAndClock(openedAtMs, utcOffsetMinutes, language)
  const isSameDay =
    formatShortDay(openedAtMs, utcOffsetMinutes, language) === formatShortDay(closing.atMs, utcOffsetMinutes, language)
  const closed = isSameDay
    ? formatLocalClock(closing.atMs, utcOffsetMinutes)
    : `${formatShortDay(closing.atMs, utcOffsetMinutes, language)}, ${formatLocalClock(closing.atMs, utcOffsetMinutes)}`
  const { key, amount, tone } = differenceWords(closing.difference)
  return (
    <li>
      <button
        type="button"
        aria-label={t('showZ', { time: opened })}
        onClick={onOpen}
        className="focus-ring flex w-full cursor-default items-center justify-between gap-3 px-4 py-3 text-left -outline-offset-2 hover:bg-hover"
      >
        <span className="min-w-0">
          <span className="block truncate font-semibold">{formatDay(openedAtMs, utcOffsetMinutes, language)}</span>
          <span className="block truncate text-sm text-muted tabular-nums">
            {formatLocalClock(openedAtMs, utcOffsetMinutes)}–{closed} · {closing.by}
          </span>
        </span>
        <StateBadge tone={tone}>{t(`difference.${key}`, { amount })}</StateBadge>
      </button>
    </li>
  )
}

/** The shifts that were closed, newest first; each opens its Z report. */
export const PastShifts = ({ onOpen }: { readonly onOpen: (shiftId: string) => void }) => {
  const { t } = useTranslation('shifts')
  const [limit, setLimit] = useState(PAGE)
  const shifts = useLatest(useShifts(limit))
  if (shifts === undefined) return null
  const closed = shifts.filter((shift) => shift.closing !== null)
  if (closed.length === 0) {
    return (
      <EmptyState icon={<History size={44} aria-hidden />} title={t('pastEmpty')}>
        {t('pastEmptyHint')}
      </EmptyState>
    )
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <ul aria-label={t('pastList')} className="divide-y divide-line">
        {closed.map((shift) => (
          <PastShift key={shift.id} shift={shift} onOpen={() => onOpen(shift.id)} />
        ))}
      </ul>
      {shifts.length < limit ? null : (
        <div className="flex justify-center p-3">
          <Button onPress={() => setLimit(limit + PAGE)}>{t('more')}</Button>
        </div>
      )}
    </div>
  )
}
