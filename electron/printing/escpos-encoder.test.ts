import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Printer } from '../../shared/domain/printer.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { interpretEscpos } from '../practice/printer/interpret-escpos.ts'
import { labelPrinter, receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { encodeEscpos } from './escpos-encoder.ts'
import { createMonoPicture, type MonoPicture } from './mono-picture.ts'
import { turnPicture } from './place-picture.ts'
import { findRealTimeSequences, withoutRealTimeSequences } from './real-time-sequences.ts'
import { pictureDifferences } from './testing/picture-differences.ts'
import { noisePicture, randomPicture } from './testing/random-picture.ts'

const ROLL = receiptPrinter('roll', 'Struk', { type: 'practice' })
const NO_DRAWER = { opensDrawer: false }
const uncut: Printer = { ...ROLL, media: { type: 'roll', paperWidthMm: 58, cuts: false, opensDrawer: false } }

const printed = (picture: MonoPicture, printer: Printer, copies = 1, opensDrawer = false) =>
  interpretEscpos(encodeEscpos([{ picture, copies }], printer, { opensDrawer }), 576)

describe('ESC/POS', () => {
  test('prints any picture dot for dot and cuts after it', { timeout: propertyTimeoutMs() }, () => {
    fc.assert(
      fc.property(randomPicture({ width: 576, height: 700 }), (picture) => {
        const { pages, problems, cuts } = printed(picture, ROLL)
        expect(problems).toEqual([])
        expect(cuts).toBe(1)
        expect(pictureDifferences(withoutRealTimeSequences(picture), pages[0])).toBe(0)
      }),
      { numRuns: propertyRuns(15) },
    )
  })

  test('opens the drawer once, before the paper, only when asked, however many copies', () => {
    expect(printed(noisePicture(384, 10, 1), ROLL, 3, true)).toMatchObject({ drawerKicks: 1, cuts: 3, problems: [] })
    expect(printed(noisePicture(384, 10, 1), ROLL)).toMatchObject({ drawerKicks: 0, cuts: 1, problems: [] })
  })

  test('sends a page once for each copy', () => {
    const picture = noisePicture(384, 300, 2)
    const { pages } = printed(picture, ROLL, 3)
    expect(pages.map((page) => pictureDifferences(withoutRealTimeSequences(picture), page))).toEqual([0, 0, 0])
  })

  test('feeds without a cut where there is no cutter, and to the next label on labels', () => {
    expect(printed(noisePicture(384, 10, 1), uncut)).toMatchObject({ cuts: 0, problems: [] })
    const labels: Printer = { ...labelPrinter('l', 'Label', { type: 'practice' }), language: 'escpos' }
    const job = Buffer.from(encodeEscpos([{ picture: noisePicture(80, 10, 1), copies: 2 }], labels, NO_DRAWER))
    expect(job.toString('hex').split('1d0c')).toHaveLength(3)
    expect(printed(noisePicture(80, 10, 1), labels, 2)).toMatchObject({ cuts: 0, problems: [] })
  })

  test('turns the picture itself', () => {
    const picture = noisePicture(383, 40, 3)
    const { pages } = printed(picture, { ...ROLL, isTurned: true })
    expect(pictureDifferences(withoutRealTimeSequences(turnPicture(picture)), pages[0])).toBe(0)
  })

  test('never sends more than 255 lines in one strip', () => {
    const bytes = Buffer.from(encodeEscpos([{ picture: createMonoPicture(384, 1000), copies: 1 }], ROLL, NO_DRAWER))
    const heads: number[] = []
    for (let at = bytes.indexOf('1d7630', 0, 'hex'); at !== -1; at = bytes.indexOf('1d7630', at + 8, 'hex')) {
      heads.push(bytes.readUInt16LE(at + 6))
    }
    expect(heads).toEqual([255, 255, 255, 235])
  })

  test('leaves no real-time command in any job, and changes no more than those places', () => {
    fc.assert(
      fc.property(randomPicture({ width: 384, height: 600 }), (picture) => {
        const safe = withoutRealTimeSequences(picture)
        const changed = picture.bits.filter((byte, index) => byte !== safe.bits[index]).length
        expect(findRealTimeSequences(encodeEscpos([{ picture, copies: 2 }], ROLL, { opensDrawer: true }))).toEqual([])
        expect(changed).toBe(findRealTimeSequences(picture.bits).length)
      }),
      { numRuns: propertyRuns(50) },
    )
    const armed = { ...createMonoPicture(24, 1), bits: Uint8Array.from([0x10, 0x14, 0x01]) }
    expect(findRealTimeSequences(armed.bits)).toEqual([0])
    expect([...withoutRealTimeSequences(armed).bits]).toEqual([0x30, 0x14, 0x01])
  })
})
