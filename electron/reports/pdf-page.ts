import type { jsPDF } from 'jspdf'
import { printableText } from '../../shared/documents/printable-text.ts'

type Weight = 'normal' | 'bold'

/** A4 pages that are filled from top to bottom; a new one begins where nothing fits any more. */
export type PdfPage = {
  readonly gap: (heightMm: number) => void
  readonly text: (text: string, face: { readonly sizePt: number; readonly weight: Weight }) => void
  /** A name and, a little to the right, its value. */
  readonly fact: (name: string, value: string) => void
  /** A title with a rule under it, kept together with the row after it. */
  /** Not parted from the first `rows` lines under it, where a page holds so many. */
  readonly heading: (title: string, rows: number) => void
  /** Words on the left, a value whose last digits stand under each other on the right. */
  readonly row: (words: string, value: string, weight: Weight) => void
  readonly signatures: (names: readonly string[]) => void
  /** Writes `words` and the page's number at the foot of every page. */
  readonly numberPages: (words: string) => void
}

const MARGIN_MM = 18
const WIDTH_MM = 210
const BOTTOM_MM = 277
const FOOT_MM = 286
const LEFT_MM = MARGIN_MM
const RIGHT_MM = WIDTH_MM - MARGIN_MM
const ROOM_MM = RIGHT_MM - LEFT_MM
const FACT_MM = 30
const BODY_PT = 9
const SMALL_PT = 8
const MM_PER_PT = 25.4 / 72
const LINE_EM = 1.3
const lineMm = (sizePt: number): number => sizePt * MM_PER_PT * LINE_EM

/** An empty page of the document; `font` is one that was added to it in normal and bold. */
export const createPdfPage = (document: jsPDF, font: string): PdfPage => {
  let cursorMm = MARGIN_MM

  const setFace = (sizePt: number, weight: Weight): void => {
    document.setFont(font, weight)
    document.setFontSize(sizePt)
  }
  const linesOf = (text: string, roomMm: number): readonly string[] => {
    const lines: unknown = document.splitTextToSize(printableText(text), roomMm)
    return Array.isArray(lines) ? lines.map(String) : [String(lines)]
  }
  const keepTogether = (heightMm: number): void => {
    if (cursorMm + heightMm <= BOTTOM_MM) return
    document.addPage()
    cursorMm = MARGIN_MM
  }
  const writeLines = (lines: readonly string[], xMm: number, sizePt: number): void => {
    for (const line of lines) {
      keepTogether(lineMm(sizePt))
      cursorMm += lineMm(sizePt)
      document.text(line, xMm, cursorMm)
    }
  }
  const rule = (): void => {
    document.setLineWidth(0.2)
    document.line(LEFT_MM, cursorMm, RIGHT_MM, cursorMm)
  }

  return {
    gap: (heightMm) => {
      cursorMm += heightMm
    },
    text: (text, { sizePt, weight }) => {
      setFace(sizePt, weight)
      writeLines(linesOf(text, ROOM_MM), LEFT_MM, sizePt)
    },
    fact: (name, value) => {
      setFace(BODY_PT, 'normal')
      const lines = linesOf(value, ROOM_MM - FACT_MM)
      keepTogether(lineMm(BODY_PT) * lines.length)
      document.text(name, LEFT_MM, cursorMm + lineMm(BODY_PT))
      writeLines(lines, LEFT_MM + FACT_MM, BODY_PT)
    },
    heading: (title, rows) => {
      const wholeMm = lineMm(BODY_PT) * (rows + 1) + 2
      keepTogether(wholeMm <= BOTTOM_MM - MARGIN_MM ? wholeMm : lineMm(BODY_PT) * 2 + 2)
      setFace(BODY_PT, 'bold')
      writeLines([title], LEFT_MM, BODY_PT)
      cursorMm += 1.2
      rule()
      cursorMm += 0.8
    },
    row: (words, value, weight) => {
      setFace(BODY_PT, weight)
      const lines = linesOf(words, ROOM_MM - document.getTextWidth(value) - 6)
      keepTogether(lineMm(BODY_PT) * lines.length)
      document.text(value, RIGHT_MM, cursorMm + lineMm(BODY_PT), { align: 'right' })
      writeLines(lines, LEFT_MM, BODY_PT)
    },
    signatures: (names) => {
      const heightMm = 30
      keepTogether(heightMm)
      cursorMm += heightMm - lineMm(SMALL_PT)
      setFace(SMALL_PT, 'normal')
      const lengthMm = 60
      names.forEach((name, place) => {
        const xMm = place === 0 ? LEFT_MM : RIGHT_MM - lengthMm
        document.setLineWidth(0.2)
        document.line(xMm, cursorMm, xMm + lengthMm, cursorMm)
        document.text(name, xMm + lengthMm / 2, cursorMm + lineMm(SMALL_PT), { align: 'center' })
      })
      cursorMm += lineMm(SMALL_PT)
    },
    numberPages: (words) => {
      const count = document.getNumberOfPages()
      setFace(SMALL_PT, 'normal')
      for (let number = 1; number <= count; number += 1) {
        document.setPage(number)
        const [line = ''] = linesOf(words, ROOM_MM - 20)
        document.text(line, LEFT_MM, FOOT_MM)
        document.text(`${String(number)}/${String(count)}`, RIGHT_MM, FOOT_MM, { align: 'right' })
      }
    },
  }
}
