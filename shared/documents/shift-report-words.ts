import { DOCUMENT_WORDS, insideSentence, type DocumentLanguage, type DocumentWords } from './document-words.ts'

/** The words of X and Z reports. */
export type ShiftReportWords = DocumentWords & {
  readonly language: DocumentLanguage
  readonly titles: Readonly<Record<'x' | 'z', string>>
  readonly facts: Readonly<
    Record<'register' | 'opened' | 'closed' | 'status' | 'stillOpen' | 'made' | 'firstNumber' | 'lastNumber', string>
  >
  readonly sections: Readonly<
    Record<
      'sales' | 'net' | 'netWithTax' | 'tax' | 'tenders' | 'cashiers' | 'drawer' | 'openingCount' | 'closingCount',
      string
    >
  >
  readonly sales: string
  readonly returns: string
  readonly voided: (counted: string) => string
  readonly voidedName: string
  readonly gross: string
  /** The same of a shift to which goods came back: they are taken off. */
  readonly grossLessReturns: string
  readonly lineDiscounts: string
  readonly basketDiscounts: string
  readonly taxOnTop: string
  readonly taxIncluded: string
  readonly taxBase: string
  readonly tax: string
  /** What was sold without PPN. */
  readonly untaxed: string
  readonly received: (tender: string) => string
  readonly refunded: (tender: string) => string
  /** Stands under the total that it is part of. */
  readonly unconfirmedQris: string
  readonly cash: Readonly<
    Record<
      'opening' | 'received' | 'refunded' | 'in' | 'out' | 'expected' | 'counted' | 'even' | 'over' | 'short',
      string
    >
  >
  readonly openedBySale: (isUncounted: boolean) => string
  readonly accepted: (by: string, reason: string) => string
  readonly supervisor: string
}

/** The words of X and Z reports in each language. */
export const SHIFT_REPORT_WORDS: Readonly<Record<DocumentLanguage, ShiftReportWords>> = {
  id: {
    ...DOCUMENT_WORDS.id,
    language: 'id',
    titles: { x: 'LAPORAN X', z: 'LAPORAN Z' },
    facts: {
      register: 'Mesin',
      opened: 'Dibuka',
      closed: 'Ditutup',
      status: 'Status',
      stillOpen: 'Belum ditutup',
      made: 'Dibuat',
      firstNumber: 'No. awal',
      lastNumber: 'No. akhir',
    },
    sections: {
      sales: 'TRANSAKSI',
      net: 'PENJUALAN BERSIH',
      netWithTax: 'PENJUALAN BERSIH DGN PPN',
      tax: 'PPN',
      tenders: 'CARA BAYAR',
      cashiers: 'PER KASIR',
      drawer: 'KAS DI LACI',
      openingCount: 'HITUNGAN KAS AWAL',
      closingCount: 'HITUNGAN KAS AKHIR',
    },
    sales: 'Penjualan',
    returns: 'Retur',
    voided: (counted) => `${counted}, tak dihitung`,
    voidedName: 'Batal',
    gross: 'Nilai barang',
    grossLessReturns: 'Barang setelah retur',
    lineDiscounts: 'Diskon barang',
    basketDiscounts: 'Diskon belanja',
    taxOnTop: 'PPN di atas harga',
    taxIncluded: 'PPN dalam harga',
    taxBase: 'DPP',
    tax: 'PPN',
    untaxed: 'Tidak kena PPN',
    received: (tender) => `${tender} diterima`,
    refunded: (tender) => `Retur ${insideSentence(tender)}`,
    unconfirmedQris: 'QRIS belum dikonfirmasi',
    cash: {
      opening: 'Kas awal',
      received: 'Tunai diterima',
      refunded: 'Retur tunai',
      in: 'Kas masuk',
      out: 'Kas keluar',
      expected: 'Seharusnya',
      counted: 'Dihitung',
      even: 'Selisih (pas)',
      over: 'Selisih (lebih)',
      short: 'Selisih (kurang)',
    },
    openedBySale: (isUncounted) =>
      `Shift dibuka oleh penjualan pertama; kas awal ${isUncounted ? 'tidak dihitung' : 'dihitung sesudahnya'}.`,
    accepted: (by, reason) => `Selisih disetujui ${by}: ${reason}`,
    supervisor: 'Penanggung jawab',
  },
  en: {
    ...DOCUMENT_WORDS.en,
    language: 'en',
    titles: { x: 'X REPORT', z: 'Z REPORT' },
    facts: {
      register: 'Register',
      opened: 'Opened',
      closed: 'Closed',
      status: 'Status',
      stillOpen: 'Not closed yet',
      made: 'As of',
      firstNumber: 'First no.',
      lastNumber: 'Last no.',
    },
    sections: {
      sales: 'TRANSACTIONS',
      net: 'NET SALES',
      netWithTax: 'NET SALES WITH PPN (VAT)',
      tax: 'PPN (VAT)',
      tenders: 'PAYMENTS',
      cashiers: 'BY CASHIER',
      drawer: 'CASH IN DRAWER',
      openingCount: 'OPENING CASH COUNT',
      closingCount: 'CLOSING CASH COUNT',
    },
    sales: 'Sales',
    returns: 'Returns',
    voided: (counted) => `${counted}, not counted`,
    voidedName: 'Voided',
    gross: 'Goods',
    grossLessReturns: 'Goods less returns',
    lineDiscounts: 'Line discounts',
    basketDiscounts: 'Basket discounts',
    taxOnTop: 'PPN on top of prices',
    taxIncluded: 'PPN (VAT) in prices',
    taxBase: 'Tax base (DPP)',
    tax: 'PPN',
    untaxed: 'Without PPN (VAT)',
    received: (tender) => `${tender} received`,
    refunded: (tender) => `${tender} refunded`,
    unconfirmedQris: 'QRIS not confirmed yet',
    cash: {
      opening: 'Opening cash',
      received: 'Cash received',
      refunded: 'Cash refunded',
      in: 'Cash in',
      out: 'Cash out',
      expected: 'Expected',
      counted: 'Counted',
      even: 'Difference (none)',
      over: 'Difference (over)',
      short: 'Difference (short)',
    },
    openedBySale: (isUncounted) =>
      `The first sale opened the shift; opening cash ${isUncounted ? 'was not counted' : 'was counted afterwards'}.`,
    accepted: (by, reason) => `Difference accepted by ${by}: ${reason}`,
    supervisor: 'Supervisor',
  },
}
