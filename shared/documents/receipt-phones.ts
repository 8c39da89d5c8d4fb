import type { DocumentMeasure } from './document-measure.ts'
import { printableText } from './printable-text.ts'
import { ellipsize, wrapText, type TextFace } from './text-fitting.ts'

/**
 * Telephone numbers (`022-4201188 / 0812-3456-7890`) behind a word, which may be empty: lines end between numbers, never inside one that fits a
 * line. What does not fit into `maxLines` is replaced by an ellipsis.
 */
export const wrapPhones = (
  word: string,
  phones: string,
  widthMm: number,
  face: TextFace,
  maxLines: number,
  measure: DocumentMeasure,
): readonly string[] => {
  const fits = (line: string): boolean => measure.textWidthMm(line, face.sizeMm, face.weight) <= widthMm
  const numbers = printableText(phones)
    .split(/\s+\/\s+/)
    .filter((each) => each !== '')
  const lines: string[] = []
  let line = word
  numbers.forEach((number, index) => {
    // The slash stays behind the number before it: the next line begins with a number.
    const shown = index === numbers.length - 1 ? number : `${number} /`
    const joined = line === '' ? shown : `${line} ${shown}`
    if (fits(joined)) {
      line = joined
      return
    }
    const isTorn = !fits(shown)
    if (!isTorn) lines.push(line)
    const rest = isTorn ? wrapText(joined, widthMm, face, Number.POSITIVE_INFINITY, measure) : [shown]
    lines.push(...rest.slice(0, -1))
    line = rest.at(-1) ?? ''
  })
  lines.push(line)
  if (lines.length <= maxLines) return lines
  const last = lines.slice(maxLines - 1).join(' ')
  return [...lines.slice(0, maxLines - 1), ellipsize(last, widthMm, face, measure)]
}
