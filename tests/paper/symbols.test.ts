import { describe, expect, test } from 'vitest'
import type { BarcodePrimitive, LayoutPrimitive, QrPrimitive } from '../../shared/documents/layout.ts'
import { dotsPerMmOf } from '../../shared/domain/printer.ts'
import { isDeepRun } from '../../shared/domain/testing/property-runs.ts'
import { greyOf, throughAperture, type GreyPicture } from './grey-picture.ts'
import { withFlippedDots } from './noisy-picture.ts'
import { DENSITIES, PAPER_DOCUMENTS, PAPER_LANGUAGES, requestFor } from './paper-documents.ts'
import { partOf } from './picture-parts.ts'
import { readWithZbar, readWithZxing } from './read-symbols.ts'
import { drawnPages, layoutsOf } from './sent-pages.ts'

/** Kinds of noise in each language; more of them in the deep run. */
const noisesAt = (dpi: 203 | 300) => {
  const count = isDeepRun() ? 20 : dpi === 203 ? 2 : 1
  return PAPER_LANGUAGES.flatMap((language, turn) =>
    Array.from({ length: count }, (_, index) => ({ language, seed: turn * count + index + 1 })),
  )
}
const FLIPPED_SHARE = 0.02
/** Of what surrounds a symbol, a scanner sees this much. */
const SEEN_AROUND_MM = 3
const TIMEOUT_MS = isDeepRun() ? 3_600_000 : 180_000

/** Something to read, and what it says. */
type Sight = { readonly what: string; readonly picture: GreyPicture; readonly texts: readonly string[] }
type SymbolPrimitive = BarcodePrimitive | QrPrimitive

const isSymbol = (primitive: LayoutPrimitive): primitive is SymbolPrimitive =>
  primitive.type === 'barcode' || primitive.type === 'qr'

/** Every page of every document that carries symbols. */
const drawPages = (language: 'id' | 'en', dpi: 203 | 300) =>
  PAPER_DOCUMENTS.flatMap((paperDocument) => {
    const request = requestFor(paperDocument, { language, dpi, printerLanguage: 'tspl' })
    const pictures = drawnPages(request)
    return layoutsOf(request).flatMap(({ layout }, index) => {
      const picture = pictures[index]
      const symbols = layout.primitives.filter(isSymbol)
      const what = [paperDocument.name, language, dpi].join(' ')
      return picture === undefined || symbols.length === 0 ? [] : [{ what, picture, symbols, request }]
    })
  })

const drawn = new Map<string, ReturnType<typeof drawPages>>()
/** The same, drawn once. */
const pagesWithSymbols = (language: 'id' | 'en', dpi: 203 | 300): ReturnType<typeof drawPages> => {
  const key = `${language}${String(dpi)}`
  const pages = drawn.get(key) ?? drawPages(language, dpi)
  drawn.set(key, pages)
  return pages
}

/** Each symbol of a page, specks over everything, with what is near it, as a scanner sees it. */
const specklySymbols = (
  { what, picture, symbols, request }: ReturnType<typeof pagesWithSymbols>[number],
  seed: number,
): readonly Sight[] => {
  const dots = (mm: number): number => Math.round(mm * dotsPerMmOf(request.printer))
  const speckly = withFlippedDots(picture, FLIPPED_SHARE, seed)
  return symbols.map((symbol) => {
    const near = partOf(speckly, {
      x: dots(symbol.xMm - SEEN_AROUND_MM),
      y: dots(symbol.yMm - SEEN_AROUND_MM),
      width: dots(symbol.widthMm + SEEN_AROUND_MM * 2),
      height: dots(symbol.heightMm + SEEN_AROUND_MM * 2),
    })
    return { what, picture: throughAperture(near, dots(symbol.moduleMm)), texts: [symbol.text] }
  })
}

/** What either decoder did not read. */
const unread = async (sights: readonly Sight[]): Promise<readonly string[]> => {
  const byZbar = await readWithZbar(sights.map(({ picture }) => picture))
  const missing: string[] = []
  for (const [index, { what, picture, texts }] of sights.entries()) {
    const byZxing = await readWithZxing(picture)
    for (const text of texts) {
      if (byZbar[index]?.includes(text) !== true) missing.push(`zbar: ${what} ${text}`)
      if (!byZxing.includes(text)) missing.push(`zxing: ${what} ${text}`)
    }
  }
  return missing
}

describe.each(DENSITIES)('barcodes and QR codes at %i dpi', (dpi) => {
  test.each(PAPER_LANGUAGES)(
    'are all read from the whole page by both decoders, dot by dot (%s)',
    async (language) => {
      const pages = pagesWithSymbols(language, dpi)
      expect(pages.length).toBeGreaterThan(20)
      const sights = pages.map(({ what, picture, symbols }) => ({
        what,
        picture: greyOf(picture),
        texts: symbols.map(({ text }) => text),
      }))
      expect(await unread(sights)).toEqual([])
    },
    TIMEOUT_MS,
  )

  test.each(noisesAt(dpi))(
    'are all read with 2% of the dots flipped, through an aperture of 0.8 modules ($language, seed $seed)',
    async ({ language, seed }) => {
      const sights = pagesWithSymbols(language, dpi).flatMap((page) => specklySymbols(page, seed))
      expect(await unread(sights)).toEqual([])
    },
    TIMEOUT_MS,
  )
})
