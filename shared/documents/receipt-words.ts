import { RETURN_REASONS } from '../domain/return-line.ts'
import { DOCUMENT_WORDS, insideSentence, type DocumentLanguage, type DocumentWords } from './document-words.ts'

/** The words of receipts. */
export type ReceiptWords = DocumentWords & {
  readonly number: string
  readonly returnNumber: string
  readonly date: string
  readonly kind: string
  readonly returned: string
  readonly exchanged: string
  /** The number of the sale that goods come back from. */
  readonly fromSale: string
  readonly bought: string
  readonly broughtBack: string
  readonly discount: string
  readonly basketDiscount: string
  readonly basketDiscountShare: string
  readonly regularPrice: (price: string) => string
  readonly reason: (reason: string) => string
  readonly subtotal: string
  readonly subtotalReturned: string
  /** What one part of an exchange comes to. */
  readonly totalBought: string
  readonly totalReturned: string
  /** What is bought less what came back, before rounding. */
  readonly difference: string
  /** The same in the place of the total: what is to pay, what is to pay back, neither. */
  readonly differenceDue: string
  readonly differenceBack: string
  readonly noDifference: string
  readonly pieces: (count: string, kinds: number) => string
  readonly piecesBack: (count: string) => string
  readonly nothingTaxed: string
  readonly taxIncluded: string
  readonly untaxed: string
  readonly paidBack: (tender: string) => string
  readonly unconfirmed: string
  readonly reference: string
  readonly change: string
  readonly noPayment: string
  readonly payByQris: string
  readonly sentTo: string
  readonly awb: (awb: string) => string
  readonly thanks: string
  readonly thanksForReturn: string
}

/** What was picked from the list is stored in Indonesian; what was written by hand stays as it is. */
const reasonInEnglish = (reason: string): string => RETURN_REASONS.find(({ id }) => id === reason)?.en ?? reason

/** The words of receipts in each language. */
export const RECEIPT_WORDS: Readonly<Record<DocumentLanguage, ReceiptWords>> = {
  id: {
    ...DOCUMENT_WORDS.id,
    number: 'No.',
    returnNumber: 'No. retur',
    date: 'Tanggal',
    kind: 'Jenis',
    returned: 'RETUR',
    exchanged: 'TUKAR BARANG',
    fromSale: 'Nota asal',
    bought: 'Dibeli',
    broughtBack: 'Diretur',
    discount: 'Diskon',
    basketDiscount: 'Diskon belanja',
    basketDiscountShare: 'Bagian diskon',
    regularPrice: (price) => `Harga normal ${price}`,
    reason: (reason) => `Alasan: ${reason}`,
    subtotal: 'Subtotal',
    subtotalReturned: 'Subtotal retur',
    totalBought: 'Jumlah belanja',
    totalReturned: 'Jumlah retur',
    difference: 'Selisih',
    differenceDue: 'SELISIH BAYAR',
    differenceBack: 'SELISIH KEMBALI',
    noDifference: 'SELISIH',
    pieces: (count, kinds) => `${count} barang (${String(kinds)} jenis)`,
    piecesBack: (count) => `${count} barang kembali`,
    nothingTaxed: 'Semua barang tidak kena PPN',
    taxIncluded: 'Harga sudah termasuk PPN',
    untaxed: 'Tidak kena PPN',
    paidBack: (tender) => `Dikembalikan ${insideSentence(tender)}`,
    unconfirmed: 'belum dikonfirmasi',
    reference: 'Ref.',
    change: 'Kembali',
    noPayment: 'Tanpa pembayaran',
    payByQris: 'Bayar dengan QRIS',
    sentTo: 'Dikirim kepada',
    awb: (awb) => `resi ${awb}`,
    thanks: 'Terima kasih atas kunjungan Anda',
    thanksForReturn: 'Simpan sebagai bukti retur',
  },
  en: {
    ...DOCUMENT_WORDS.en,
    number: 'No.',
    returnNumber: 'Return',
    date: 'Date',
    kind: 'Type',
    returned: 'RETURN',
    exchanged: 'EXCHANGE',
    fromSale: 'From sale',
    bought: 'Bought',
    broughtBack: 'Returned',
    discount: 'Discount',
    basketDiscount: 'Basket discount',
    basketDiscountShare: 'Share of discount',
    regularPrice: (price) => `Regular price ${price}`,
    reason: (reason) => `Reason: ${reasonInEnglish(reason)}`,
    subtotal: 'Subtotal',
    subtotalReturned: 'Subtotal returned',
    totalBought: 'Total bought',
    totalReturned: 'Total returned',
    difference: 'Difference',
    differenceDue: 'DIFFERENCE DUE',
    differenceBack: 'DIFFERENCE BACK',
    noDifference: 'DIFFERENCE',
    pieces: (count, kinds) =>
      `${count} ${count === '1' ? 'piece' : 'pieces'} (${String(kinds)} ${kinds === 1 ? 'product' : 'products'})`,
    piecesBack: (count) => `${count} ${count === '1' ? 'piece' : 'pieces'} returned`,
    nothingTaxed: 'No item is subject to PPN (VAT)',
    taxIncluded: 'Prices include PPN (VAT)',
    untaxed: 'Without PPN (VAT)',
    paidBack: (tender) => `Refunded, ${insideSentence(tender)}`,
    unconfirmed: 'not confirmed yet',
    reference: 'Ref.',
    change: 'Change',
    noPayment: 'No payment',
    payByQris: 'Pay by QRIS',
    sentTo: 'Deliver to',
    awb: (awb) => `AWB ${awb}`,
    thanks: 'Thank you for shopping with us',
    thanksForReturn: 'Keep as proof of return',
  },
}
