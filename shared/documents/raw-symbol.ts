import { z } from 'zod'
import type { QrSymbol } from './document-measure.ts'

const barsSchema = z.tuple([z.object({ sbs: z.array(z.number().int().positive()).min(1) })])
const cellsSchema = z.tuple([
  z.object({
    pixx: z.number().int().positive(),
    pixy: z.number().int().positive(),
    pixs: z.array(z.union([z.literal(0), z.literal(1)])),
  }),
])

/** The widths of bars and spaces in what bwip-js' `raw()` gave for a linear symbol. Throws when it gave something else. */
export const parseBars = (symbol: unknown): readonly number[] => barsSchema.parse(symbol)[0].sbs

/** The cells in what bwip-js' `raw()` gave for a square symbol. Throws when it gave something else. */
export const parseCells = (symbol: unknown): QrSymbol => {
  const [{ pixx, pixy, pixs }] = cellsSchema.parse(symbol)
  if (pixx !== pixy || pixs.length !== pixx * pixy) throw new Error('The symbol is not square')
  return { size: pixx, cells: pixs }
}

/** What bwip-js calls the symbology of an EAN or UPC of so many digits. Throws for other lengths: they are none. */
export const eanSymbology = (digits: string): 'ean13' | 'upca' | 'ean8' => {
  if (digits.length === 13) return 'ean13'
  if (digits.length === 12) return 'upca'
  if (digits.length === 8) return 'ean8'
  throw new RangeError(`Not an EAN or UPC: ${digits}`)
}
