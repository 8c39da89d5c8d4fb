import { isRupiah, type Rupiah } from '../money.ts'
import { priceTimes } from '../quantity.ts'
import { documentTypeOf, isReturned, lineTotal, saleParts } from '../sale-sums.ts'
import type { Sale, SaleLine } from '../sale.ts'

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

const isWhole = (amount: number): boolean => isRupiah(amount) && !Object.is(amount, -0)

const lineFaults = (line: SaleLine): readonly string[] => {
  const back = isReturned(line)
  const amounts: readonly Rupiah[] = [line.lineDiscount, line.basketDiscount, line.amount, line.taxBase, line.tax]
  const direction = back ? -1 : 1
  const gross = line.amount + line.lineDiscount + line.basketDiscount
  return [
    ...(amounts.every(isWhole) ? [] : ['an amount of a line is not whole rupiah']),
    ...(amounts.every((amount) => amount * direction >= 0) ? [] : ['an amount of a line has the wrong sign']),
    ...(line.quantity * direction > 0 ? [] : ['the quantity of a line has the wrong sign']),
    ...(back || gross === priceTimes(line.unitPrice, line.quantity) ? [] : ['gross is not price times quantity']),
    ...(line.isTaxed || (line.tax === 0 && line.taxBase === 0) ? [] : ['a line outside tax carries tax']),
    ...(!line.isTaxIncluded || Math.abs(line.tax) <= Math.abs(line.amount) ? [] : ['the tax in a price exceeds it']),
  ]
}

/** Which laws of money a sale breaks, in words; none for every sale that the domain makes (design, invariant 3). */
export const saleFaults = (sale: Sale): readonly string[] => {
  const { lines, rounding, total, tenders, change, tax } = sale
  const cash = tenders.filter((tender) => tender.method === 'cash')
  const parts = saleParts(sale)
  const isBalanced = (amount: number): boolean => amount === total
  return [
    ...lines.flatMap(lineFaults),
    ...([rounding, total, change].every(isWhole) ? [] : ['a sum is not whole rupiah']),
    ...(tenders.every((each) => isWhole(each.amount) && isWhole(each.applied)) ? [] : ['a tender is not whole rupiah']),
    ...(isBalanced(sumOf(lines.map(lineTotal)) + rounding) ? [] : ['lines + tax + rounding is not the total']),
    ...(isBalanced(sumOf(tenders.map((each) => each.applied))) ? [] : ['what is applied is not the total']),
    ...(isBalanced(sumOf(tenders.map((each) => each.amount)) - change) ? [] : ['tenders - change is not the total']),
    ...(sumOf(lines.map((line) => line.tax)) === (tax?.amount ?? 0) ? [] : ['the tax of the lines is not the tax']),
    ...(sumOf(lines.map((line) => line.taxBase)) === (tax?.base ?? 0)
      ? []
      : ['the bases of the lines are not the base']),
    ...(change >= 0 && change <= Math.max(0, sumOf(cash.map((each) => each.amount))) ? [] : ['change without cash']),
    ...(tenders.every((each) => each.method === 'cash' || each.amount === each.applied)
      ? []
      : ['something other than cash gave change']),
    ...(tenders.every((each) => each.amount !== 0) ? [] : ['a tender of nothing']),
    ...(parts.sold >= 0 && parts.returned <= 0 && isBalanced(parts.sold + parts.returned)
      ? []
      : ['the parts do not make up the total']),
    ...(documentTypeOf(sale) === 'return' && total > 0 ? ['a return that the buyer pays for'] : []),
    ...(documentTypeOf(sale) === 'sale' && total < 0 ? ['a sale that pays the buyer'] : []),
  ]
}
