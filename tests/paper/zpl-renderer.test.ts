import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { ready } from 'zpl-renderer-js'
import { createDotPage, burn, type DotPage } from '../../electron/practice/printer/dot-page.ts'
import type { MonoPicture } from '../../electron/printing/mono-picture.ts'
import { isDeepRun } from '../../shared/domain/testing/property-runs.ts'
import { differingDots } from './differing-dots.ts'
import { DENSITIES, PAPER_DOCUMENTS, PAPER_LANGUAGES, requestFor } from './paper-documents.ts'
import { drawnPages, sentBytes } from './sent-pages.ts'

/**
 * Dots a millimetre, of which the renderer knows whole numbers only: 300 dpi have 11.8. The graphic field counts in dots, so
 * the number says no more than how many dots the page has.
 */
const RENDERED_DOTS_PER_MM = { 203: 8, 300: 12 } as const
const PACKINGS = ['z64', 'hex'] as const
const GREY = 128

const pageOf = (png: PNG): DotPage => {
  const page = createDotPage(png.width, png.height)
  for (let dot = 0; dot < png.width * png.height; dot += 1) {
    if ((png.data[dot * 4] ?? 255) < GREY) burn(page, dot % png.width, Math.floor(dot / png.width))
  }
  return page
}

/** The pages that a ZPL renderer from outside the project draws, as large as the pictures are. */
const rendered = async (bytes: Uint8Array, picture: MonoPicture, dotsPerMm: number): Promise<readonly DotPage[]> => {
  const { api } = await ready
  const zpl = Buffer.from(bytes).toString('latin1')
  const [widthMm, heightMm] = [picture.widthDots / dotsPerMm, picture.heightDots / dotsPerMm]
  const pages = await api.zplToBase64MultipleAsync(zpl, widthMm, heightMm, dotsPerMm)
  return pages.map((base64) => pageOf(PNG.sync.read(Buffer.from(base64, 'base64'))))
}

describe.each(PAPER_DOCUMENTS.map((paperDocument, index) => ({ paperDocument, name: paperDocument.name, index })))(
  'a ZPL renderer from outside the project, given $name',
  ({ paperDocument, index }) => {
    const everyWay = DENSITIES.flatMap((dpi, turn) =>
      PAPER_LANGUAGES.flatMap((language, place) =>
        PACKINGS.map((zplPacking, packing) => ({ dpi, language, zplPacking, turn: index + turn + place, packing })),
      ),
    )
    // Each document once a density; languages and packings take turns.
    const taken = everyWay.filter(
      ({ turn, packing }) => isDeepRun() || (turn % 2 === 0 && packing === Math.floor(index / 2) % 2),
    )
    test.each(taken)(
      'draws the same dots ($language, $dpi dpi, $zplPacking)',
      async ({ dpi, language, zplPacking }) => {
        const request = requestFor(paperDocument, { language, dpi, printerLanguage: 'zpl' })
        const printing = { ...request, printer: { ...request.printer, zplPacking } }
        const [picture, ...others] = drawnPages(printing)
        if (picture === undefined || others.length > 0) throw new Error('The document has one page')
        const pages = await rendered(await sentBytes(printing), picture, RENDERED_DOTS_PER_MM[dpi])
        expect(pages.map(({ widthDots, heightDots }) => [widthDots, heightDots])).toEqual([
          [picture.widthDots, picture.heightDots],
        ])
        expect(pages.map((page) => differingDots(page, picture))).toEqual([[]])
      },
      60_000,
    )
  },
)
