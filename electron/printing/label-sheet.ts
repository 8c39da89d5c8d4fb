import { paperDots } from '../../shared/documents/paper-dots.ts'
import { PRINTABLE_WIDTH_MM } from '../../shared/documents/receipt-faces.ts'
import { dotsPerMmOf, type Printer } from '../../shared/domain/printer.ts'

/** How wide the printable paper is: all labels beside each other with what lies between them, or what a roll's head reaches. */
export const sheetWidthMm = ({ media }: Pick<Printer, 'media'>): number =>
  media.type === 'roll'
    ? PRINTABLE_WIDTH_MM[media.paperWidthMm]
    : media.widthMm * media.across + media.columnGapMm * (media.across - 1)

/** The printable paper in dots of the printer's head; a roll has no height of its own. */
export const sheetDots = (
  printer: Pick<Printer, 'media' | 'dpi' | 'dotsPerMm'>,
): { readonly widthDots: number; readonly heightDots: number | null } => {
  const dotsPerMm = dotsPerMmOf(printer)
  const heightDots = printer.media.type === 'roll' ? null : paperDots(printer.media.heightMm, dotsPerMm)
  return { widthDots: paperDots(sheetWidthMm(printer), dotsPerMm), heightDots }
}
