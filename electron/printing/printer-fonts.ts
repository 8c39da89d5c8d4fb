import { GlobalFonts } from '@napi-rs/canvas'
import { join } from 'node:path'
import type { FontWeight } from '../../shared/documents/layout.ts'

/** The files in the font directory (assets/fonts). */
export const FONT_FILES: Readonly<Record<FontWeight, string>> = {
  regular: 'DejaVuSansCondensed.ttf',
  bold: 'DejaVuSansCondensed-Bold.ttf',
}

const FAMILIES: Readonly<Record<FontWeight, string>> = { regular: 'KonterPrint', bold: 'KonterPrintBold' }
const WEIGHTS: readonly FontWeight[] = ['regular', 'bold']

/** Loads the shipped fonts into the canvas, once a process or worker. Throws when a file is missing: nothing could be printed. */
export const loadPrinterFonts = (fontDirectory: string): void => {
  for (const weight of WEIGHTS) {
    if (GlobalFonts.has(FAMILIES[weight])) continue
    const path = join(fontDirectory, FONT_FILES[weight])
    if (GlobalFonts.registerFromPath(path, FAMILIES[weight]) === null) {
      throw new Error(`The font ${path} cannot be loaded`)
    }
  }
}

/** The canvas' font setting for a weight and a size in dots. */
export const canvasFont = (weight: FontWeight, sizeDots: number): string =>
  `${sizeDots.toFixed(3)}px ${FAMILIES[weight]}`
