import type { Bilingual } from './bilingual.ts'
import type { CellProblem } from './catalogue-cells.ts'
import type { Rupiah } from './money.ts'
import { parseRupiahText, type AmountProblem } from './parse-whole-number.ts'
import { failure, success, type Result } from './result.ts'

const AMOUNT_TEXTS: Readonly<Record<AmountProblem, Bilingual>> = {
  unreadable: { id: 'Bukan angka rupiah.', en: 'Not an amount of rupiah.' },
  'not-whole': {
    id: 'Bukan rupiah bulat. Tulis tanpa desimal, mis. 12800.',
    en: 'Not whole rupiah. Write it without decimals, e.g. 12800.',
  },
  negative: { id: 'Harga tidak boleh minus.', en: 'A price cannot be negative.' },
  'too-large': { id: 'Melebihi 999 miliar.', en: 'Over 999 billion.' },
}

/** A price that must be there. `column` names it in the problem's code. */
export const readPrice = (column: 'price' | 'cost' | 'regular', text: string): Result<Rupiah, CellProblem> => {
  const amount = parseRupiahText(text)
  return amount.ok ? amount : failure({ code: `${column}.${amount.error}`, message: AMOUNT_TEXTS[amount.error] })
}

/** What an item costs the shop; null when nothing is said. */
export const readCost = (text: string): Result<Rupiah | null, CellProblem> =>
  text === '' ? success(null) : readPrice('cost', text)

/** The price before a reduction: above the selling price, or null where there is no reduction. `price` is null when it could not be read. */
export const readRegularPrice = (text: string, price: Rupiah | null): Result<Rupiah | null, CellProblem> => {
  if (text === '') return success(null)
  const regular = readPrice('regular', text)
  if (!regular.ok || price === null || regular.value > price) return regular
  if (regular.value === price) return success(null)
  return failure({
    code: 'regular.below-price',
    message: {
      id: 'Harga normal lebih rendah dari harga jual. Tukar atau kosongkan.',
      en: 'The regular price is below the selling price. Swap them or leave it empty.',
    },
  })
}
