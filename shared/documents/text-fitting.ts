import type { DocumentMeasure } from './document-measure.ts'
import type { FontWeight } from './layout.ts'
import { printableText } from './printable-text.ts'
import { cutAtWord, unbrokenParts, type TextBreaks } from './text-breaks.ts'

/** How a text is set; broken plainly where nothing else is said. */
export type TextFace = { readonly sizeMm: number; readonly weight: FontWeight; readonly breaks?: TextBreaks }

/** Lines that fit, and the size at which they do. */
export type FittedText = { readonly lines: readonly string[]; readonly sizeMm: number }

const ELLIPSIS = '…'

/** Cuts a line so that it fits with an ellipsis at its end, at a word's end where that costs little; unchanged when it fits as it is. */
export const ellipsize = (text: string, widthMm: number, face: TextFace, measure: DocumentMeasure): string => {
  const printable = printableText(text)
  if (measure.textWidthMm(printable, face.sizeMm, face.weight) <= widthMm) return printable
  return cutWithEllipsis(printable, widthMm, face, measure)
}

/**
 * Breaks a text at spaces, but not within {@link unbrokenParts}; a word wider than the line is broken where it ends. What
 * does not fit into `maxLines` is replaced by an ellipsis. An empty text gives no line.
 */
export const wrapText = (
  text: string,
  widthMm: number,
  face: TextFace,
  maxLines: number,
  measure: DocumentMeasure,
): readonly string[] => {
  const widthOf = (candidate: string): number => measure.textWidthMm(candidate, face.sizeMm, face.weight)
  const fitsLine = (part: string): boolean => widthOf(part) <= widthMm
  const words = unbrokenParts(printableText(text), face.breaks ?? 'plain', fitsLine)
  const lines: string[] = []
  let line = ''
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const candidate = line === '' ? word : `${line} ${word}`
    if (widthOf(candidate) <= widthMm) {
      line = candidate
      continue
    }
    if (lines.length === maxLines - 1) {
      lines.push(cutWithEllipsis(candidate, widthMm, face, measure))
      return lines
    }
    if (line !== '') {
      lines.push(line)
      line = ''
      index -= 1
      continue
    }
    const head = longestStart(word, widthMm, face, measure)
    lines.push(head)
    words[index] = word.slice(head.length)
    index -= 1
  }
  if (line !== '') lines.push(line)
  return lines
}

/** The start of a text up to its last stroke or hyphen, where that leaves the line at least half full; else all of it. */
const upToJoint = (start: string): string => {
  const joint = Math.max(start.lastIndexOf('/'), start.lastIndexOf('-')) + 1
  return joint * 2 >= start.length ? start.slice(0, joint) : start
}

/**
 * Breaks a number after a stroke or hyphen where that takes no more lines, else wherever a line ends. Of one longer than
 * `maxLines` the beginning is left out, since transfers and cards are told apart by the end of theirs.
 */
export const wrapNumber = (
  name: string,
  number: string,
  widthMm: number,
  face: TextFace,
  maxLines: number,
  measure: DocumentMeasure,
): readonly string[] => {
  const brokenAt = (shown: string, cut: (start: string) => string): readonly string[] => {
    const lines: string[] = []
    let rest = `${name} ${shown}`
    while (rest !== '') {
      const longest = longestStart(rest, widthMm, face, measure)
      const start = longest.length < rest.length ? cut(longest) : longest
      lines.push(start.trimEnd())
      rest = rest.slice(start.length).trimStart()
    }
    return lines
  }
  const broken = (shown: string): readonly string[] => {
    const full = brokenAt(shown, (start) => start)
    const atJoints = brokenAt(shown, upToJoint)
    return atJoints.length > full.length ? full : atJoints
  }
  const characters = Array.from(printableText(number))
  let lines = broken(characters.join(''))
  while (lines.length > maxLines && characters.length > 1) {
    characters.shift()
    lines = broken(`${ELLIPSIS}${characters.join('')}`)
  }
  return lines
}

/** The largest of `sizesMm` (largest first) at which the whole text fits its lines; at the smallest it is cut with an ellipsis. */
export const fitText = (
  text: string,
  widthMm: number,
  weight: FontWeight,
  sizesMm: readonly number[],
  maxLinesAt: (sizeMm: number) => number,
  measure: DocumentMeasure,
): FittedText => fitTexts([text], widthMm, { weight, sizesMm, maxLinesAt }, measure)

/** How texts that belong together are set. */
export type FittingFace = {
  readonly weight: FontWeight
  /** Largest first. */
  readonly sizesMm: readonly number[]
  /** Of each text. */
  readonly maxLinesAt: (sizeMm: number) => number
  readonly breaks?: TextBreaks
}

/** The same of texts under each other that share one size: the largest at which each of them fits. */
export const fitTexts = (
  texts: readonly string[],
  widthMm: number,
  { weight, sizesMm, maxLinesAt, breaks = 'plain' }: FittingFace,
  measure: DocumentMeasure,
): FittedText => {
  let smallest = 1
  for (const sizeMm of sizesMm) {
    smallest = sizeMm
    const wrapped = texts.map((text) =>
      wrapText(text, widthMm, { sizeMm, weight, breaks }, maxLinesAt(sizeMm) + 1, measure),
    )
    const fits = wrapped.every(
      (lines, index) => lines.length <= maxLinesAt(sizeMm) && !breaksWord(texts[index] ?? '', lines),
    )
    if (fits) return { lines: wrapped.flat(), sizeMm }
  }
  const face = { sizeMm: smallest, weight, breaks }
  const lines = texts.flatMap((text) => wrapText(text, widthMm, face, maxLinesAt(smallest), measure))
  return { lines, sizeMm: smallest }
}

/** A word broken in its middle reads badly where a smaller size keeps it whole. */
const breaksWord = (text: string, lines: readonly string[]): boolean => lines.join(' ') !== printableText(text)

const cutWithEllipsis = (text: string, widthMm: number, face: TextFace, measure: DocumentMeasure): string => {
  const roomMm = widthMm - measure.textWidthMm(ELLIPSIS, face.sizeMm, face.weight)
  return `${cutAtWord(text, longestStart(text, roomMm, face, measure))}${ELLIPSIS}`
}

/** The longest beginning that fits, at least one character so that breaking always moves on. */
const longestStart = (text: string, widthMm: number, face: TextFace, measure: DocumentMeasure): string => {
  let start = ''
  let usedMm = 0
  for (const character of text) {
    usedMm += measure.textWidthMm(character, face.sizeMm, face.weight)
    if (usedMm > widthMm && start !== '') return start
    start += character
  }
  return start
}
