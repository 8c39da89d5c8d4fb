import type { Sale, TenderMethod } from '../domain/sale.ts'

/** What receipts call each way to pay. */
export const TENDER_WORDS: Readonly<Record<TenderMethod, string>> = {
  cash: 'Tunai',
  qris: 'QRIS',
  card: 'Kartu',
  transfer: 'Transfer bank',
}

/** What receipts call the kind of sale. */
export const KIND_WORDS: Readonly<Record<Sale['kind'], string>> = { 'walk-in': 'Bawa pulang', delivery: 'Dikirim' }

/** Marks every print of a document after the first. */
export const COPY_WORD = 'SALINAN'
