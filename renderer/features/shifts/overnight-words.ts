import type { TFunction } from 'i18next'
import { formatLocalClock } from '../../../shared/domain/local-time.ts'
import { shiftDaysOpen } from '../../../shared/domain/shift-days-open.ts'
import type { Shift } from '../../../shared/domain/shift.ts'
import { formatDayAndClock, type TimeLanguage } from '../../ui/shop-time.ts'

/** What is said of a shift that was left open overnight; null on the day of its opening. */
export const overnightWords = (
  t: TFunction<'shifts'>,
  shift: Pick<Shift, 'openedAtMs' | 'utcOffsetMinutes'>,
  nowMs: number,
  language: TimeLanguage,
): string | null => {
  const days = shiftDaysOpen(shift, nowMs)
  if (days === 0) return null
  const { openedAtMs, utcOffsetMinutes } = shift
  const time =
    days === 1
      ? t('notice.yesterday', { clock: formatLocalClock(openedAtMs, utcOffsetMinutes) })
      : t('notice.daysAgo', { count: days, time: formatDayAndClock(openedAtMs, utcOffsetMinutes, language) })
  return t('notice.overnight', { time })
}
