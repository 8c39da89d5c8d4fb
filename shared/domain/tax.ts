import { z } from 'zod'
import { rupiah, rupiahSchema, type Rupiah } from './money.ts'
import { divideHalfUp } from './round-half-up.ts'

const daySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/**
 * One rate of PPN and the day (yyyy-mm-dd, at the register) from which it holds. The tax base is a fraction of the price
 * (DPP nilai lain): `baseNumerator / baseDenominator`.
 */
export const taxRateSchema = z
  .object({
    from: daySchema,
    basisPoints: z.number().int().min(0).max(10_000),
    baseNumerator: z.number().int().positive().max(1_000),
    baseDenominator: z.number().int().positive().max(1_000),
  })
  .refine((rate) => rate.baseNumerator <= rate.baseDenominator, { message: 'the tax base exceeds the price' })
export type TaxRate = z.infer<typeof taxRateSchema>

/**
 * PPN of ordinary goods. From 2025-01-01: 12 % of 11/12 of the price (PMK 131/2024); before: 11 % of the price, from
 * 2022-04-01 (UU 7/2021 art. 7); before that 10 %. A later rule is one more row.
 */
export const PPN_RATES: readonly TaxRate[] = [
  { from: '2010-01-01', basisPoints: 1_000, baseNumerator: 1, baseDenominator: 1 },
  { from: '2022-04-01', basisPoints: 1_100, baseNumerator: 1, baseDenominator: 1 },
  { from: '2025-01-01', basisPoints: 1_200, baseNumerator: 11, baseDenominator: 12 },
]

/** How a shop charges PPN. Off (`isCharged`) for sellers who are not PKP: then there is no tax line and no NPWP wording. */
export const taxRulesSchema = z.object({
  isCharged: z.boolean(),
  /** Prices of the catalogue include the tax (the custom at shop counters). */
  pricesIncludeTax: z.boolean(),
  rates: z.array(taxRateSchema).min(1).readonly(),
})
export type TaxRules = z.infer<typeof taxRulesSchema>

/** The rate that holds on a day (`yyyy-mm-dd`); null when the shop charges none, or before the first rate. */
export const taxRateOn = (rules: TaxRules, day: string): TaxRate | null => {
  if (!rules.isCharged) return null
  const begun = rules.rates.filter((rate) => rate.from <= day)
  return begun.toSorted((one, other) => one.from.localeCompare(other.from)).at(-1) ?? null
}

/** Tax base (DPP) and tax (PPN) of an amount, each rounded once from its exact figure. */
export type TaxAmounts = { readonly base: Rupiah; readonly tax: Rupiah }

/**
 * Base and tax of `amount` at a rate, half up to whole rupiah (PER-11/PJ/2025 art. 129). Without tax in the price:
 * base = amount x fraction, tax = rate x base. With tax in it, the amount before tax is amount / (1 + rate x fraction): at
 * 12 % of 11/12 the tax is amount x 11/111. Mirrored below zero.
 */
export const taxOn = (amount: Rupiah, rate: TaxRate, isIncluded: boolean): TaxAmounts => {
  const [value, points] = [BigInt(amount), BigInt(rate.basisPoints)]
  const [top, bottom] = [BigInt(rate.baseNumerator), BigInt(rate.baseDenominator)]
  const wholePoints = 10_000n
  // One rupiah before tax carries (points x top) / (wholePoints x bottom) of tax.
  const beforeTax = wholePoints * bottom
  const divisor = isIncluded ? beforeTax + points * top : beforeTax
  return {
    base: rupiah(Number(divideHalfUp(value * top * wholePoints, divisor))),
    tax: rupiah(Number(divideHalfUp(value * points * top, divisor))),
  }
}

/** What of the tax stands on a sale and its receipt. */
export const saleTaxSchema = z.object({
  rate: taxRateSchema,
  base: rupiahSchema,
  amount: rupiahSchema,
})
export type SaleTax = z.infer<typeof saleTaxSchema>
