import { z } from 'zod'
import { formatThousands, rupiah, type Rupiah } from './money.ts'
import { divideHalfUp } from './round-half-up.ts'

/** The largest quantity of one line; a scanned barcode that landed in the quantity field must not become a sale. */
export const LARGEST_QUANTITY = 99_999

const PER_UNIT = 1_000

/** The whole thousandths of a quantity: 1.25 -> 1250. Quantities are compared, added and shared as these. */
export const thousandthsOf = (quantity: number): number => Math.round(quantity * PER_UNIT)

/** The quantity of so many thousandths. Two quantities that mean the same are the same number. */
export const fromThousandths = (thousandths: number): number => {
  const quantity = thousandths / PER_UNIT
  return quantity === 0 ? 0 : quantity
}

/** True for a number with at most three decimals, of any sign and size that stays exact. */
export const isQuantity = (value: unknown): value is number =>
  typeof value === 'number' &&
  Number.isSafeInteger(thousandthsOf(value)) &&
  fromThousandths(thousandthsOf(value)) === value

/** A count of pieces, or a weight in kilograms with up to three decimals; below zero for what comes back. */
export const quantitySchema = z.number().refine(isQuantity, { message: 'not a quantity of at most three decimals' })

/** The exact sum; 0 for none. */
export const addQuantities = (...quantities: readonly number[]): number =>
  fromThousandths(quantities.reduce((sum, quantity) => sum + thousandthsOf(quantity), 0))

/** `quantity` times `factor` (both with at most three decimals), to the nearest thousandth. */
export const timesQuantity = (quantity: number, factor: number): number =>
  fromThousandths(
    Number(divideHalfUp(BigInt(thousandthsOf(quantity)) * BigInt(thousandthsOf(factor)), BigInt(PER_UNIT))),
  )

/** Unit price times quantity in whole rupiah, half up. Throws a RangeError beyond the range of {@link Rupiah}. */
export const priceTimes = (unitPrice: Rupiah, quantity: number): Rupiah =>
  rupiah(Number(divideHalfUp(BigInt(unitPrice) * BigInt(thousandthsOf(quantity)), BigInt(PER_UNIT))))

/** A quantity as Indonesian shops write it, in both languages: `1.250`, `0,75`, `-2`. */
export const formatQuantity = (quantity: number): string => {
  const thousandths = Math.abs(thousandthsOf(quantity))
  const decimals = String(thousandths % PER_UNIT)
    .padStart(3, '0')
    .replace(/0+$/, '')
  const whole = formatThousands(Math.floor(thousandths / PER_UNIT))
  return `${quantity < 0 ? '-' : ''}${whole}${decimals === '' ? '' : `,${decimals}`}`
}
