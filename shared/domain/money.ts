import { z } from 'zod'

declare const rupiahBrand: unique symbol

/** Whole rupiah. The only way in is {@link rupiah} or {@link rupiahSchema}; arithmetic stays inside the functions below. */
export type Rupiah = number & { readonly [rupiahBrand]: 'Rupiah' }

/** The largest amount Accurate takes: 999 billion (its API page: "decimal up to 999 billion"). */
export const LARGEST_RUPIAH = 999_999_999_999

/** True for a whole number of rupiah within the range that both services carry. */
export const isRupiah = (value: unknown): value is Rupiah =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LARGEST_RUPIAH

/** Brands a whole number as rupiah. Throws a RangeError on fractions, NaN and amounts over 999 billion: that is a bug. */
export const rupiah = (value: number): Rupiah => {
  const withoutNegativeZero = value === 0 ? 0 : value
  if (!isRupiah(withoutNegativeZero)) throw new RangeError(`Not a whole rupiah amount: ${String(value)}`)
  return withoutNegativeZero
}

export const rupiahSchema = z.custom<Rupiah>(isRupiah, { message: 'not a whole rupiah amount' })

export const ZERO_RUPIAH: Rupiah = rupiah(0)

/** The sum in rupiah; 0 for none. Throws a RangeError when it leaves the range. */
export const addRupiah = (...amounts: readonly Rupiah[]): Rupiah =>
  rupiah(amounts.reduce<number>((sum, amount) => sum + amount, 0))

/** `left - right` in rupiah. */
export const subtractRupiah = (left: Rupiah, right: Rupiah): Rupiah => rupiah(left - right)

/** `amount` times a whole number of units. Throws a RangeError when the product is not a whole rupiah in range. */
export const timesRupiah = (amount: Rupiah, units: number): Rupiah => rupiah(amount * units)

/** Rupiah as Indonesian shops write it, in both languages: `Rp 12.800`, `-Rp 500`. */
export const formatRupiah = (amount: Rupiah): string =>
  `${amount < 0 ? '-' : ''}Rp ${formatThousands(Math.abs(amount))}`

/** A whole number with a dot between thousands: 12800 -> `12.800`. */
export const formatThousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
