import { FONT_METRICS } from './font-metrics.ts'
import type { FontWeight } from './layout.ts'
import { hasRightCheckDigit } from '../domain/barcode-check-digit.ts'

/** A QR symbol without its quiet zone, row by row, 1 = dark. */
export type QrSymbol = { readonly size: number; readonly cells: readonly number[] }

/** Draws symbols of printable ASCII; each process brings the barcode library's build that fits it. */
export type SymbolEncoder = {
  /** Widths of bar, space, bar, … in modules. */
  readonly code128: (text: string) => readonly number[]
  /** The same of an EAN-13, UPC-A or EAN-8 by its 13, 12 or 8 digits, the check digit (a right one) included. */
  readonly ean: (digits: string) => readonly number[]
  readonly qr: (text: string) => QrSymbol
}

/** Everything a layout must know about sizes. */
export type DocumentMeasure = SymbolEncoder & {
  /** Width of one line in millimetres, without kerning or ligatures; characters that the font lacks count as 0. */
  readonly textWidthMm: (text: string, sizeMm: number, weight: FontWeight) => number
}

const readAdvances = (weight: FontWeight): ReadonlyMap<string, number> => {
  const metrics = FONT_METRICS[weight]
  const advances = new Map<string, number>()
  for (const [first, row] of metrics.advances) {
    let codePoint = first
    for (const cell of row.split(',')) {
      if (cell !== '') advances.set(String.fromCodePoint(codePoint), Number.parseInt(cell, 36) / metrics.unitsPerEm)
      codePoint += 1
    }
  }
  return advances
}

const ADVANCES: Readonly<Record<FontWeight, ReadonlyMap<string, number>>> = {
  regular: readAdvances('regular'),
  bold: readAdvances('bold'),
}

/** How far a character moves on, in sizes of the text; undefined when the font lacks it. */
export const advanceOf = (character: string, weight: FontWeight): number | undefined => ADVANCES[weight].get(character)

/** True when both weights of the shipped font have a glyph for the character. */
export const hasGlyph = (character: string): boolean => ADVANCES.regular.has(character) && ADVANCES.bold.has(character)

/** Text widths from the shipped font's own table, symbols from the given encoder. */
export const createDocumentMeasure = (symbols: SymbolEncoder): DocumentMeasure => ({
  ...symbols,
  textWidthMm: (text, sizeMm, weight) => {
    let em = 0
    for (const character of text) em += advanceOf(character, weight) ?? 0
    return em * sizeMm
  },
})

/** The same measure, which works out each symbol and each text's width only once: for layouts that are tried several times. */
export const rememberMeasures = (measure: DocumentMeasure): DocumentMeasure => {
  const bars = new Map<string, readonly number[]>()
  const squares = new Map<string, ReturnType<DocumentMeasure['qr']>>()
  const ems = { regular: new Map<string, number>(), bold: new Map<string, number>() }
  return {
    ...measure,
    code128: (text) => {
      const known = bars.get(text) ?? measure.code128(text)
      bars.set(text, known)
      return known
    },
    qr: (text) => {
      const known = squares.get(text) ?? measure.qr(text)
      squares.set(text, known)
      return known
    },
    textWidthMm: (text, sizeMm, weight) => {
      const known = ems[weight].get(text) ?? measure.textWidthMm(text, 1, weight)
      ems[weight].set(text, known)
      return known * sizeMm
    },
  }
}

/** True for printable ASCII of a sensible length, the only text that every scanner reads alike. */
export const canBeSymbol = (text: string): boolean => /^[\u0020-\u007e]{1,120}$/.test(text)

/** True for printable ASCII that a QR symbol can hold: a QRIS payload has at most 512 characters (EMVCo MPM). */
export const canBeQr = (text: string): boolean => /^[\u0020-\u007e]{1,512}$/.test(text)

/** True for the digits of an EAN-13, UPC-A or EAN-8 whose check digit is right. */
export const canBeEan = (text: string): boolean => /^(?:\d{8}|\d{12,13})$/.test(text) && hasRightCheckDigit(text)
