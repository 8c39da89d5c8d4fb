import type { DocumentMeasure } from '../../shared/documents/document-measure.ts'
import { PRINTABLE_WIDTH_MM, receiptFaces, SIDE_MM, type PaperWidthMm } from '../../shared/documents/receipt-faces.ts'

/** Characters of font A (12 dots) beside each other: 384 and 576 dots. */
export const COLUMNS: Readonly<Record<PaperWidthMm, number>> = { 58: 32, 80: 48 }

/** From this many times the body's size on, letters are twice as wide and high. */
const DOUBLE_FROM = 1.5
/** From this many times the body's size on, letters are twice as high. */
const TALL_FROM = 1.4
/** So that a full line is not a hair too wide for its column. */
const ROUNDING_ROOM = 1 - 1e-9

/** Width of a character cell in the receipt's column. */
export const cellMm = (paper: PaperWidthMm): number =>
  ((PRINTABLE_WIDTH_MM[paper] - SIDE_MM * 2) / COLUMNS[paper]) * ROUNDING_ROOM

/** How many cells a character of this size takes beside each other. */
export const cellsAtSize = (paper: PaperWidthMm, sizeMm: number): 1 | 2 =>
  sizeMm >= receiptFaces(paper, 'normal').body.sizeMm * DOUBLE_FROM ? 2 : 1

/** How many cells a character of this size takes above each other. */
export const cellsHighAtSize = (paper: PaperWidthMm, sizeMm: number): 1 | 2 =>
  sizeMm >= receiptFaces(paper, 'normal').body.sizeMm * TALL_FROM ? 2 : 1

/**
 * The sizes of measurements in a printer's own font, in which all characters are alike wide: the receipt's layout then breaks
 * its lines where the printer's columns end, by the same rules as the picture's.
 */
export const printerFontMeasure = (paper: PaperWidthMm, measure: DocumentMeasure): DocumentMeasure => ({
  ...measure,
  textWidthMm: (text, sizeMm) => Array.from(text).length * cellsAtSize(paper, sizeMm) * cellMm(paper),
})
