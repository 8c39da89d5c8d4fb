import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSlidingLimit } from './sliding-limit.ts'

test('never lets more through than the count in any window, and says exactly when the next may pass', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }), (gaps) => {
      const limit = createSlidingLimit(3, 1000)
      const passed: number[] = []
      const roomFound: (readonly [boolean, boolean])[] = []
      const countBefore = (atMs: number): number => passed.filter((earlier) => atMs - earlier < 1000).length
      let nowMs = 0
      for (const gap of gaps) {
        nowMs += gap
        const nextMs = nowMs + (limit.take(nowMs) ?? 0)
        if (nextMs === nowMs) passed.push(nowMs)
        else roomFound.push([countBefore(nextMs - 1) < 3, countBefore(nextMs) < 3])
      }
      // Then, and not a millisecond earlier, there is room.
      expect(roomFound).toEqual(roomFound.map(() => [false, true]))
      for (const atMs of passed) {
        expect(passed.filter((other) => other >= atMs && other < atMs + 1000).length).toBeLessThanOrEqual(3)
      }
    }),
  )
})

test('forgets calls that a clock set back has put into the future', () => {
  const limit = createSlidingLimit(1, 1000)
  expect(limit.take(50_000)).toBeNull()
  expect(limit.take(10_000)).toBeNull()
  expect(limit.take(10_400)).toBe(600)
})
