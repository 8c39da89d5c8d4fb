import { allocate } from './allocate.ts'
import type { Basket, BasketLine } from './basket.ts'
import { discountOn } from './discount.ts'
import { addRupiah, subtractRupiah, ZERO_RUPIAH, type Rupiah } from './money.ts'
import { priceTimes } from './quantity.ts'
import { lineTotal } from './sale-sums.ts'
import type { SaleLine } from './sale.ts'
import { taxOn, taxRateOn, type SaleTax, type TaxRules } from './tax.ts'

/** A basket with every amount worked out, but for the cash rounding, which depends on how it is paid. */
export type PricedBasket = {
  /** What is sold, then what comes back. */
  readonly lines: readonly SaleLine[]
  /** What is sold after the lines' own discounts, before the basket's. */
  readonly subtotal: Rupiah
  /** What the basket's discount takes off. */
  readonly discount: Rupiah
  readonly tax: SaleTax | null
  /** What is to be paid before cash rounding; below zero when more comes back than is sold. */
  readonly payable: Rupiah
}

/** Quantity times unit price, less the line's own discount. */
export const lineAmount = (line: Pick<BasketLine, 'quantity' | 'unitPrice' | 'discount'>): Rupiah => {
  const gross = priceTimes(line.unitPrice, line.quantity)
  return subtractRupiah(gross, discountOn(gross, line.discount))
}

const sharedOver = (total: Rupiah, weights: readonly Rupiah[]): readonly Rupiah[] =>
  total === 0 ? weights.map(() => ZERO_RUPIAH) : allocate(total, weights)

/**
 * Prices a basket. The order in which reductions and tax apply (the table of docs/MONEY.md):
 * 1. unit price (the catalogue's, or an override) x quantity, half up;
 * 2. the line's own discount;
 * 3. the basket's discount, on the sum of 2, shared over the lines (largest remainder);
 * 4. tax on the sum of what is taxed after 3, half up, shared over those lines;
 * 5. what comes back from an earlier sale, at the amounts it was sold for;
 * and, once the tenders are known, 6. cash rounding (settle-payment.ts). `day` (`yyyy-mm-dd`) decides the tax rate.
 */
export const priceBasket = (
  basket: Pick<Basket, 'lines' | 'discount' | 'returns'>,
  taxRules: TaxRules,
  day: string,
): PricedBasket => {
  const amounts = basket.lines.map(lineAmount)
  const subtotal = addRupiah(...amounts)
  const discount = discountOn(subtotal, basket.discount)
  const discountShares = sharedOver(discount, amounts)
  const nets = amounts.map((amount, index) => subtractRupiah(amount, discountShares[index] ?? ZERO_RUPIAH))
  const rate = taxRateOn(taxRules, day)
  const taxedNets = nets.map((net, index) =>
    rate !== null && basket.lines[index]?.item.isTaxed === true ? net : ZERO_RUPIAH,
  )
  const { base, tax } =
    rate === null
      ? { base: ZERO_RUPIAH, tax: ZERO_RUPIAH }
      : taxOn(addRupiah(...taxedNets), rate, taxRules.pricesIncludeTax)
  const bases = sharedOver(base, taxedNets)
  const taxes = sharedOver(tax, taxedNets)
  const sold = basket.lines.map((line, index): SaleLine => ({
    sku: line.item.sku,
    name: line.item.name,
    barcode: line.item.barcodes[0] ?? null,
    quantity: line.quantity,
    soldBy: line.item.soldBy,
    regularPrice: line.item.regularPrice ?? line.item.price,
    unitPrice: line.unitPrice,
    priceOverride: line.priceOverride,
    discount: line.discount,
    lineDiscount: discountOn(priceTimes(line.unitPrice, line.quantity), line.discount),
    basketDiscount: discountShares[index] ?? ZERO_RUPIAH,
    amount: nets[index] ?? ZERO_RUPIAH,
    isTaxed: rate !== null && line.item.isTaxed,
    isTaxIncluded: rate !== null && line.item.isTaxed && taxRules.pricesIncludeTax,
    taxBase: bases[index] ?? ZERO_RUPIAH,
    tax: taxes[index] ?? ZERO_RUPIAH,
    components: line.item.components,
    returned: null,
  }))
  const lines = [...sold, ...(basket.returns?.lines ?? [])]
  const payable = addRupiah(...lines.map(lineTotal))
  const taxSum = addRupiah(...lines.map((line) => line.tax))
  const baseSum = addRupiah(...lines.map((line) => line.taxBase))
  // What comes back carries the tax of its day, also in a shop that charges none any more.
  const returnedRate = basket.returns?.tax?.rate ?? null
  const shownRate = basket.lines.length === 0 ? returnedRate : (rate ?? returnedRate)
  return {
    lines,
    subtotal,
    discount,
    tax: shownRate === null ? null : { rate: shownRate, base: baseSum, amount: taxSum },
    payable,
  }
}
