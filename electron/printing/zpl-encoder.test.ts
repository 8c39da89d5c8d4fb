import * as fc from 'fast-check'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { ready } from 'zpl-renderer-js'
import type { Printer } from '../../shared/domain/printer.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { interpretZpl } from '../practice/printer/interpret-zpl.ts'
import { labelPrinter, receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { createMonoPicture, fillDots, isBlack, type MonoPicture } from './mono-picture.ts'
import { pictureDifferences } from './testing/picture-differences.ts'
import { noisePicture, randomPicture } from './testing/random-picture.ts'
import { encodeZpl } from './zpl-encoder.ts'
import { crc16 } from './zpl-graphic.ts'

const PACKINGS = ['hex', 'z64'] as const
const LABELS: Printer = { ...labelPrinter('label', 'Label', { type: 'practice' }), language: 'zpl' }
const ROLL: Printer = { ...receiptPrinter('roll', 'Struk', { type: 'practice' }), language: 'zpl' }

const textOf = (printer: Printer, copies = 1): string =>
  Buffer.from(encodeZpl([{ picture: createMonoPicture(16, 1), copies }], printer)).toString('latin1')

describe('ZPL', () => {
  test('says darkness, tracking, size, origin, speed and direction, then draws and prints once', () => {
    expect(textOf({ ...LABELS, zplPacking: 'hex' })).toBe(
      '~SD16\r\n^XA^MNY^PW800^LL1200^LH0,0^LT0^LS0^PR4^PON\r\n^FO0,0^GFA,2,2,2,0000^FS\r\n^PQ1^XZ\r\n',
    )
  })

  test('tells black marks and rolls from gaps, and turns and copies by itself', () => {
    const media = { type: 'labels', widthMm: 33, heightMm: 15, across: 3, columnGapMm: 2.5 } as const
    const marked: Printer = { ...LABELS, isTurned: true, media: { ...media, separator: { type: 'mark', markMm: 3 } } }
    expect(textOf(marked, 40)).toMatch(/\^MNM\^PW832\^LL120\^.*\^POI\r\n.*\^PQ40\^XZ/s)
    expect(textOf(ROLL)).toMatch(/\^MNN\^PW576\^LL1\^.*\^MMC/s)
  })

  test('has the check sum of the catalogue of check sums', () => {
    // CRC-16/XMODEM of "123456789".
    expect(crc16('123456789')).toBe(0x31c3)
  })

  test.each(PACKINGS)('prints any picture dot for dot as %s', { timeout: propertyTimeoutMs() }, (zplPacking) => {
    fc.assert(
      fc.property(randomPicture({ width: 800, height: 600 }), fc.integer({ min: 1, max: 3 }), (picture, copies) => {
        const { pages, problems } = interpretZpl(encodeZpl([{ picture, copies }], { ...LABELS, zplPacking }))
        expect(problems).toEqual([])
        expect(pages.map((page) => pictureDifferences(picture, page))).toEqual(Array.from({ length: copies }, () => 0))
      }),
      { numRuns: propertyRuns(15) },
    )
  })
})

/** Bars, boxes and noise on a label of 50 x 30 mm. */
const busyPicture = (dotsPerMm: number): MonoPicture => {
  const picture = noisePicture(50 * dotsPerMm, 30 * dotsPerMm, 7)
  picture.bits.fill(0, 0, picture.bytesPerRow * 100)
  for (let x = 16; x < picture.widthDots; x += 7) fillDots(picture, x, 10, (x % 5) + 1, 60)
  return picture
}

describe('a ZPL renderer from outside the project', { timeout: 60_000 }, () => {
  test.each(PACKINGS.flatMap((packing) => [8, 12].map((dotsPerMm) => [packing, dotsPerMm] as const)))(
    'draws from %s at %i dots a millimetre the same picture',
    async (zplPacking, dotsPerMm) => {
      const media = { type: 'labels', widthMm: 50, heightMm: 30, across: 1, columnGapMm: 0 } as const
      const gap = { type: 'gap', gapMm: 3 } as const
      const printer: Printer = { ...LABELS, zplPacking, dotsPerMm, media: { ...media, separator: gap } }
      const picture = busyPicture(dotsPerMm)
      const bytes = encodeZpl([{ picture, copies: 1 }], printer)
      const { api } = await ready
      const base64 = await api.zplToBase64Async(Buffer.from(bytes).toString('latin1'), 50, 30, dotsPerMm)
      const png = PNG.sync.read(Buffer.from(base64, 'base64'))
      expect([png.width, png.height]).toEqual([picture.widthDots, picture.heightDots])
      let differences = 0
      for (let y = 0; y < png.height; y += 1) {
        for (let x = 0; x < png.width; x += 1) {
          const isDark = (png.data[(y * png.width + x) * 4] ?? 255) < 128
          if (isDark !== isBlack(picture, x, y)) differences += 1
        }
      }
      expect(differences).toBe(0)
    },
  )
})
