import { formatLocalClock, toLocalTime } from '../../shared/domain/local-time.ts'

/** The languages in which times are written. */
export type TimeLanguage = 'id' | 'en'

const LOCALES: Record<TimeLanguage, string> = { id: 'id-ID', en: 'en-GB' }

const formattersOf = (language: TimeLanguage) => ({
  day: new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  shortDay: new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', timeZone: 'UTC' }),
})

// Making a formatter is slow and lists write thousands of times: one set a language.
const FORMATTERS = { id: formattersOf('id'), en: formattersOf('en') }

// The register's own offset decides, never the machine's zone: the formatters run in UTC over a shifted instant.
const shifted = (atMs: number, utcOffsetMinutes: number): number => atMs + utcOffsetMinutes * 60_000

/** `21 Nov 2026` at the register. */
export const formatDay = (atMs: number, utcOffsetMinutes: number, language: TimeLanguage): string =>
  FORMATTERS[language].day.format(shifted(atMs, utcOffsetMinutes))

/** `21 Nov` at the register. */
export const formatShortDay = (atMs: number, utcOffsetMinutes: number, language: TimeLanguage): string =>
  FORMATTERS[language].shortDay.format(shifted(atMs, utcOffsetMinutes))

/** `21:17:05` at the register. */
export const formatExactClock = (atMs: number, utcOffsetMinutes: number): string =>
  `${formatLocalClock(atMs, utcOffsetMinutes)}:${String(toLocalTime(atMs, utcOffsetMinutes).second).padStart(2, '0')}`

/** `21 Nov 2026, 21:17` at the register. */
export const formatDayAndClock = (atMs: number, utcOffsetMinutes: number, language: TimeLanguage): string =>
  `${formatDay(atMs, utcOffsetMinutes, language)}, ${formatLocalClock(atMs, utcOffsetMinutes)}`
