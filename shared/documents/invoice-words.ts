import type { DocumentLanguage } from './document-words.ts'
import { RECEIPT_WORDS, type ReceiptWords } from './receipt-words.ts'

/** The words of A4 invoices. */
export type InvoiceWords = ReceiptWords & {
  readonly titles: Readonly<Record<'sale' | 'return' | 'exchange', string>>
  readonly buyer: string
  readonly walkIn: string
  readonly item: string
  readonly quantity: string
  readonly unitPrice: string
  readonly amount: string
  readonly payments: string
  readonly receivedBy: string
  readonly regards: string
  readonly notTaxInvoice: string
  readonly page: (number: number, count: number) => string
}

/** The words of A4 invoices in each language. */
export const INVOICE_WORDS: Readonly<Record<DocumentLanguage, InvoiceWords>> = {
  id: {
    ...RECEIPT_WORDS.id,
    titles: { sale: 'FAKTUR PENJUALAN', return: 'RETUR PENJUALAN', exchange: 'FAKTUR TUKAR BARANG' },
    buyer: 'Kepada',
    walkIn: 'Pembeli langsung',
    item: 'Barang',
    quantity: 'Jumlah',
    unitPrice: 'Harga (Rp)',
    amount: 'Total (Rp)',
    payments: 'Pembayaran',
    receivedBy: 'Penerima',
    regards: 'Hormat kami',
    notTaxInvoice: 'Bukan faktur pajak.',
    page: (number, count) => `Halaman ${String(number)}/${String(count)}`,
  },
  en: {
    ...RECEIPT_WORDS.en,
    titles: { sale: 'SALES INVOICE', return: 'SALES RETURN', exchange: 'EXCHANGE INVOICE' },
    buyer: 'To',
    walkIn: 'Walk-in customer',
    item: 'Item',
    quantity: 'Quantity',
    unitPrice: 'Price (Rp)',
    amount: 'Amount (Rp)',
    payments: 'Payments',
    receivedBy: 'Received by',
    regards: 'For the shop',
    notTaxInvoice: 'Not a tax invoice.',
    page: (number, count) => `Page ${String(number)}/${String(count)}`,
  },
}
