import { describe, expect, test } from 'vitest'
import type { DotPage } from '../../electron/practice/printer/dot-page.ts'
import { encodeJob, type PrintedPage } from '../../electron/printing/encode-job.ts'
import { isBlack, type MonoPicture } from '../../electron/printing/mono-picture.ts'
import { withoutRealTimeSequences } from '../../electron/printing/real-time-sequences.ts'
import type { PrinterLanguage } from '../../shared/domain/printer.ts'
import { isDeepRun } from '../../shared/domain/testing/property-runs.ts'
import { DENSITIES, PAPER_DOCUMENTS, PAPER_LANGUAGES, PRINTER_LANGUAGES, requestFor } from './paper-documents.ts'
import { drawnPages, interpret, sentBytes } from './sent-pages.ts'

/** Dots that are black on one of the two only. */
const differingDots = (page: DotPage, picture: MonoPicture): number => {
  let differing = 0
  for (let y = 0; y < Math.max(page.heightDots, picture.heightDots); y += 1) {
    for (let x = 0; x < Math.max(page.widthDots, picture.widthDots); x += 1) {
      const isOnPaper = x < page.widthDots && y < page.heightDots && page.dots[y * page.widthDots + x] === 1
      if (isOnPaper !== isBlack(picture, x, y)) differing += 1
    }
  }
  return differing
}

const drawnOnce = (request: ReturnType<typeof requestFor>): readonly PrintedPage[] =>
  drawnPages(request).map((picture) => ({ picture, copies: 1 }))

describe.each(PAPER_DOCUMENTS.map((paperDocument, index) => ({ paperDocument, name: paperDocument.name, index })))(
  'what is sent for $name',
  ({ paperDocument, index }) => {
    const papers = PAPER_LANGUAGES.flatMap((language) => DENSITIES.map((dpi) => ({ language, dpi })))
    // Test pages say which language the printer speaks: they are other pictures for each.
    const isOnePicture = paperDocument.content.type !== 'test-page'
    test.each(papers.map((paper, turn) => ({ ...paper, turn })))(
      'is the drawn picture, dot by dot, in every printer language ($language, $dpi dpi)',
      async ({ language, dpi, turn }) => {
        const requestIn = (printerLanguage: PrinterLanguage): ReturnType<typeof requestFor> =>
          requestFor(paperDocument, { language, dpi, printerLanguage })
        const shared = isOnePicture ? drawnOnce(requestIn('tspl')) : null
        for (const [place, printerLanguage] of PRINTER_LANGUAGES.entries()) {
          const request = requestIn(printerLanguage)
          const drawn = shared ?? drawnOnce(request)
          expect(drawn.every(({ picture }) => picture.bits.some((byte) => byte !== 0))).toBe(true)
          // One printer language goes the whole way from the document on, in turn; the others wrap the same picture.
          const isWhole = shared === null || isDeepRun() || (index + turn) % PRINTER_LANGUAGES.length === place
          const bytes = isWhole ? await sentBytes(request) : encodeJob(drawn, request.printer, { opensDrawer: false })
          const { pages, problems } = interpret(bytes, request.printer)
          expect(problems).toEqual([])
          expect(pages).toHaveLength(drawn.length)
          const difference = pages.map((page, at) => {
            const picture = drawn[at]?.picture
            if (picture === undefined) return Infinity
            // ESC/POS gets a dot more where bytes would be taken for a command; nothing else may differ.
            return differingDots(page, printerLanguage === 'escpos' ? withoutRealTimeSequences(picture) : picture)
          })
          expect({ printerLanguage, difference }).toEqual({ printerLanguage, difference: drawn.map(() => 0) })
        }
      },
      60_000,
    )
  },
)
