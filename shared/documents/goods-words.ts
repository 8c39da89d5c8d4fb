import type { DocumentLanguage } from './document-words.ts'

/** What is said when a label of goods cannot be printed as ordered. */
export type GoodsWords = {
  readonly noCode: string
  readonly noName: string
  readonly noPrice: string
  readonly noRoom: string
}

/** The words of product labels and shelf tags in each language. */
export const GOODS_WORDS: Readonly<Record<DocumentLanguage, GoodsWords>> = {
  id: {
    noCode: 'kode ini tidak bisa dibuat barcode yang terbaca di label sekecil ini',
    noName: 'nama dan SKU-nya berisi huruf yang tidak bisa dicetak; ubah salah satunya',
    noPrice: 'harganya tidak muat di label ini',
    noRoom: 'isi label tidak muat; pakai label lebih besar atau kurangi isinya',
  },
  en: {
    noCode: 'this code makes no barcode that can be read on a label of this size',
    noName: 'its name and its SKU have letters that cannot be printed; change one of them',
    noPrice: 'its price does not fit on this label',
    noRoom: 'not everything fits on the label; use larger labels or take parts off',
  },
}
