import { thousandthsOf } from './quantity.ts'
import type { StockPolicy } from './selling-rules.ts'

/** What the shop's policy says to a wish for goods: sell, sell after telling the cashier, or only with permission. */
export type StockVerdict = 'ok' | 'warn' | 'blocked'

/**
 * Judges a wish for `wanted` of a SKU (all lines of the basket together) by the figure that is shown. Nothing is held back
 * where the figure is not known (null), where goods come back (`wanted` 0 or below), and where the policy is `allow`:
 * Forstok itself takes orders below zero (its order form, "Qty Available -9").
 */
export const stockVerdict = (policy: StockPolicy, available: number | null, wanted: number): StockVerdict => {
  if (available === null || wanted <= 0 || policy === 'allow') return 'ok'
  if (thousandthsOf(wanted) <= thousandthsOf(available)) return 'ok'
  return policy === 'block' ? 'blocked' : 'warn'
}
