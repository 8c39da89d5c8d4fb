import { fileURLToPath } from 'node:url'
import { DEFAULT_DESIGNS, type DocumentDesigns, type TextSize } from '../../../shared/documents/document-design.ts'
import type { DocumentLayout } from '../../../shared/documents/layout.ts'
import { layoutTestPage, type TestedPrinter } from '../../../shared/documents/test-page-layout.ts'
import { pictureToPng } from '../mono-png.ts'
import { readCodes } from '../printed-codes.ts'
import { rasterizeLayout } from '../rasterize-layout.ts'
import { documentMeasure as measure } from '../render-document.ts'
import { labelMedia } from './goods-samples.ts'

const FONTS = fileURLToPath(new URL('../../../assets/fonts', import.meta.url))
const LOGO = { widthPx: 40, heightPx: 20, greyBase64: Buffer.alloc(800).toString('base64') }
/** Words of a shop on its test pages. */
export const NOTE = 'Rusak? Hubungi Pak Joko.\nKartu garansi ada di laci.'
/** What zbar says of a page with both codes. */
export const BOTH_CODES = ['CODE-128:KONTER', 'QR-Code:KONTER']
type Parts = DocumentDesigns['test-page']['parts']
/** One part of a test page. */
export type Part = Parts[number]['part']
/** The parts as they are at first. */
export const USUAL = DEFAULT_DESIGNS['test-page'].parts

/** A printer with this paper. */
export const tested = (media: TestedPrinter['media'], changes: Partial<TestedPrinter> = {}): TestedPrinter => ({
  name: 'Label gudang',
  language: media.type === 'roll' ? 'escpos' : 'tspl',
  dpi: 203,
  dotsPerMm: null,
  media,
  ...changes,
})
/** Designs with these parts of a test page, in a shop that has a logo. */
export const designed = (parts: Parts, note = ''): DocumentDesigns => ({
  ...DEFAULT_DESIGNS,
  logo: LOGO,
  'test-page': { parts, note },
})
/** The test page of a printer with this paper. */
export const pageOf = (
  designs: DocumentDesigns,
  media: TestedPrinter['media'] = labelMedia(100, 150),
): DocumentLayout => layoutTestPage(tested(media), { designs, time: null }, measure)
/** Only these parts, all in one size. */
export const shown = (names: readonly Part[], size: TextSize = 'normal'): Parts =>
  USUAL.map(({ part }) => ({ part, isShown: names.includes(part), size }))
/** All parts in one size. */
export const sized = (size: TextSize): Parts => USUAL.map((each) => ({ ...each, isShown: true, size }))
/** The texts of a page, in the order in which they are drawn. */
export const textsOf = ({ primitives }: DocumentLayout): readonly string[] =>
  primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
/** Which kinds of codes a page has. */
export const codesOf = ({ primitives }: DocumentLayout): readonly string[] =>
  primitives.flatMap(({ type }) => (type === 'barcode' || type === 'qr' ? [type] : []))
/** What zbar reads on the drawn page. */
export const readPage = (layout: DocumentLayout, printer: TestedPrinter) =>
  readCodes(pictureToPng(rasterizeLayout(layout, printer, FONTS)))

/** Which parts can be seen on a page, in their order from the top. */
export const partsOn = (layout: DocumentLayout): readonly Part[] => {
  const places = layout.primitives.flatMap((primitive): { part: Part; yMm: number }[] => {
    if (primitive.type === 'line') return []
    if (primitive.type !== 'text') {
      const parts = { image: 'logo', box: 'ink', barcode: 'codes', qr: 'codes' } as const
      return [{ part: parts[primitive.type], yMm: primitive.yMm }]
    }
    const { text, baselineMm: yMm } = primitive
    if (text === 'Label gudang') return [{ part: 'printer', yMm }]
    if (text.startsWith('kertas')) return [{ part: 'settings', yMm }]
    if (text.startsWith('Baik bila')) return [{ part: 'criteria', yMm }]
    return text.startsWith('Rusak?') ? [{ part: 'note', yMm }] : []
  })
  return [...new Set(places.sort((one, other) => one.yMm - other.yMm).map(({ part }) => part))]
}
