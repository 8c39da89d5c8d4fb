import { formatLocalDay } from './local-time.ts'

/** A sale number taken apart. `day` is the register's calendar day, `yyyy-mm-dd`; `sequence` counts from 1 within it. */
export type SaleNumberParts = { readonly register: string; readonly day: string; readonly sequence: number }

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** The calendar day (`yyyy-mm-dd`) at a moment, as the register's wall clock shows it; `utcOffsetMinutes` is east of UTC. */
export const saleDay = (atMs: number, utcOffsetMinutes: number): string => formatLocalDay(atMs, utcOffsetMinutes)

/** `<register>-<yymmdd>-<sequence of at least four digits>`, e.g. `K1-261121-0007`. Throws a RangeError on parts that cannot form a number. */
export const formatSaleNumber = ({ register, day, sequence }: SaleNumberParts): string => {
  const date = /^20(\d\d)-(\d\d)-(\d\d)$/.exec(day)
  if (date === null) throw new RangeError(`Not a day of this century: ${day}`)
  if (!/^[A-Z0-9]{1,6}$/.test(register)) throw new RangeError(`Not a register code: ${register}`)
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`Not a sequence: ${String(sequence)}`)
  return `${register}-${date.slice(1).join('')}-${pad(sequence, 4)}`
}

/** The parts of a sale number, or null when the text is not one. */
export const parseSaleNumber = (text: string): SaleNumberParts | null => {
  const parts = /^(?<register>[A-Z0-9]{1,6})-(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)-(?<sequence>\d{4,15})$/.exec(text)
  if (parts?.groups === undefined) return null
  const { register, year, month, day, sequence: digits } = parts.groups
  if (register === undefined || year === undefined || month === undefined || day === undefined) return null
  const sequence = Number(digits)
  if (sequence < 1) return null
  return { register, day: `20${year}-${month}-${day}`, sequence }
}
