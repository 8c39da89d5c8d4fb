import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { LARGEST_PDF_BYTES, printTrouble, type PrintTrouble } from '../../shared/domain/print-trouble.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import { loadPdfLibrary, PDF_SETTINGS } from './pdf-library.ts'
import { errorWords } from './transport.ts'

const MM_PER_POINT = 25.4 / 72

/** The millimetres of so many points (1/72 inch), the unit of PDF. */
export const millimetres = (points: number): number => points * MM_PER_POINT

const troubleOf = (error: unknown): PrintTrouble => {
  const isLocked = error instanceof Error && error.name === 'PasswordException'
  return printTrouble(isLocked ? 'pdf-locked' : 'pdf-damaged', errorWords(error))
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other: pdf.js keeps a list of pages that all open files share, and memory stays that of one file. */
const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
  const turn = last.then(work)
  last = turn.catch(() => null)
  return turn
}

/** Opens a PDF, works with it and lets go of it. Refuses what is locked, damaged, empty or too large; whatever `work` fails at is damage, too. */
export const withPdf = async <Value>(
  bytes: Uint8Array,
  work: (file: PDFDocumentProxy) => Promise<Result<Value, PrintTrouble>>,
): Promise<Result<Value, PrintTrouble>> => {
  if (bytes.length > LARGEST_PDF_BYTES) return failure(printTrouble('pdf-too-large', `${String(bytes.length)} bytes`))
  if (bytes.length === 0) return failure(printTrouble('pdf-damaged', '0 bytes'))
  const { getDocument } = await loadPdfLibrary()
  return inTurn(async () => {
    // pdf.js takes the memory that it is given.
    const loading = getDocument({ ...PDF_SETTINGS, data: Uint8Array.from(bytes) })
    try {
      const file = await loading.promise
      return file.numPages === 0 ? failure(printTrouble('pdf-empty', '0 pages')) : await work(file)
    } catch (error) {
      return failure(troubleOf(error))
    } finally {
      await loading.destroy()
    }
  })
}

/** The size of a page as it is shown. */
export type PdfPageSize = { readonly widthMm: number; readonly heightMm: number }

/** What is in a PDF: its pages with their sizes; or why it cannot be printed. */
export const readPdf = (bytes: Uint8Array): Promise<Result<{ readonly pages: readonly PdfPageSize[] }, PrintTrouble>> =>
  withPdf(bytes, async (file) => {
    const pages: PdfPageSize[] = []
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      pages.push({ widthMm: millimetres(width), heightMm: millimetres(height) })
      page.cleanup()
    }
    return success({ pages })
  })
