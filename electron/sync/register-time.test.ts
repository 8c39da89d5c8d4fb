import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registerDate, registerTimestamp } from './register-time.ts'

describe('dates of a sale', () => {
  test("are the register's own: a sale after midnight in Jayapura has the new day", () => {
    const atMs = Date.UTC(2026, 10, 20, 15, 30)
    expect(registerDate(atMs, 540)).toBe('21/11/2026')
    expect(registerDate(atMs, 420)).toBe('20/11/2026')
    expect(registerTimestamp(atMs, 540)).toBe('2026-11-21T00:30:00+09:00')
    expect(registerTimestamp(atMs, -90)).toBe('2026-11-20T14:00:00-01:30')
  })

  test('a written time-stamp is always the same instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -720, max: 840 }), (atMs, offset) => {
        expect(Date.parse(registerTimestamp(atMs, offset))).toBe(Math.floor(atMs / 1_000) * 1_000)
      }),
    )
  })
})
