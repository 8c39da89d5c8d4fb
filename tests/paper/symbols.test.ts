import { describe, expect, test } from 'vitest'
import type { MonoPicture } from '../../electron/printing/mono-picture.ts'
import type { BarcodePrimitive, LayoutPrimitive, QrPrimitive } from '../../shared/documents/layout.ts'
import { dotsPerMmOf } from '../../shared/domain/printer.ts'
import { isDeepRun } from '../../shared/domain/testing/property-runs.ts'
import { withFlippedDots } from './noisy-picture.ts'
import { DENSITIES, PAPER_DOCUMENTS, PAPER_LANGUAGES, requestFor } from './paper-documents.ts'
import { despeckled, partOf } from './picture-parts.ts'
import { readWithZbar, readWithZxing } from './read-symbols.ts'
import { drawnPages, layoutsOf } from './sent-pages.ts'

/** Two kinds of noise a run; more of them in the deep one. */
const SEEDS = isDeepRun() ? Array.from({ length: 20 }, (_, seed) => seed + 1) : [1, 2]
/** The symbols are the same in both languages, and the places that words push them to are alike at both densities. */
const languagesAt = (dpi: 203 | 300) => (dpi === 203 || isDeepRun() ? PAPER_LANGUAGES : (['id'] as const))
const FLIPPED_SHARE = 0.02
/** Of what surrounds a symbol, a scanner sees this much. */
const SEEN_AROUND_MM = 3
const TIMEOUT_MS = isDeepRun() ? 600_000 : 180_000

/** Something to read, and what it says. */
type Sight = { readonly what: string; readonly picture: MonoPicture; readonly texts: readonly string[] }
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

/** Each symbol of a page with what is near it. */
const symbolsOf = ({
  what,
  picture,
  symbols,
  request,
}: ReturnType<typeof pagesWithSymbols>[number]): readonly Sight[] => {
  const dots = (mm: number): number => Math.round(mm * dotsPerMmOf(request.printer))
  return symbols.map((symbol) => ({
    what,
    picture: partOf(picture, {
      x: dots(symbol.xMm - SEEN_AROUND_MM),
      y: dots(symbol.yMm - SEEN_AROUND_MM),
      width: dots(symbol.widthMm + SEEN_AROUND_MM * 2),
      height: dots(symbol.heightMm + SEEN_AROUND_MM * 2),
    }),
    texts: [symbol.text],
  }))
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
  test.each(languagesAt(dpi))(
    'are all read from the whole page by both decoders (%s)',
    async (language) => {
      const pages = pagesWithSymbols(language, dpi)
      expect(pages.length).toBeGreaterThan(20)
      const sights = pages.map(({ what, picture, symbols }) => ({
        what,
        picture,
        texts: symbols.map(({ text }) => text),
      }))
      expect(await unread(sights)).toEqual([])
    },
    TIMEOUT_MS,
  )

  test.each(SEEDS)(
    'are all read with 2% of the dots flipped (seed %i)',
    async (seed) => {
      const sights = pagesWithSymbols('id', dpi).flatMap((page) =>
        symbolsOf({ ...page, picture: withFlippedDots(page.picture, FLIPPED_SHARE, seed) }),
      )
      expect(await unread(sights.map((sight) => ({ ...sight, picture: despeckled(sight.picture) })))).toEqual([])
    },
    TIMEOUT_MS,
  )
})
