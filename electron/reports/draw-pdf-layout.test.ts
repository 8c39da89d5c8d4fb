import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDocumentMeasure } from '../../shared/documents/document-measure.ts'
import type { LayoutPrimitive, TextPrimitive } from '../../shared/documents/layout.ts'
import { bwipSymbols } from '../printing/bwip-symbols.ts'
import { layoutsToPdf } from './layouts-to-pdf.ts'
import { sheetFor } from './pdf-sheets.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const run = promisify(execFile)
const measure = createDocumentMeasure(bwipSymbols)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'konter-pdf-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a layout in a PDF', () => {
  const text = (changes: Partial<TextPrimitive>): TextPrimitive => ({
    type: 'text',
    text: 'HHHH',
    xMm: 20,
    baselineMm: 20,
    sizeMm: 4,
    weight: 'bold',
    align: 'left',
    maxWidthMm: 20,
    ink: 'black',
    ...changes,
  })
  /** The dark dots of the page at 10 dots a millimetre: left, top, right and bottom edge in millimetres. */
  const inkOf = async (...primitives: readonly LayoutPrimitive[]): Promise<readonly number[]> => {
    const sheet = sheetFor({ widthMm: 40, heightMm: 40, primitives })
    const path = join(folder, 'one.pdf')
    await writeFile(path, await layoutsToPdf([sheet], { title: 'x', madeAtMs: 0, fontFolder: FONTS }))
    await run('pdftoppm', ['-r', '254', '-gray', '-singlefile', path, join(folder, 'one')])
    const pgm = await readFile(join(folder, 'one.pgm'))
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'))
    if (head === null) throw new Error('not a picture')
    const width = Number(head[1])
    const dark = [...pgm.subarray(head[0].length)].flatMap((grey, index) => (grey < 128 ? [index] : []))
    const xs = dark.map((index) => index % width)
    const ys = dark.map((index) => Math.floor(index / width))
    const edge = (values: readonly number[], pick: (one: number, other: number) => number) =>
      values.reduce((found, value) => pick(found, value), values[0] ?? Number.NaN) / 10
    return [edge(xs, Math.min), edge(ys, Math.min), edge(xs, Math.max), edge(ys, Math.max)]
  }

  test('turns text clockwise around its anchor, whatever its alignment', async () => {
    const lengthMm = measure.textWidthMm('HHHH', 4, 'bold')
    const down = await inkOf(text({ turnDegrees: 90 }))
    expect(down[0]).toBeGreaterThan(19.5)
    expect(down[1]).toBeCloseTo(20.3, 0)
    expect(down[3]).toBeCloseTo(20 + lengthMm - 0.3, 0)
    const up = await inkOf(text({ turnDegrees: 270 }))
    expect(up[2]).toBeLessThan(20.5)
    expect(up[3]).toBeCloseTo(19.7, 0)
    const middle = await inkOf(text({ turnDegrees: 90, align: 'center' }))
    expect(((middle[1] ?? 0) + (middle[3] ?? 0)) / 2).toBeCloseTo(20, 0)
    const end = await inkOf(text({ turnDegrees: 270, align: 'right' }))
    expect(end[1]).toBeCloseTo(20.3, 0)
  })

  test('stretches pictures over their boxes', async () => {
    const image = { widthPx: 2, heightPx: 1, greyBase64: Buffer.from([255, 0]).toString('base64') }
    const box = { xMm: 10, yMm: 5, widthMm: 8, heightMm: 3 }
    expect((await inkOf({ type: 'image', image, ...box })).map(Math.round)).toEqual([14, 5, 18, 8])
  })

  test('lays turned bars across', async () => {
    const bars = bwipSymbols.code128('K1')
    const box = { xMm: 10, yMm: 2, widthMm: 6, heightMm: 34 }
    const ink = await inkOf({ type: 'barcode', text: 'K1', bars, moduleMm: 0.25, isTurned: true, ...box })
    expect(ink[0]).toBeCloseTo(10, 0)
    expect(ink[2]).toBeCloseTo(16, 0)
    expect((ink[3] ?? 0) - (ink[1] ?? 0)).toBeGreaterThan(11)
  })
})
