const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'] as const
const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

const two = (value: number): string => String(value).padStart(2, '0')

/** Proleptic Gregorian date of a day counted from 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
const dateOfDay = (day: number): { year: number; month: number; dayOfMonth: number } => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

const zoneName = (utcOffsetMinutes: number): string => {
  if (utcOffsetMinutes === 420) return ' WIB'
  if (utcOffsetMinutes === 480) return ' WITA'
  return utcOffsetMinutes === 540 ? ' WIT' : ''
}

/** Date and time as the register's clock showed them, in Indonesian: `21 Nov 2026 21:05 WIB`. */
export const formatRegisterTime = (atMs: number, utcOffsetMinutes: number): string => {
  const minutes = Math.floor(atMs / MINUTE_MS) + utcOffsetMinutes
  const day = Math.floor(minutes / DAY_MINUTES)
  const minuteOfDay = minutes - day * DAY_MINUTES
  const { year, month, dayOfMonth } = dateOfDay(day)
  const time = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`
  return `${String(dayOfMonth)} ${MONTHS[month - 1] ?? ''} ${String(year)} ${time}${zoneName(utcOffsetMinutes)}`
}
