import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { code128Data } from './code-128-data.ts'
import { ESCPOS_DRAWER_KICK, ESCPOS_INITIALISE } from './escpos-encoder.ts'
import type { TextPiece } from './text-receipt-rows.ts'

/** Builds the bytes of a receipt in a printer's own fonts, from top to bottom. */
export type TextReceiptBuilder = {
  readonly kickDrawer: () => void
  readonly line: (pieces: readonly TextPiece[]) => void
  readonly rule: () => void
  readonly blankLine: () => void
  /** Code 128 in the middle. Printable ASCII only. */
  readonly code128: (text: string, moduleDots: number, heightDots: number) => void
  /** A QR symbol in the middle. Printable ASCII only. */
  readonly qr: (text: string, moduleDots: number) => void
  /** Commands that are bytes already, such as a picture's strips. */
  readonly raw: (bytes: Uint8Array) => void
  readonly end: (cuts: boolean) => Uint8Array
}

/** GS k: Code 128. */
const CODE_128 = 73
const LARGEST_QR_CELL = 8
const LARGEST_BAR_HEIGHT = 255
/** The library's feed is four lines each: one carries the last line past the cutter. */
const FEEDS_BEFORE_CUT = 1

/** What `setTextSize` calls once and twice the size. */
const LARGER = { 1: 0, 2: 1 } as const

/** Windows code page 1252: what a printer is set to, with every character that it has. */
export const isInCodePage = (text: string): boolean => Array.from(text).every((character) => CODE_PAGE.has(character))

/** The code page's characters from 0x80 to 0x9f. Node's own decoder of that name takes these bytes for Latin-1. */
const ABOVE_ASCII = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
const range = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index))
const CODE_PAGE: ReadonlySet<string> = new Set([...range(0x20, 0x7e), ...Array.from(ABOVE_ASCII), ...range(0xa0, 0xff)])

/**
 * node-thermal-printer as a builder of bytes; it never sends anything. Its faults are gone around here, each with a test that
 * shows it (text-receipt-builder.test.ts): folding eats blank lines and indents, so it is off; numbers and empty texts print
 * as nothing, so only texts go in; `ESC @` forgets the code page and the library does not, so it is set again; a brace must
 * be doubled in Code 128; a QR symbol's length is counted in characters; cells above 8 throw; height and width of
 * letters are interchanged; its drawer pulse has no times.
 */
export const createTextReceiptBuilder = (columns: number): TextReceiptBuilder => {
  // An empty interface: the library opens nothing.
  const settings = { type: PrinterTypes.EPSON, interface: '', width: columns, breakLine: BreakLine.NONE }
  const library = new ThermalPrinter({ ...settings, characterSet: CharacterSet.WPC1252 })
  const initialise = (): void => {
    library.add(ESCPOS_INITIALISE)
    library.setCharacterSet(CharacterSet.WPC1252)
  }
  const middle = (print: () => void): void => {
    library.alignCenter()
    print()
    library.alignLeft()
  }
  initialise()
  return {
    kickDrawer: () => {
      library.add(ESCPOS_DRAWER_KICK)
    },
    line: (pieces) => {
      const isInverted = pieces.some((piece) => piece.isInverted)
      if (isInverted) library.invert(true)
      let cell = 0
      for (const { text, startCell, cells, cellsHigh, isBold } of pieces) {
        library.print(' '.repeat(Math.max(0, startCell - cell)))
        if (isBold) library.bold(true)
        const isLarge = cells === 2 || cellsHigh === 2
        if (isLarge) library.setTextSize(LARGER[cells], LARGER[cellsHigh])
        library.print(text)
        if (isLarge) library.setTextSize(0, 0)
        if (isBold) library.bold(false)
        cell = startCell + Array.from(text).length * cells
      }
      // White letters stand on a bar across the paper.
      if (isInverted) library.print(' '.repeat(columns - cell))
      library.newLine()
      if (isInverted) library.invert(false)
    },
    rule: () => {
      library.println('-'.repeat(columns))
    },
    blankLine: () => {
      library.newLine()
    },
    code128: (text, moduleDots, heightDots) => {
      const height = Math.min(LARGEST_BAR_HEIGHT, heightDots)
      // `code128()` takes no width in dots by its types, and none that is right for this type of printer.
      const settingsOfBars = { hriPos: 0, hriFont: 0, width: moduleDots, height } as const
      middle(() => library.printBarcode(code128Data(text).data, CODE_128, settingsOfBars))
    },
    qr: (text, moduleDots) => {
      middle(() => library.printQR(text, { cellSize: Math.min(LARGEST_QR_CELL, moduleDots), correction: 'M' }))
    },
    raw: (bytes) => {
      library.add(Buffer.from(bytes))
    },
    end: (cuts) => {
      if (cuts) library.partialCut({ verticalTabAmount: FEEDS_BEFORE_CUT })
      else {
        library.printVerticalTab()
        library.add(ESCPOS_INITIALISE)
      }
      return library.getBuffer()
    },
  }
}
