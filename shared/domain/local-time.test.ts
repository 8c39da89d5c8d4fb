import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatLocalClock, formatLocalDateTime, formatLocalDay, toLocalTime } from './local-time.ts'

test('agrees with the platform calendar for every moment and Indonesian offset', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -2_000_000_000_000, max: 8_000_000_000_000 }),
      fc.constantFrom(0, 420, 480, 540, -300),
      (ms, offset) => {
        const date = new Date(ms + offset * 60_000)
        expect(toLocalTime(ms, offset)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
        })
      },
    ),
    { numRuns: 1_000 },
  )
})

test('changes the day at local midnight, not at midnight UTC', () => {
  const lastMomentUtc = Date.UTC(2026, 10, 20, 16, 59, 59, 999)
  expect(formatLocalDay(lastMomentUtc, 420)).toBe('2026-11-20')
  expect(formatLocalDay(lastMomentUtc + 1, 420)).toBe('2026-11-21')
})

test('writes day and time as Indonesian shops do', () => {
  const moment = Date.UTC(2026, 0, 5, 2, 7)
  expect(formatLocalDateTime(moment, 420)).toBe('05/01/2026 09:07')
  expect(formatLocalClock(moment, 540)).toBe('11:07')
})
