import { burn, burnRows, createDotPage, growTo, type DotPage } from './dot-page.ts'
import { CELL, type FontCells } from './font-cells.ts'
import type { PrintedSymbol } from './printer-symbols.ts'

/** How a character is printed. */
export type CharacterStyle = {
  readonly isBold: boolean
  readonly isInverted: boolean
  readonly width: number
  readonly height: number
}

/** The paper under a receipt printer's head: a line of characters is collected, then printed. */
export type ReceiptPaper = {
  /** Adds a character to the line; a full line is printed first, as printers do. */
  readonly type: (character: string, style: CharacterStyle) => void
  readonly endLine: (align: number) => void
  /** Forgets the characters that are not printed yet. */
  readonly dropLine: () => void
  readonly hasLine: () => boolean
  readonly feed: (lines: number) => void
  readonly raster: (bytesPerRow: number, rows: Uint8Array) => void
  readonly symbol: (symbol: PrintedSymbol, align: number) => void
  /** Takes the page off; null when there is no ink on it. */
  readonly takePage: () => DotPage | null
}

/** One sixth of an inch at 203 dpi: the line spacing after ESC @. */
const LINE_DOTS = 34

/** Empty paper of this width. */
export const createReceiptPaper = (widthDots: number, cells: FontCells): ReceiptPaper => {
  let page = createDotPage(widthDots, 0)
  let yDots = 0
  let hasInk = false
  let line: { readonly character: string; readonly style: CharacterStyle }[] = []

  const lineWidth = (): number => line.reduce((sum, { style }) => sum + style.width * CELL.widthDots, 0)
  const endLine = (align: number): void => {
    const tallest = Math.max(0, ...line.map(({ style }) => style.height * CELL.heightDots))
    growTo(page, yDots + Math.max(LINE_DOTS, tallest))
    let left = startOf(lineWidth(), align, widthDots)
    for (const { character, style } of line) {
      const { height, width } = style
      burnCharacter(page, cells(character, style.isBold), left, yDots + tallest - height * CELL.heightDots, style)
      left += width * CELL.widthDots
    }
    hasInk ||= line.some(({ character, style }) => character !== ' ' || style.isInverted)
    yDots += Math.max(LINE_DOTS, tallest)
    line = []
  }
  return {
    type: (character, style) => {
      if (lineWidth() + style.width * CELL.widthDots > widthDots) endLine(0)
      line.push({ character, style })
    },
    endLine,
    dropLine: () => {
      line = []
    },
    hasLine: () => line.length > 0,
    feed: (lines) => {
      yDots += lines * LINE_DOTS
    },
    raster: (bytesPerRow, rows) => {
      if (rows.length === 0) return
      const heightDots = rows.length / bytesPerRow
      growTo(page, yDots + heightDots)
      burnRows(page, 0, yDots, bytesPerRow, rows)
      yDots += heightDots
      hasInk = true
    },
    symbol: (symbol, align) => {
      growTo(page, yDots + symbol.heightDots)
      symbol.burnAt(page, startOf(symbol.widthDots, align, widthDots), yDots)
      yDots += symbol.heightDots
      hasInk = true
    },
    takePage: () => {
      growTo(page, yDots)
      const taken = hasInk ? page : null
      page = createDotPage(widthDots, 0)
      yDots = 0
      hasInk = false
      return taken
    },
  }
}

/** Where something of this width begins when it is aligned left (0), centred (1) or right (2). */
const startOf = (width: number, align: number, paper: number): number =>
  align === 0 ? 0 : Math.max(0, Math.floor((paper - width) / (align === 1 ? 2 : 1)))

const burnCharacter = (page: DotPage, cell: Uint8Array, left: number, top: number, style: CharacterStyle): void => {
  const [width, height] = [CELL.widthDots * style.width, CELL.heightDots * style.height]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dot = cell[Math.floor(y / style.height) * CELL.widthDots + Math.floor(x / style.width)] === 1
      if (dot !== style.isInverted) burn(page, left + x, top + y)
    }
  }
}
