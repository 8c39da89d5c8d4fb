import type { Discount } from '../domain/discount.ts'
import { formatQuantity } from '../domain/quantity.ts'
import type { Sale, TenderMethod } from '../domain/sale.ts'
import type { TaxRate } from '../domain/tax.ts'

/** What receipts call each way to pay. */
export const TENDER_WORDS: Readonly<Record<TenderMethod, string>> = {
  cash: 'Tunai',
  qris: 'QRIS',
  card: 'Kartu',
  transfer: 'Transfer bank',
  deposit: 'Deposit',
}

/** What receipts call the kind of sale. */
export const KIND_WORDS: Readonly<Record<Sale['kind'], string>> = { 'walk-in': 'Bawa pulang', delivery: 'Dikirim' }

/** Marks every print of a document after the first. */
export const COPY_WORD = 'SALINAN'

/** Heads the receipt of what comes back, and of goods changed for others. */
export const RETURN_WORD = 'RETUR'
export const EXCHANGE_WORD = 'TUKAR BARANG'

const percentOf = (basisPoints: number): string => `${formatQuantity(basisPoints / 100)}%`

/** A discount by its name and, where it is one, its percent: `Diskon 12,5%`, `Diskon belanja`. */
export const discountWords = (name: string, discount: Discount | null): string =>
  discount?.type === 'percent' ? `${name} ${percentOf(discount.basisPoints)}` : name

/** A tax rate as a tax invoice writes it: `PPN 12% x 11/12`, `PPN 11%`. */
export const taxWords = ({ basisPoints, baseNumerator, baseDenominator }: TaxRate): string => {
  const fraction = `${String(baseNumerator)}/${String(baseDenominator)}`
  return `PPN ${percentOf(basisPoints)}${baseNumerator === baseDenominator ? '' : ` x ${fraction}`}`
}

/** The tax base by its name: a fraction of the price is `DPP nilai lain` (PMK 131/2024). */
export const taxBaseWords = ({ baseNumerator, baseDenominator }: TaxRate): string =>
  baseNumerator === baseDenominator ? 'DPP' : 'DPP nilai lain'
