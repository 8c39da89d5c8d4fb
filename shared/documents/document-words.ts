import type { Discount } from '../domain/discount.ts'
import { formatQuantity } from '../domain/quantity.ts'
import type { Sale, TenderMethod } from '../domain/sale.ts'
import type { TaxRate } from '../domain/tax.ts'
import type { DocumentDesigns } from './document-design.ts'

/** What printed documents are written in. */
export type DocumentLanguage = DocumentDesigns['language']

/** Words that several documents share. */
export type DocumentWords = {
  /** Each way to pay. */
  readonly tenders: Readonly<Record<TenderMethod, string>>
  /** The kind of sale. */
  readonly kinds: Readonly<Record<Sale['kind'], string>>
  /** Marks every print of a document after the first. */
  readonly copy: string
  readonly telephone: string
  readonly note: string
  /** Before what the courier is to know. */
  readonly deliveryNote: string
  readonly total: string
  readonly rounding: string
  readonly cashier: string
  /** The tax by its name, beside a rate. */
  readonly taxName: string
}

/** The shared words in each language. SALINAN marks copies in both: it is the word that shops and tax officers look for. */
export const DOCUMENT_WORDS: Readonly<Record<DocumentLanguage, DocumentWords>> = {
  id: {
    tenders: { cash: 'Tunai', qris: 'QRIS', card: 'Kartu', transfer: 'Transfer bank', deposit: 'Deposit' },
    kinds: { 'walk-in': 'Bawa pulang', delivery: 'Dikirim' },
    copy: 'SALINAN',
    telephone: 'Telp',
    note: 'Catatan',
    deliveryNote: 'Catatan kirim',
    total: 'TOTAL',
    rounding: 'Pembulatan',
    cashier: 'Kasir',
    taxName: 'PPN',
  },
  en: {
    tenders: { cash: 'Cash', qris: 'QRIS', card: 'Card', transfer: 'Bank transfer', deposit: 'Deposit' },
    kinds: { 'walk-in': 'Takeaway', delivery: 'Delivery' },
    copy: 'SALINAN / COPY',
    telephone: 'Tel.',
    note: 'Note',
    deliveryNote: 'Delivery note',
    total: 'TOTAL',
    rounding: 'Rounding',
    cashier: 'Cashier',
    taxName: 'PPN (VAT)',
  },
}

/** What Indonesian documents call each way to pay. */
export const TENDER_WORDS = DOCUMENT_WORDS.id.tenders

/** What Indonesian documents call the kind of sale. */
export const KIND_WORDS = DOCUMENT_WORDS.id.kinds

/** The name of a way to pay behind another word: abbreviations stay as they are. */
export const insideSentence = (tender: string): string =>
  tender === tender.toUpperCase() ? tender : tender.toLowerCase()

const percentOf = (basisPoints: number): string => `${formatQuantity(basisPoints / 100)}%`

/** A discount by its name and, where it is one, its percent: `Diskon 12,5%`, `Diskon belanja`. */
export const discountWords = (name: string, discount: Discount | null): string =>
  discount?.type === 'percent' ? `${name} ${percentOf(discount.basisPoints)}` : name

/**
 * A tax rate on top of prices, as a tax invoice writes it: `PPN 12% x 11/12`, `PPN 11%`; the name of the tax stays in
 * English. Under a printed tax base, which is that fraction of the price already, see {@link taxOfBaseWords}.
 */
export const taxWords = ({ basisPoints, baseNumerator, baseDenominator }: TaxRate): string => {
  const fraction = `${String(baseNumerator)}/${String(baseDenominator)}`
  return `PPN ${percentOf(basisPoints)}${baseNumerator === baseDenominator ? '' : ` x ${fraction}`}`
}

/** A tax rate on the tax base that stands above it: `PPN 12%`. */
export const taxOfBaseWords = ({ basisPoints }: TaxRate, { taxName }: Pick<DocumentWords, 'taxName'>): string =>
  `${taxName} ${percentOf(basisPoints)}`

/** The tax base by its name: a fraction of the price is `DPP nilai lain` (PMK 131/2024); the name stays in English. */
export const taxBaseWords = ({ baseNumerator, baseDenominator }: TaxRate): string =>
  baseNumerator === baseDenominator ? 'DPP' : 'DPP nilai lain'
