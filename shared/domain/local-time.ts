/** A calendar reading at the register, without any time zone database. Month and day count from 1. */
export type LocalTime = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000

/** Reads epoch milliseconds as the wall clock `utcOffsetMinutes` east of UTC. Proleptic Gregorian, by Howard Hinnant's `civil_from_days`. */
export const toLocalTime = (ms: number, utcOffsetMinutes: number): LocalTime => {
  const localMs = Math.floor(ms) + utcOffsetMinutes * MS_PER_MINUTE
  const days = Math.floor(localMs / MS_PER_DAY)
  const msOfDay = localMs - days * MS_PER_DAY
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
    hour: Math.floor(msOfDay / 3_600_000),
    minute: Math.floor(msOfDay / MS_PER_MINUTE) % 60,
    second: Math.floor(msOfDay / 1_000) % 60,
  }
}

const padded = (value: number, width = 2): string => String(value).padStart(width, '0')

/** The calendar day at the register as `yyyy-mm-dd`. */
export const formatLocalDay = (ms: number, utcOffsetMinutes: number): string => {
  const { year, month, day } = toLocalTime(ms, utcOffsetMinutes)
  return `${padded(year, 4)}-${padded(month)}-${padded(day)}`
}

/** Day and time as Indonesian shops write it, in both languages: `dd/MM/yyyy HH:mm`. */
export const formatLocalDateTime = (ms: number, utcOffsetMinutes: number): string => {
  const { year, month, day, hour, minute } = toLocalTime(ms, utcOffsetMinutes)
  return `${padded(day)}/${padded(month)}/${padded(year, 4)} ${padded(hour)}:${padded(minute)}`
}

/** The time of day at the register as `HH:mm`. */
export const formatLocalClock = (ms: number, utcOffsetMinutes: number): string => {
  const { hour, minute } = toLocalTime(ms, utcOffsetMinutes)
  return `${padded(hour)}:${padded(minute)}`
}
