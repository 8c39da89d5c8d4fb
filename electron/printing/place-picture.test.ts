import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Printer } from '../../shared/domain/printer.ts'
import { propertyRuns } from '../../shared/domain/testing/property-runs.ts'
import { labelPrinter, receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { isBlack, type MonoPicture } from './mono-picture.ts'
import { placePicture, turnPicture } from './place-picture.ts'
import { noisePicture, randomPicture } from './testing/random-picture.ts'

const gap = { type: 'gap', gapMm: 2 } as const
const LABELS: Printer = {
  ...labelPrinter('label', 'Label', { type: 'practice' }),
  media: { type: 'labels', widthMm: 20, heightMm: 10, across: 1, columnGapMm: 0, separator: gap },
}
const ROLL = receiptPrinter('roll', 'Struk', { type: 'practice' })

/** Dots of `to` that are not the one of `from` that belongs there (`find` says which), and bytes with ink in a row's padding. */
const wrongDots = (to: MonoPicture, from: MonoPicture, find: (x: number, y: number) => readonly [number, number]) => {
  let wrong = 0
  for (let y = 0; y < to.heightDots; y += 1) {
    for (let x = 0; x < to.widthDots; x += 1) if (isBlack(to, x, y) !== isBlack(from, ...find(x, y))) wrong += 1
  }
  const last = to.bytesPerRow * 8 - to.widthDots
  const padding = to.bits.filter(
    (byte, index) => index % to.bytesPerRow === to.bytesPerRow - 1 && (byte & ((1 << last) - 1)) !== 0,
  )
  return wrong + padding.length
}

describe('moving a picture', () => {
  test('leaves it alone without offsets', () => {
    const picture = noisePicture(100, 50, 1)
    expect(placePicture(picture, LABELS)).toBe(picture)
  })

  test('moves every dot right and down, or left and up, and loses what leaves the label', () => {
    const tenths = fc.integer({ min: -100, max: 100 })
    fc.assert(
      fc.property(randomPicture({ width: 160, height: 80 }), tenths, tenths, (picture, x, y) => {
        const [offsetXMm, offsetYMm] = [x / 10, y / 10]
        const [right, down] = [Math.round(offsetXMm * 8), Math.round(offsetYMm * 8)]
        const placed = placePicture(picture, { ...LABELS, offsetXMm, offsetYMm })
        const size = right === 0 && down === 0 ? [picture.widthDots, picture.heightDots] : [160, 80]
        expect([placed.widthDots, placed.heightDots]).toEqual(size)
        expect(wrongDots(placed, picture, (column, row) => [column - right, row - down])).toBe(0)
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  test('lengthens a roll at its head, and shortens it by nothing but white lines', () => {
    const picture = noisePicture(576, 50, 2)
    expect(placePicture(picture, { ...ROLL, offsetYMm: 5 }).heightDots).toBe(90)
    expect(placePicture(picture, { ...ROLL, offsetYMm: -5 })).toBe(picture)
    const lower = placePicture(picture, { ...ROLL, offsetYMm: 2 })
    expect(placePicture(lower, { ...ROLL, offsetYMm: -5 }).heightDots).toBe(50)
  })
})

test('turning a picture puts every dot where it belongs, of any width', () => {
  fc.assert(
    fc.property(randomPicture({ width: 70, height: 30 }), (picture) => {
      const { widthDots, heightDots } = picture
      expect(wrongDots(turnPicture(picture), picture, (x, y) => [widthDots - 1 - x, heightDots - 1 - y])).toBe(0)
    }),
    { numRuns: propertyRuns(60) },
  )
})
