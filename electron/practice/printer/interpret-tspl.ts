import { createByteReader, type ByteReader } from './byte-reader.ts'
import { burn, createDotPage, type DotPage } from './dot-page.ts'
import type { Interpretation } from './printed-sheet.ts'

const LONGEST_PICTURE_HEAD = 60
const MOST_COPIES = 10

/** Settings that change nothing on a drawn page, with the shape that their arguments must have. */
const SETTINGS: Readonly<Record<string, RegExp>> = {
  GAP: /^\d+(\.\d+)? mm, ?\d+(\.\d+)? mm$/,
  DENSITY: /^(\d|1[0-5])$/,
  SPEED: /^\d+(\.\d)?$/,
  DIRECTION: /^0(,0)?$/,
  REFERENCE: /^0, ?0$/,
}

/**
 * A TSPL label printer of the given resolution, as far as raster labels need it: SIZE, settings, CLS, BITMAP, PRINT. The
 * sheet is as wide as SIZE says, in dots of the head; a picture that goes beyond it is cut there.
 */
export const interpretTspl = (bytes: Uint8Array, dotsPerMm: number): Interpretation => {
  const reader = createByteReader(bytes)
  const problems: string[] = []
  const pages: DotPage[] = []
  let sheet: DotPage | null = null
  const complain = (words: string): void => {
    problems.push(`${words} (byte ${String(reader.offset())})`)
  }
  while (!reader.isAtEnd()) {
    const word = readWord(reader)
    if (word === 'BITMAP') {
      const words = drawBitmap(reader, sheet)
      if (words !== null) complain(words)
      continue
    }
    const rest = reader.line() ?? ''
    if (word === '') {
      if (rest !== '') complain(`TSPL: not a command: ${rest.slice(0, 20)}`)
    } else if (word === 'SIZE') {
      const size = /^(\d+(?:\.\d+)?) mm, ?(\d+(?:\.\d+)?) mm$/.exec(rest)
      if (size === null) complain(`TSPL: SIZE ${rest}`)
      else sheet = createDotPage(Math.floor(Number(size[1]) * dotsPerMm), Math.floor(Number(size[2]) * dotsPerMm))
    } else if (word === 'CLS' && rest === '') {
      sheet?.dots.fill(0)
    } else if (word === 'PRINT') {
      const copies = /^(\d+)(?:,(\d+))?$/.exec(rest)
      const count = copies === null ? 0 : Number(copies[1]) * Number(copies[2] ?? '1')
      if (sheet === null || count < 1 || count > MOST_COPIES) complain(`TSPL: PRINT ${rest}`)
      else for (let copy = 0; copy < count; copy += 1) pages.push({ ...sheet, dots: Uint8Array.from(sheet.dots) })
    } else if (SETTINGS[word]?.test(rest) !== true) {
      complain(`TSPL: unknown command ${word} ${rest.slice(0, 40)}`)
    }
  }
  return { pages, problems, drawerKicks: 0, cuts: 0 }
}

/** The command word; what follows it is left in the reader. */
const readWord = (reader: ByteReader): string => {
  let word = ''
  for (let byte = reader.peek(); byte !== null && isCapital(byte); byte = reader.peek()) {
    word += String.fromCharCode(byte)
    reader.byte()
  }
  if (reader.peek() === 0x20) reader.byte()
  return word
}

const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a

/** Draws `BITMAP x,y,width in bytes,height in dots,mode,data`: a 0 bit burns. Answers what is wrong, or null. */
const drawBitmap = (reader: ByteReader, sheet: DotPage | null): string | null => {
  const numbers: number[] = []
  for (let index = 0; index < 5; index += 1) {
    const text = reader.textUntil(0x2c, LONGEST_PICTURE_HEAD)
    if (text === null || !/^\d+$/.test(text)) return 'TSPL: BITMAP without its five numbers'
    numbers.push(Number(text))
  }
  const [left = 0, top = 0, widthBytes = 0, height = 0, mode = -1] = numbers
  if (mode !== 0) return `TSPL: BITMAP mode ${String(mode)}`
  const data = reader.take(widthBytes * height)
  if (data === null) return 'TSPL: BITMAP ends before its data'
  if (sheet === null) return 'TSPL: BITMAP before SIZE'
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < widthBytes; column += 1) {
      const byte = data[row * widthBytes + column] ?? 0xff
      if (byte === 0xff) continue
      for (let bit = 0; bit < 8; bit += 1) {
        if (((byte << bit) & 0x80) === 0) burn(sheet, left + column * 8 + bit, top + row)
      }
    }
  }
  return reader.line() === '' ? null : 'TSPL: no line end after BITMAP'
}
