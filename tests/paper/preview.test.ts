import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MonoPicture } from '../../electron/printing/mono-picture.ts'
import { inkedDots } from '../../electron/printing/testing/inked-dots.ts'
import { dotsPerMmOf } from '../../shared/domain/printer.ts'
import { DENSITIES, PAPER_DOCUMENTS, PAPER_LANGUAGES, requestFor } from './paper-documents.ts'
import { openPreviewBrowser, type PreviewBrowser } from './preview-browser.ts'
import { drawnPages, layoutsOf } from './sent-pages.ts'

/** One byte a dot: 1 where the picture or a neighbour of the dot is black. */
const thickened = (picture: MonoPicture): Uint8Array => {
  const { widthDots, heightDots } = picture
  const near = new Uint8Array(widthDots * heightDots)
  for (const [x, y] of inkedDots(picture)) {
    for (let row = Math.max(0, y - 1); row <= Math.min(heightDots - 1, y + 1); row += 1) {
      near.fill(1, row * widthDots + Math.max(0, x - 1), row * widthDots + Math.min(widthDots, x + 2))
    }
  }
  return near
}

/** Black dots of the one without a black dot of the other at the same place or beside it. */
const lonelyDots = (one: MonoPicture, other: MonoPicture): number => {
  const near = thickened(other)
  return inkedDots(one).filter(([x, y]) => near[y * one.widthDots + x] !== 1).length
}

/** The black tip between the strokes of a white letter ends a dot further on the screen: one dot or two, on very few pages. */
const MOST_LONELY_DOTS = 2
const CASES = DENSITIES.flatMap((dpi) => PAPER_LANGUAGES.map((language) => ({ dpi, language })))

let browser: PreviewBrowser | null = null
beforeAll(async () => {
  browser = await openPreviewBrowser()
}, 60_000)
afterAll(() => browser?.close())

describe.each(PAPER_DOCUMENTS.map((paperDocument) => ({ paperDocument, name: paperDocument.name })))(
  'the preview of $name',
  ({ paperDocument }) => {
    test.each(CASES)(
      'shows in $language at $dpi dpi every dot that is printed, at most one dot aside',
      async ({ dpi, language }) => {
        const request = requestFor(paperDocument, { language, dpi, printerLanguage: 'tspl' })
        const printed = drawnPages(request)
        for (const [page, { layout }] of layoutsOf(request).entries()) {
          const picture = printed[page]
          const preview = await browser?.draw(layout, dotsPerMmOf(request.printer))
          if (picture === undefined || preview === undefined) throw new Error('A page is missing')
          expect([preview.surely.widthDots, preview.surely.heightDots]).toEqual([picture.widthDots, picture.heightDots])
          expect(lonelyDots(picture, preview.nearly)).toBe(0)
          expect(lonelyDots(preview.surely, picture)).toBeLessThanOrEqual(MOST_LONELY_DOTS)
        }
      },
      60_000,
    )
  },
)
