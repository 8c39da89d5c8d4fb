/** The series of numbers that a register makes: sales, returns, stock documents. Each counts by itself. */
export const NUMBER_SERIES = ['sale', 'return', 'stock'] as const
export type NumberSeries = (typeof NUMBER_SERIES)[number]

/** A number taken apart. `day` is the register's calendar day, `yyyy-mm-dd`; `sequence` counts from 1 within it. */
export type SaleNumberParts = {
  readonly register: string
  readonly series: NumberSeries
  readonly day: string
  readonly sequence: number
}

const LETTERS: Readonly<Record<NumberSeries, string>> = { sale: '', return: 'R', stock: 'S' }

const pad = (value: number, length: number): string => String(value).padStart(length, '0')

/** The part of a number before its sequence: `K1-261121`, of a return `K1-R261121`. Throws a RangeError on parts that cannot form a number. */
export const numberPrefix = ({ register, series, day }: Omit<SaleNumberParts, 'sequence'>): string => {
  const date = /^20(\d\d)-(\d\d)-(\d\d)$/.exec(day)
  if (date === null) throw new RangeError(`Not a day of this century: ${day}`)
  if (!/^[A-Z0-9]{1,6}$/.test(register)) throw new RangeError(`Not a register code: ${register}`)
  return `${register}-${LETTERS[series]}${date.slice(1).join('')}`
}

/**
 * `<register>-<yymmdd>-<sequence of at least four digits>`, e.g. `K1-261121-0007`; a return `K1-R261121-0001`, a stock
 * document `K1-S261121-0001`. Throws a RangeError on parts that cannot form a number.
 */
export const formatSaleNumber = (parts: SaleNumberParts): string => {
  const { sequence } = parts
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new RangeError(`Not a sequence: ${String(sequence)}`)
  return `${numberPrefix(parts)}-${pad(sequence, 4)}`
}

/** The parts of a number, or null when the text is not one. */
export const parseSaleNumber = (text: string): SaleNumberParts | null => {
  const parts =
    /^(?<register>[A-Z0-9]{1,6})-(?<letter>[RS]?)(?<year>\d\d)(?<month>\d\d)(?<day>\d\d)-(?<sequence>\d{4,15})$/.exec(
      text,
    )
  if (parts?.groups === undefined) return null
  const { register, letter, year, month, day, sequence: digits } = parts.groups
  if (register === undefined || year === undefined || month === undefined || day === undefined) return null
  const series = NUMBER_SERIES.find((each) => LETTERS[each] === letter)
  const sequence = Number(digits)
  if (sequence < 1 || series === undefined) return null
  return { register, series, day: `20${year}-${month}-${day}`, sequence }
}
