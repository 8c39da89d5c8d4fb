import { describe, expect, test } from 'vitest'
import { formatDay, formatDayAndClock, formatExactClock, formatShortDay } from './shop-time.ts'

const LATE_UTC = Date.UTC(2026, 10, 21, 18, 5, 9)

describe('times at the register', () => {
  test('count the day by the offset of the register, not of the machine', () => {
    expect(formatDay(LATE_UTC, 0, 'id')).toBe('21 Nov 2026')
    expect(formatDay(LATE_UTC, 420, 'id')).toBe('22 Nov 2026')
    expect(formatExactClock(LATE_UTC, 540)).toBe('03:05:09')
  })

  test('name the month in the language of the screen', () => {
    const august = Date.UTC(2026, 7, 3, 1, 2)
    expect(formatDayAndClock(august, 420, 'id')).toBe('3 Agu 2026, 08:02')
    expect(formatDayAndClock(august, 420, 'en')).toBe('3 Aug 2026, 08:02')
    expect(formatShortDay(august, 420, 'id')).toBe('3 Agu')
  })
})
