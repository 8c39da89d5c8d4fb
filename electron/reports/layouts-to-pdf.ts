import { setImmediate as nextTurn } from 'node:timers/promises'
import { drawPdfLayout } from './draw-pdf-layout.ts'
import { addPdfFonts } from './pdf-fonts.ts'
import type { PdfSheet } from './pdf-sheets.ts'

export type PdfFacts = {
  readonly title: string
  readonly madeAtMs: number
  /** Where the fonts of assets/fonts are. */
  readonly fontFolder: string
}

/** The sheets as PDF, drawn from the same primitives as what is printed. Other work goes on between two sheets. Rejects when the fonts cannot be read. */
export const layoutsToPdf = async (
  sheets: readonly PdfSheet[],
  { title, madeAtMs, fontFolder }: PdfFacts,
): Promise<Uint8Array> => {
  const [first] = sheets
  if (first === undefined) throw new RangeError('A PDF has at least one page')
  // Loaded when it is wanted: the thread that draws receipts is to start without it.
  const { jsPDF } = await import('jspdf')
  const document = new jsPDF({ unit: 'mm', ...formatOf(first), putOnlyUsedFonts: true, compress: true })
  await addPdfFonts(document, fontFolder)
  document.setProperties({ title, creator: 'Konter' })
  document.setCreationDate(new Date(madeAtMs))
  for (const [index, sheet] of sheets.entries()) {
    if (index > 0) {
      const { format, orientation } = formatOf(sheet)
      document.addPage(format, orientation)
    }
    for (const { layout, place } of sheet.placed) drawPdfLayout(document, layout, place)
    await nextTurn()
  }
  return new Uint8Array(document.output('arraybuffer'))
}

/** jspdf swaps the sides of a format that does not fit the orientation. */
const formatOf = ({
  widthMm,
  heightMm,
}: PdfSheet): { readonly format: [number, number]; readonly orientation: 'landscape' | 'portrait' } => ({
  format: [widthMm, heightMm],
  orientation: widthMm > heightMm ? 'landscape' : 'portrait',
})
