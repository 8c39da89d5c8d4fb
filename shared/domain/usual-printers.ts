import { ROLL_DOCUMENTS, DOCUMENT_KINDS } from './document-kind.ts'
import type { Printer, PrinterMedia, PrinterSettings } from './printer.ts'

const COMMON = {
  dpi: 203,
  dotsPerMm: null,
  offsetXMm: 0,
  offsetYMm: 0,
  darkness: 8,
  speedInchesPerSecond: 4,
  isTurned: false,
  receiptFonts: 'picture',
  zplPacking: 'z64',
  asksStatus: true,
  substituteId: null,
} as const

/** A roll without a drawer; cut after each document. */
export const rollMedia = (paperWidthMm: 58 | 80): Extract<PrinterMedia, { type: 'roll' }> => ({
  type: 'roll',
  paperWidthMm,
  cuts: true,
  opensDrawer: false,
})

/** Labels as they are usually sold: 2 mm between them, above each other and side by side. */
export const labelMedia = (
  widthMm: number,
  heightMm: number,
  across = 1,
): Extract<PrinterMedia, { type: 'labels' }> => ({
  type: 'labels',
  widthMm,
  heightMm,
  across,
  columnGapMm: across === 1 ? 0 : 2,
  separator: { type: 'gap', gapMm: 2 },
})

/** A receipt printer as most shops have it: 80 mm paper, ESC/POS, cutter and drawer. */
export const receiptPrinter = (id: string, name: string, transport: Printer['transport']): Printer => ({
  ...COMMON,
  id,
  name,
  transport,
  language: 'escpos',
  media: { type: 'roll', paperWidthMm: 80, cuts: true, opensDrawer: true },
})

/** A label printer as most shops have it: 100 x 150 mm shipping labels, TSPL, 3 mm gap. */
export const labelPrinter = (id: string, name: string, transport: Printer['transport']): Printer => ({
  ...COMMON,
  id,
  name,
  transport,
  language: 'tspl',
  media: { ...labelMedia(100, 150), separator: { type: 'gap', gapMm: 3 } },
})

/** Receipts, pick lists and reports to the one, labels to the other. */
export const routesTo = (rollPrinterId: string | null, labelPrinterId: string | null): PrinterSettings['routes'] =>
  DOCUMENT_KINDS.filter((document) => document !== 'test-page').map((document) => ({
    document,
    printerId: ROLL_DOCUMENTS.includes(document) ? rollPrinterId : labelPrinterId,
  }))

/** What a practice register prints with until somebody says otherwise: printers that draw on the screen. */
export const PRACTICE_PRINTERS: PrinterSettings = {
  version: 2,
  printers: [
    receiptPrinter('practice-receipt', 'Printer struk latihan', { type: 'practice' }),
    labelPrinter('practice-label', 'Printer label latihan', { type: 'practice' }),
    {
      ...labelPrinter('practice-goods', 'Printer label barang latihan', { type: 'practice' }),
      language: 'zpl',
      media: labelMedia(40, 30, 2),
    },
  ],
  routes: routesTo('practice-receipt', 'practice-label').map((route) =>
    route.document === 'product-label' || route.document === 'shelf-tag'
      ? { ...route, printerId: 'practice-goods' }
      : route,
  ),
}

/** What a register with real services begins with: no printer at all. */
export const NO_PRINTERS: PrinterSettings = { version: 2, printers: [], routes: routesTo(null, null) }
