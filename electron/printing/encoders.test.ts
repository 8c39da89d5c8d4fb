import * as fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { layoutShippingLabel } from '../../shared/documents/label-layout.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { longSampleSale, SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { DotPage } from '../practice/printer/dot-page.ts'
import { interpretEscpos } from '../practice/printer/interpret-escpos.ts'
import { interpretTspl } from '../practice/printer/interpret-tspl.ts'
import { createPracticePrinter } from '../practice/printer/practice-printer.ts'
import { encodeEscpos } from './escpos-encoder.ts'
import { createMonoPicture, isBlack, type MonoPicture } from './mono-picture.ts'
import { pngOf, readCodes } from './printed-codes.ts'
import { DEFAULT_PRINTER_SETTINGS } from './printer-settings-store.ts'
import { DOTS_PER_MM, rasterizeLayout } from './rasterize-layout.ts'
import { findRealTimeSequences, withoutRealTimeSequences } from './real-time-sequences.ts'
import { documentMeasure, renderDocument } from './render-document.ts'
import { encodeTspl } from './tspl-encoder.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const DPIS = [203, 300] as const
const PAPERS = [58, 80] as const
const PAGE = { widthMm: 100, heightMm: 150, gapMm: 3, darkness: 8, speedInchesPerSecond: 4 }
const delivered = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY })

const saleContent = (sale: Sale) => ({ type: 'sale', sale }) as const

/** Dots that differ between what was drawn and what came out of the printer; the sheet may be longer by the feed. */
const differences = (picture: MonoPicture, page: DotPage | undefined): number => {
  if (page === undefined) return Number.POSITIVE_INFINITY
  let count = 0
  for (let y = 0; y < Math.max(picture.heightDots, page.heightDots); y += 1) {
    for (let x = 0; x < page.widthDots; x += 1) {
      const dot = y < page.heightDots ? page.dots[y * page.widthDots + x] : 0
      if ((dot === 1) !== isBlack(picture, x, y)) count += 1
    }
  }
  return count
}

const randomPicture = fc
  .record({ width: fc.integer({ min: 1, max: 48 }), height: fc.integer({ min: 1, max: 600 }), seed: fc.nat() })
  .map(({ width, height, seed }) => {
    const picture = createMonoPicture(width * 8, height)
    let state = seed + 1
    const bits = picture.bits.map(() => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state >> 16
    })
    return { ...picture, bits }
  })

describe('TSPL', () => {
  test.each(DPIS)('prints at %i dpi exactly the dots that were drawn', (dpi) => {
    const picture = rasterizeLayout(layoutShippingLabel(delivered, { isCopy: false }, documentMeasure), dpi, FONTS)
    const { pages, problems } = interpretTspl(encodeTspl(picture, PAGE), DOTS_PER_MM[dpi])
    expect(problems).toEqual([])
    expect(pages).toHaveLength(1)
    expect(picture.bits.some((byte) => byte !== 0)).toBe(true)
    expect(differences(picture, pages[0])).toBe(0)
  })

  test('prints any picture dot for dot, whatever bytes it holds', () => {
    fc.assert(
      fc.property(randomPicture, (picture) => {
        const { pages, problems } = interpretTspl(encodeTspl(picture, PAGE), 8)
        expect(problems).toEqual([])
        expect(differences(picture, pages[0])).toBe(0)
      }),
      { numRuns: 20 },
    )
  })

  test('says size, gap, density, speed and direction, then clears, draws and prints once', () => {
    const text = Buffer.from(encodeTspl(createMonoPicture(8, 1), { ...PAGE, darkness: 15 })).toString('latin1')
    expect(text).toBe(
      'SIZE 100 mm,150 mm\r\nGAP 3 mm,0 mm\r\nDENSITY 15\r\nSPEED 4\r\nDIRECTION 0,0\r\nREFERENCE 0,0\r\nCLS\r\nBITMAP 0,0,1,1,0,\u00ff\r\nPRINT 1,1\r\n\r\n',
    )
  })
})

describe('ESC/POS', () => {
  test.each(PAPERS)('prints on %i mm paper exactly the dots that were drawn', (paperWidthMm) => {
    const layout = layoutReceipt(longSampleSale(), { paperWidthMm, isCopy: true }, documentMeasure)
    const picture = rasterizeLayout(layout, 203, FONTS)
    const { pages, problems, cuts } = interpretEscpos(encodeEscpos(picture, { opensDrawer: false }), picture.widthDots)
    expect(problems).toEqual([])
    expect(cuts).toBe(1)
    expect(picture.heightDots).toBeGreaterThan(2000)
    expect(differences(withoutRealTimeSequences(picture), pages[0])).toBe(0)
  })

  test('opens the drawer once, before the paper, only when asked', () => {
    const kicks = (opensDrawer: boolean) =>
      interpretEscpos(encodeEscpos(createMonoPicture(384, 10), { opensDrawer }), 384)
    expect(kicks(true)).toMatchObject({ drawerKicks: 1, problems: [] })
    expect(kicks(false)).toMatchObject({ drawerKicks: 0, problems: [] })
  })

  test('never sends more than 255 lines in one strip', () => {
    const bytes = Buffer.from(encodeEscpos(createMonoPicture(384, 1000), { opensDrawer: false }))
    const heads: number[] = []
    for (let at = bytes.indexOf('1d7630', 0, 'hex'); at !== -1; at = bytes.indexOf('1d7630', at + 8, 'hex')) {
      heads.push(bytes.readUInt16LE(at + 6))
    }
    expect(heads).toEqual([255, 255, 255, 235])
  })

  test('leaves no real-time command in any picture, and changes no more than those places', () => {
    fc.assert(
      fc.property(randomPicture, (picture) => {
        const safe = withoutRealTimeSequences(picture)
        const changed = picture.bits.filter((byte, index) => byte !== safe.bits[index]).length
        expect(findRealTimeSequences(safe.bits)).toEqual([])
        expect(changed).toBe(findRealTimeSequences(picture.bits).length)
      }),
      { numRuns: 50 },
    )
    const armed = { ...createMonoPicture(24, 1), bits: Uint8Array.from([0x10, 0x14, 0x01]) }
    expect(findRealTimeSequences(armed.bits)).toEqual([0])
    expect([...withoutRealTimeSequences(armed).bits]).toEqual([0x18, 0x14, 0x01])
  })
})

describe('a decoder from outside the project', () => {
  const printer = createPracticePrinter({ onPage: () => undefined, now: () => 0, mintId: () => 'page' })
  const printed = async (document: 'receipt' | 'label', bytes: Uint8Array): Promise<readonly string[]> => {
    const { pages, problems } = await printer.print(document, bytes)
    expect(problems).toEqual([])
    return readCodes(pngOf(pages[0]?.imageUrl ?? ''))
  }

  test.each(PAPERS)('reads the sale number from a printed %i mm receipt', async (paperWidthMm) => {
    const settings = { ...DEFAULT_PRINTER_SETTINGS, receipt: { ...DEFAULT_PRINTER_SETTINGS.receipt, paperWidthMm } }
    const request = { content: saleContent(sampleSale()), document: 'receipt', isCopy: false, settings } as const
    expect(await printed('receipt', renderDocument(request, FONTS))).toEqual(['CODE-128:K1-261121-0007'])
    const long = { ...request, content: saleContent(longSampleSale()) }
    const symbology = paperWidthMm === 58 ? 'QR-Code' : 'CODE-128'
    expect(await printed('receipt', renderDocument(long, FONTS))).toEqual([`${symbology}:KASIR9-261121-123456`])
  })

  test.each(DPIS)('reads AWB and sale number from a printed label at %i dpi', async (dpi) => {
    const settings = { ...DEFAULT_PRINTER_SETTINGS, label: { ...DEFAULT_PRINTER_SETTINGS.label, dpi } }
    const request = { content: saleContent(delivered), document: 'label', isCopy: false, settings } as const
    expect(await printed('label', renderDocument(request, FONTS))).toEqual([
      'CODE-128:JP8812345678',
      'CODE-128:K1-261121-0007',
    ])
    expect(
      await printed('label', renderDocument({ ...request, content: saleContent(longSampleSale()) }, FONTS)),
    ).toEqual(['CODE-128:KASIR9-261121-123456', 'CODE-128:SPXID-0412345678901234567'])
  })
})
