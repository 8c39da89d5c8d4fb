import { RECEIPT_WORDS, type ReceiptWords } from './receipt-words.ts'
import type { DocumentLanguage } from './document-words.ts'

/** The words of pick lists. */
export type PickListWords = ReceiptWords & {
  readonly pickList: string
  /** Where that one is too long. */
  readonly shortPickList: string
  /** Before the parts of a bundle. */
  readonly consistsOf: string
  /** Why a sale has no pick list. */
  readonly nothingToPick: string
}

/** The words of pick lists in each language. */
export const PICK_LIST_WORDS: Readonly<Record<DocumentLanguage, PickListWords>> = {
  id: {
    ...RECEIPT_WORDS.id,
    pickList: 'DAFTAR AMBIL BARANG',
    shortPickList: 'DAFTAR AMBIL',
    consistsOf: 'Isi',
    nothingToPick: 'tidak ada barang yang harus diambil',
  },
  en: {
    ...RECEIPT_WORDS.en,
    pickList: 'PICK LIST',
    shortPickList: 'PICK LIST',
    consistsOf: 'Parts',
    nothingToPick: 'there is nothing to pick',
  },
}
