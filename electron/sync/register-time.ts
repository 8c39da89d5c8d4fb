const two = (value: number): string => String(value).padStart(2, '0')

/** The instant's date and time as the register's own wall clock shows them. */
const onRegister = (atMs: number, utcOffsetMinutes: number): Date => new Date(atMs + utcOffsetMinutes * 60_000)

/**
 * `dd/MM/yyyy` in the register's own offset. Accurate's clock is WIB, but a transaction date is a day, not an instant: it must be
 * the day on the customer's receipt, also for a sale just after midnight in Makassar or Jayapura.
 */
export const registerDate = (atMs: number, utcOffsetMinutes: number): string => {
  const date = onRegister(atMs, utcOffsetMinutes)
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear()).padStart(4, '0')}`
}

/** ISO 8601 with the register's offset: `2026-11-21T09:15:00+07:00`. */
export const registerTimestamp = (atMs: number, utcOffsetMinutes: number): string => {
  const sign = utcOffsetMinutes < 0 ? '-' : '+'
  const minutes = Math.abs(utcOffsetMinutes)
  const local = onRegister(atMs, utcOffsetMinutes).toISOString().slice(0, 19)
  return `${local}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
