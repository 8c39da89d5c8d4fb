import type { DocumentLanguage } from './document-words.ts'
import type { PrinterLanguage } from '../domain/printer.ts'

/** What printers' languages are called on paper. */
export const PRINTER_LANGUAGE_NAMES: Readonly<Record<PrinterLanguage, string>> = {
  escpos: 'ESC/POS',
  tspl: 'TSPL',
  zpl: 'ZPL',
}

/** The words of test and ruler pages. */
export type TestPageWords = {
  readonly test: string
  readonly ruler: string
  readonly paper: string
  readonly dots: (count: string) => string
  /** By what a good page is told, and the same of one without the solid boxes and fine lines. */
  readonly wellPrinted: string
  readonly wellPrintedPlain: string
  readonly scale: (lengthMm: string, dots: string) => string
  readonly offset: string
  /** Where the cross must be: on a label from its edges, on a roll (whose paper is wider than what is printed) from the frame. */
  readonly cross: string
  readonly crossOnRoll: string
}

/** The words of test and ruler pages in each language. */
export const TEST_PAGE_WORDS: Readonly<Record<DocumentLanguage, TestPageWords>> = {
  id: {
    test: 'HALAMAN UJI',
    ruler: 'PENGGARIS',
    paper: 'kertas',
    dots: (count) => `${count} titik`,
    wellPrinted: 'Baik bila bingkai utuh, garis halus tidak putus, kotak hitam rata, dan kedua kode terbaca: KONTER.',
    wellPrintedPlain: 'Baik bila bingkai utuh dan kedua kode terbaca: KONTER.',
    scale: (lengthMm, dots) => `Panjang garis ini harus ${lengthMm} mm (${dots} titik).`,
    offset: 'Milimeter yang hilang sebelum angka 10, atau putih di luar bingkai, adalah pergeserannya.',
    cross: 'Silang ini harus 20 mm dari tepi kiri dan atas label.',
    crossOnRoll: 'Silang ini harus 20 mm dari bingkai kiri dan atas.',
  },
  en: {
    test: 'TEST PAGE',
    ruler: 'RULER',
    paper: 'paper',
    dots: (count) => `${count} ${count === '1' ? 'dot' : 'dots'}`,
    wellPrinted:
      'Good when the frame is whole, fine lines are unbroken, boxes are evenly black and both codes read KONTER.',
    wellPrintedPlain: 'Good when the frame is whole and both codes read KONTER.',
    scale: (lengthMm, dots) => `This line must be ${lengthMm} mm (${dots} dots) long.`,
    offset: 'The millimetres missing before the figure 10, or white beyond the frame, are the offset.',
    cross: 'This cross must be 20 mm from the left and upper edge of the label.',
    crossOnRoll: 'This cross must be 20 mm from the frame on the left and above.',
  },
}
