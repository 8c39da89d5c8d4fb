import { formatLocalClock, toLocalTime } from '../domain/local-time.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'] as const

const zoneName = (utcOffsetMinutes: number): string => {
  if (utcOffsetMinutes === 420) return ' WIB'
  if (utcOffsetMinutes === 480) return ' WITA'
  return utcOffsetMinutes === 540 ? ' WIT' : ''
}

/** Date and time as the register's clock showed them, in Indonesian: `21 Nov 2026 21:05 WIB`. */
export const formatRegisterTime = (atMs: number, utcOffsetMinutes: number): string => {
  const { year, month, day } = toLocalTime(atMs, utcOffsetMinutes)
  const clock = formatLocalClock(atMs, utcOffsetMinutes)
  return `${String(day)} ${MONTHS[month - 1] ?? ''} ${String(year)} ${clock}${zoneName(utcOffsetMinutes)}`
}
