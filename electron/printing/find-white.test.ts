import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../shared/domain/testing/property-runs.ts'
import { findWhite } from './find-white.ts'
import { createMonoPicture, fillDots, isBlack, type MonoPicture } from './mono-picture.ts'

type Drawing = {
  readonly widthDots: number
  readonly heightDots: number
  readonly boxes: readonly (readonly [x: number, y: number, width: number, height: number])[]
  readonly room: { readonly widthDots: number; readonly heightDots: number }
}

const side = fc.integer({ min: 1, max: 24 })
const drawn: fc.Arbitrary<Drawing> = fc.record({
  widthDots: side,
  heightDots: side,
  boxes: fc.array(fc.tuple(side, side, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
    maxLength: 5,
  }),
  room: fc.record({ widthDots: fc.integer({ min: 1, max: 12 }), heightDots: fc.integer({ min: 1, max: 12 }) }),
})

const paint = ({ widthDots, heightDots, boxes }: Drawing): MonoPicture => {
  const picture = createMonoPicture(widthDots, heightDots)
  for (const [x, y, width, height] of boxes) fillDots(picture, x - 1, y - 1, width, height)
  return picture
}

const countTo = (end: number): readonly number[] => Array.from({ length: Math.max(0, end) }, (_, index) => index)

/** By trying every place, row after row. */
const placesOf = (picture: MonoPicture, { room }: Drawing) =>
  countTo(picture.heightDots - room.heightDots + 1)
    .flatMap((yDots) => countTo(picture.widthDots - room.widthDots + 1).map((xDots) => ({ xDots, yDots })))
    .filter(({ xDots, yDots }) =>
      countTo(room.heightDots).every((y) =>
        countTo(room.widthDots).every((x) => !isBlack(picture, xDots + x, yDots + y)),
      ),
    )

test('the place is the first that is white all over, and none is found only where there is none', () => {
  fc.assert(
    fc.property(drawn, (drawing) => {
      const picture = paint(drawing)
      expect(findWhite(picture, drawing.room)).toEqual(placesOf(picture, drawing)[0] ?? null)
    }),
    { numRuns: propertyRuns(500) },
  )
})
