import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { accurateDateOf, accurateTimestampOf, parseAccurateTime } from './accurate-clock.ts'

test('writes a moment in WIB, also across midnight', () => {
  expect(accurateTimestampOf(Date.UTC(2026, 10, 21, 16, 59, 59))).toBe('21/11/2026 23:59:59')
  expect(accurateDateOf(Date.UTC(2026, 10, 21, 17))).toBe('22/11/2026')
})

test('reads back what it wrote', () => {
  const anySecond = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000)
  fc.assert(
    fc.property(anySecond, (atMs) => {
      expect(parseAccurateTime(accurateTimestampOf(atMs))).toBe(atMs)
    }),
  )
})

test('knows no days and hours that do not exist', () => {
  for (const text of ['29/02/2026', '00/01/2026', '01/13/2026', '1/1/2026', '01/01/2026 24:00:00', '2026-01-01', '']) {
    expect([text, parseAccurateTime(text)]).toEqual([text, null])
  }
  expect(parseAccurateTime('29/02/2028')).toBe(Date.UTC(2028, 1, 28, 17))
})
