import { toLocalTime } from '../../shared/domain/local-time.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * `dd/MM/yyyy` in the register's own offset. Accurate's clock is WIB, but a transaction date is a day, not an instant: it must be
 * the day on the customer's receipt, also for a sale just after midnight in Makassar or Jayapura.
 */
export const registerDate = (atMs: number, utcOffsetMinutes: number): string => {
  const { year, month, day } = toLocalTime(atMs, utcOffsetMinutes)
  return `${two(day)}/${two(month)}/${String(year).padStart(4, '0')}`
}

/** ISO 8601 with the register's offset: `2026-11-21T09:15:00+07:00`. */
export const registerTimestamp = (atMs: number, utcOffsetMinutes: number): string => {
  const sign = utcOffsetMinutes < 0 ? '-' : '+'
  const minutes = Math.abs(utcOffsetMinutes)
  const local = new Date(atMs + utcOffsetMinutes * 60_000).toISOString().slice(0, 19)
  return `${local}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
