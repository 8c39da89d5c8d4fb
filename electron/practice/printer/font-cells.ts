import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { join } from 'node:path'

/** A character cell of font A at 203 dpi. */
export const CELL = { widthDots: 12, heightDots: 24 } as const

/** The dots of one character in its cell, row by row, 1 = black. */
export type FontCells = (character: string, isBold: boolean) => Uint8Array

const FILES = { regular: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' } as const
const FAMILIES = { regular: 'PracticeCells', bold: 'PracticeCellsBold' } as const
const SIZE_DOTS = 20
const BASELINE_DOTS = 19
/** Alpha from which a dot is black. */
const DARK = 110

/** A printer's own font, made of the shipped one: each letter squeezed into a cell. Throws when the files are missing. */
export const createFontCells = (fontDirectory: string): FontCells => {
  const cells = new Map<string, Uint8Array>()
  return (character, isBold) => {
    const weight = isBold ? 'bold' : 'regular'
    const key = `${weight}${character}`
    const known = cells.get(key)
    if (known !== undefined) return known
    load(fontDirectory, weight)
    const canvas = createCanvas(CELL.widthDots, CELL.heightDots)
    const context = canvas.getContext('2d')
    context.font = `${String(SIZE_DOTS)}px ${FAMILIES[weight]}`
    context.textAlign = 'center'
    context.fillText(character, CELL.widthDots / 2, BASELINE_DOTS, CELL.widthDots)
    const { data } = context.getImageData(0, 0, CELL.widthDots, CELL.heightDots)
    const dots = Uint8Array.from({ length: CELL.widthDots * CELL.heightDots }, (_, index) =>
      (data[index * 4 + 3] ?? 0) >= DARK ? 1 : 0,
    )
    cells.set(key, dots)
    return dots
  }
}

const load = (fontDirectory: string, weight: 'regular' | 'bold'): void => {
  if (GlobalFonts.has(FAMILIES[weight])) return
  const path = join(fontDirectory, FILES[weight])
  if (GlobalFonts.registerFromPath(path, FAMILIES[weight]) === null)
    throw new Error(`The font ${path} cannot be loaded`)
}
