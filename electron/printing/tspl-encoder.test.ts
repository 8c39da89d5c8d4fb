import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LabelSeparator, Printer } from '../../shared/domain/printer.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { interpretTspl } from '../practice/printer/interpret-tspl.ts'
import { labelPrinter, receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { createMonoPicture } from './mono-picture.ts'
import { pictureDifferences } from './testing/picture-differences.ts'
import { noisePicture, randomPicture } from './testing/random-picture.ts'
import { encodeTspl } from './tspl-encoder.ts'

const LABELS = labelPrinter('label', 'Label', { type: 'practice' })
const ROLL: Printer = { ...receiptPrinter('roll', 'Struk', { type: 'practice' }), language: 'tspl' }

const textOf = (printer: Printer, copies = 1): string =>
  Buffer.from(encodeTspl([{ picture: createMonoPicture(8, 1), copies }], printer)).toString('latin1')

const small = (separator: LabelSeparator, across = 1): Printer => ({
  ...LABELS,
  media: { type: 'labels', widthMm: 33, heightMm: 15, across, columnGapMm: 2.5, separator },
})

describe('TSPL', () => {
  test('says size, gap, density, speed and direction, then clears, draws and prints once', () => {
    expect(textOf({ ...LABELS, darkness: 15 })).toBe(
      '\r\nSIZE 100 mm,150 mm\r\nGAP 3 mm,0 mm\r\nDENSITY 15\r\nSPEED 4\r\nDIRECTION 0,0\r\nREFERENCE 0,0\r\nCLS\r\nBITMAP 0,0,1,1,0,\u00ff\r\nPRINT 1,1\r\n\r\n',
    )
  })

  test('says the width of the whole liner for labels beside each other', () => {
    expect(textOf(small({ type: 'gap', gapMm: 2 }, 3))).toContain('SIZE 104 mm,15 mm\r\nGAP 2 mm,0 mm\r\n')
  })

  test('tells black marks and continuous paper from gaps', () => {
    expect(textOf(small({ type: 'mark', markMm: 3 }))).toContain('SIZE 33 mm,15 mm\r\nBLINE 3 mm,0 mm\r\n')
    expect(textOf(small({ type: 'none' }))).toContain('SIZE 33 mm,15 mm\r\nGAP 0 mm,0 mm\r\n')
  })

  test('leaves copies to the printer', () => {
    expect(textOf(LABELS, 250)).toContain('PRINT 1,250\r\n')
    const { pages } = interpretTspl(encodeTspl([{ picture: noisePicture(80, 40, 1), copies: 3 }], LABELS), 8)
    expect(pages.map((page) => pictureDifferences(noisePicture(80, 40, 1), page))).toEqual([0, 0, 0])
  })

  test('is turned by the printer', () => {
    expect(textOf({ ...LABELS, isTurned: true })).toContain('DIRECTION 1,0\r\n')
  })

  test('makes a page on a roll as long as its picture, and cuts where there is a cutter', () => {
    const picture = noisePicture(576, 3001, 5)
    const { pages, problems, cuts } = interpretTspl(encodeTspl([{ picture, copies: 1 }], ROLL), 8)
    expect(problems).toEqual([])
    expect(cuts).toBe(1)
    expect(pages[0]?.heightDots).toBeLessThanOrEqual(3002)
    expect(pictureDifferences(picture, pages[0])).toBe(0)
  })

  test('prints any picture dot for dot, whatever bytes it holds', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(fc.array(randomPicture({ width: 400, height: 600 }), { minLength: 1, maxLength: 3 }), (pictures) => {
        const job = pictures.map((picture) => ({ picture, copies: 1 }))
        const { pages, problems } = interpretTspl(encodeTspl(job, LABELS), 8)
        expect(problems).toEqual([])
        expect(pages).toHaveLength(pictures.length)
        expect(pictures.map((picture, index) => pictureDifferences(picture, pages[index]))).toEqual(
          pictures.map(() => 0),
        )
      }),
      { numRuns: propertyRuns(15) },
    )
  })
})
