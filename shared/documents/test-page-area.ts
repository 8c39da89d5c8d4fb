import type { PrinterMedia } from '../domain/printer.ts'
import { PRINTABLE_WIDTH_MM } from './receipt-faces.ts'

/** How far everything but the frame stays from the edge. */
export const INSET_MM = 1.5
/** The frame along the edge. */
export const FRAME_MM = 0.25

/** What can be printed on a printer's media: the columns that labels lie in, and how long; null where it may be as long as needed. */
export type PrintableArea = {
  readonly widthMm: number
  readonly heightMm: number | null
  /** Left edges of the labels beside each other; one on a roll of paper. */
  readonly columnsMm: readonly number[]
  readonly columnWidthMm: number
  /** How people call it: `80 mm`, `33 x 15 mm x 3`. */
  readonly name: string
}

/** The printable area of one page on this media. */
export const printableAreaOf = (media: PrinterMedia): PrintableArea => {
  if (media.type === 'roll') {
    const widthMm = PRINTABLE_WIDTH_MM[media.paperWidthMm]
    const name = `${String(media.paperWidthMm)} mm`
    return { widthMm, heightMm: null, columnsMm: [0], columnWidthMm: widthMm, name }
  }
  const { widthMm, heightMm, across, columnGapMm } = media
  const stepMm = widthMm + columnGapMm
  return {
    widthMm: stepMm * across - columnGapMm,
    heightMm,
    columnsMm: Array.from({ length: across }, (_, column) => column * stepMm),
    columnWidthMm: widthMm,
    name: `${shownMm(widthMm)} x ${shownMm(heightMm)} mm${across > 1 ? ` x ${String(across)}` : ''}`,
  }
}

/** Millimetres for people: at most one decimal, with a comma. */
export const shownMm = (mm: number): string => String(Math.round(mm * 10) / 10).replace('.', ',')
