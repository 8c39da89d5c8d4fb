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
  readonly wellPrinted: string
  readonly scale: (lengthMm: string, dots: string) => string
  readonly offset: string
  readonly cross: string
}

/** The words of test and ruler pages in each language. */
export const TEST_PAGE_WORDS: Readonly<Record<DocumentLanguage, TestPageWords>> = {
  id: {
    test: 'HALAMAN UJI',
    ruler: 'PENGGARIS',
    paper: 'kertas',
    dots: (count) => `${count} titik`,
    wellPrinted: 'Baik bila bingkai utuh, garis halus tidak putus, kotak hitam rata, dan kedua kode terbaca.',
    scale: (lengthMm, dots) => `Panjang garis ini harus ${lengthMm} mm (${dots} titik).`,
    offset: 'Angka pertama yang tampak di tepi atas dan kiri menunjukkan pergeseran.',
    cross: 'Silang ini tepat 20 mm dari tepi kiri dan atas.',
  },
  en: {
    test: 'TEST PAGE',
    ruler: 'RULER',
    paper: 'paper',
    dots: (count) => `${count} ${count === '1' ? 'dot' : 'dots'}`,
    wellPrinted: 'Good when the frame is whole, fine lines are unbroken, boxes are evenly black and both codes scan.',
    scale: (lengthMm, dots) => `This line must be ${lengthMm} mm (${dots} dots) long.`,
    offset: 'The first figures that can be seen at the top and left edge tell the offset.',
    cross: 'This cross is exactly 20 mm from the left and upper edge.',
  },
}
