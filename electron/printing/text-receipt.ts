import { CODE_128_QUIET_MODULES, type DocumentLayout, type ImagePrimitive } from '../../shared/documents/layout.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import { dotsPerMmOf, type Printer } from '../../shared/domain/printer.ts'
import { code128Data, code128Modules } from './code-128-data.ts'
import { escposStrips } from './escpos-encoder.ts'
import { sheetDots } from './label-sheet.ts'
import { rasterizeLayout } from './rasterize-layout.ts'
import { findRealTimeSequences } from './real-time-sequences.ts'
import { createTextReceiptBuilder, isInCodePage, type TextReceiptBuilder } from './text-receipt-builder.ts'
import { COLUMNS } from './text-receipt-measure.ts'
import { receiptRows } from './text-receipt-rows.ts'
import { spacedRows, type SpacedRow } from './text-receipt-spacing.ts'

/** What a text receipt needs beside the layout and the printer. */
export type TextReceiptOptions = { readonly opensDrawer: boolean; readonly fontDirectory: string }

const SMALLEST_MODULE_DOTS = 2
const LARGEST_MODULE_DOTS = 6

/** True for printers on which receipts can be text: upright, where the columns are, ESC/POS on a roll. */
export const printsTextReceipts = (printer: Printer): boolean =>
  printer.receiptFonts === 'printer' &&
  printer.language === 'escpos' &&
  printer.media.type === 'roll' &&
  !printer.isTurned &&
  printer.offsetXMm === 0 &&
  printer.offsetYMm === 0

/**
 * A receipt in the printer's own fonts, from a layout that was made with `printerFontMeasure`: the same words in the same
 * order by the same rules as the picture. Null when the printer's fonts do not carry all of it (a character outside Windows
 * 1252, a barcode too wide): the whole receipt then goes as a picture, rather than with question marks.
 */
export const textReceipt = (
  layout: DocumentLayout,
  printer: Printer,
  { opensDrawer, fontDirectory }: TextReceiptOptions,
): Uint8Array | null => {
  if (printer.media.type !== 'roll') return null
  const { paperWidthMm, cuts } = printer.media
  const rows = receiptRows(layout, paperWidthMm)
  if (rows === null) return null
  const builder = createTextReceiptBuilder(COLUMNS[paperWidthMm])
  if (opensDrawer) builder.kickDrawer()
  for (const row of spacedRows(rows)) {
    if (row.type === 'image') builder.raw(escposStrips(drawImage(row, layout.widthMm, printer, fontDirectory)))
    else if (!addRow(builder, row, printer)) return null
  }
  const bytes = builder.end(cuts)
  return findRealTimeSequences(bytes).length === 0 ? bytes : null
}

const drawImage = (image: ImagePrimitive, widthMm: number, printer: Printer, fontDirectory: string) =>
  rasterizeLayout({ widthMm, heightMm: image.heightMm, primitives: [{ ...image, yMm: 0 }] }, printer, fontDirectory)

/** False when the printer's fonts and symbols cannot print the row. */
const addRow = (builder: TextReceiptBuilder, row: Exclude<SpacedRow, { type: 'image' }>, printer: Printer): boolean => {
  switch (row.type) {
    case 'rule':
      builder.rule()
      return true
    case 'blank':
      builder.blankLine()
      return true
    case 'text':
      if (!row.pieces.every(({ text }) => isInCodePage(text))) return false
      builder.line(row.pieces)
      return true
    case 'barcode': {
      const moduleDots = barModuleDots(row.text, row.moduleMm, printer)
      if (moduleDots === null) return false
      builder.blankLine()
      builder.code128(row.text, moduleDots, Math.round(row.heightMm * dotsPerMmOf(printer)))
      return true
    }
    case 'qr': {
      if (!isPrintableAscii(row.text)) return false
      builder.blankLine()
      builder.qr(row.text, Math.max(1, Math.round(row.moduleMm * dotsPerMmOf(printer))))
      builder.blankLine()
      return true
    }
    default:
      return assertNever(row, 'row of a receipt')
  }
}

const isPrintableAscii = (text: string): boolean => /^[ -~]+$/.test(text)

/** The bars' module, smaller than wanted where the printer makes the symbol longer than the picture's; null when it does not fit. */
const barModuleDots = (text: string, moduleMm: number, printer: Printer): number | null => {
  if (!isPrintableAscii(text)) return null
  const wanted = Math.min(LARGEST_MODULE_DOTS, Math.round(moduleMm * dotsPerMmOf(printer)))
  const modules = code128Modules(code128Data(text))
  const { widthDots } = sheetDots(printer)
  // The paper is white for at least 4 mm beside what is printed on it, which serves as quiet zone too.
  const roomDots = widthDots + 8 * dotsPerMmOf(printer)
  for (let dots = wanted; dots >= SMALLEST_MODULE_DOTS; dots -= 1) {
    if (modules * dots <= widthDots && (modules + CODE_128_QUIET_MODULES * 2) * dots <= roomDots) return dots
  }
  return null
}
