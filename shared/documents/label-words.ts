import { DOCUMENT_WORDS, type DocumentLanguage, type DocumentWords } from './document-words.ts'

/** The words of shipping labels. */
export type LabelWords = DocumentWords & {
  readonly to: string
  readonly from: string
  readonly awb: string
  /** The order is paid: the courier collects nothing. */
  readonly paid: string
  readonly contents: (pieces: string) => string
  readonly product: string
  readonly sku: string
  readonly quantity: string
  readonly more: (lines: number) => string
  readonly products: (lines: number) => string
}

/** The words of shipping labels in each language. */
export const LABEL_WORDS: Readonly<Record<DocumentLanguage, LabelWords>> = {
  id: {
    ...DOCUMENT_WORDS.id,
    to: 'KEPADA',
    from: 'DARI',
    awb: 'No. Resi',
    paid: 'NON-COD',
    contents: (pieces) => `Isi: ${pieces} barang`,
    product: 'Produk',
    sku: 'SKU',
    quantity: 'Jml',
    more: (lines) => `+ ${String(lines)} produk lainnya`,
    products: (lines) => `${String(lines)} produk`,
  },
  en: {
    ...DOCUMENT_WORDS.en,
    to: 'TO',
    from: 'FROM',
    awb: 'AWB',
    paid: 'NON-COD',
    contents: (pieces) => `Contents: ${pieces} pcs`,
    product: 'Product',
    sku: 'SKU',
    quantity: 'Qty',
    more: (lines) => `+ ${String(lines)} more ${lines === 1 ? 'product' : 'products'}`,
    products: (lines) => `${String(lines)} ${lines === 1 ? 'product' : 'products'}`,
  },
}
