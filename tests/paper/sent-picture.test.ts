import { describe, expect, test } from 'vitest'
import { encodeJob, type PrintedPage } from '../../electron/printing/encode-job.ts'
import type { PrinterLanguage } from '../../shared/domain/printer.ts'
import { isDeepRun } from '../../shared/domain/testing/property-runs.ts'
import { differingDots, dotsThatBreakUp, realTimeCommands } from './differing-dots.ts'
import { DENSITIES, PAPER_DOCUMENTS, PAPER_LANGUAGES, PRINTER_LANGUAGES, requestFor } from './paper-documents.ts'
import { drawnPages, interpret, sentBytes } from './sent-pages.ts'

/** So many places of a page, of all documents, hold bytes that an ESC/POS printer would obey: most have none, rolls up to five, a label full of small text 15. */
const MOST_BROKEN_UP = 20

const drawnOnce = (request: ReturnType<typeof requestFor>): readonly PrintedPage[] =>
  drawnPages(request).map((picture) => ({ picture, copies: 1 }))

describe.each(PAPER_DOCUMENTS.map((paperDocument, index) => ({ paperDocument, name: paperDocument.name, index })))(
  'what is sent for $name',
  ({ paperDocument, index }) => {
    const papers = PAPER_LANGUAGES.flatMap((language) => DENSITIES.map((dpi) => ({ language, dpi })))
    // Test pages say which language the printer speaks: they are other pictures for each.
    const isOnePicture = paperDocument.content.type !== 'test-page'
    test.each(papers.map((paper, turn) => ({ ...paper, turn })))(
      'is the drawn picture in every printer language, in ESC/POS but for one dot where a command is broken up ($language, $dpi dpi)',
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
          for (const [at, page] of pages.entries()) {
            const picture = drawn[at]?.picture
            if (picture === undefined) throw new Error('A page is missing')
            // ESC/POS gets one black dot where bytes would be taken for a command, and no other dot may differ.
            const allowed = printerLanguage === 'escpos' ? dotsThatBreakUp(picture) : []
            expect(allowed.length).toBeLessThanOrEqual(MOST_BROKEN_UP)
            expect({ printerLanguage, differing: differingDots(page, picture) }).toEqual({
              printerLanguage,
              differing: allowed,
            })
          }
          const obeyed = printerLanguage === 'escpos' ? realTimeCommands(bytes) : []
          expect(obeyed).toEqual([])
        }
      },
      60_000,
    )
  },
)
