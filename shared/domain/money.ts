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

/** The same amount the other way. */
export const negateRupiah = (amount: Rupiah): Rupiah => rupiah(0 - amount)

/** The nearest valid amount to a whole number: for figures that a screen shows while somebody is still typing. */
export const clampRupiah = (value: number): Rupiah =>
  rupiah(Math.max(0 - LARGEST_RUPIAH, Math.min(LARGEST_RUPIAH, value)))

/** `amount` times a whole number of units. Throws a RangeError when the product is not a whole rupiah in range. */
export const timesRupiah = (amount: Rupiah, units: number): Rupiah => rupiah(amount * units)

/** Rupiah as Indonesian shops write it, in both languages: `Rp 12.800`, `-Rp 500`. */
export const formatRupiah = (amount: Rupiah): string =>
  `${amount < 0 ? '-' : ''}Rp ${formatThousands(Math.abs(amount))}`

/**
 * Reads rupiah as people write them in both languages: `12800`, `12.800`, `12,800`, `Rp 12.800`, `Rp12.800,00`, `Rp 12.800,-`, `-Rp 500`.
 * Dots or commas must stand between groups of three digits; a rest of `,00`, `.00` or `,-` is dropped. Null for anything else,
 * also for fractions of a rupiah and for amounts over 999 billion.
 */
export const parseRupiah = (text: string): Rupiah | null => {
  const read = /^(?<before>[-\u2212])?\s*(?:rp\.?\s*|idr\s*)?(?<after>[-\u2212])?(?<digits>\d[\d.,]*?)(?:,-)?$/i.exec(
    text.trim(),
  )
  const { before, after, digits } = read?.groups ?? {}
  if (digits === undefined || (before !== undefined && after !== undefined)) return null
  const isPlain = /^\d+(?:[.,]00)?$/.test(digits)
  const isGrouped = /^\d{1,3}(?:\.\d{3})+(?:,00)?$/.test(digits) || /^\d{1,3}(?:,\d{3})+(?:\.00)?$/.test(digits)
  if (!isPlain && !isGrouped) return null
  const magnitude = Number(digits.replace(/[.,]00$/, '').replaceAll(/[.,]/g, ''))
  if (!isRupiah(magnitude)) return null
  return before === undefined && after === undefined ? magnitude : negateRupiah(magnitude)
}

/** A whole number with a dot between thousands: 12800 -> `12.800`. */
export const formatThousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
