import { expect, test } from 'vitest'
import { shiftDaysOpen } from './shift-days-open.ts'

const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour - 7, minute)
const SHIFT = { openedAtMs: at(21, 22), utcOffsetMinutes: 420 }

test('a shift is open overnight from the first midnight at the register, whatever the hours', () => {
  expect(shiftDaysOpen(SHIFT, at(21, 23, 59))).toBe(0)
  expect(shiftDaysOpen(SHIFT, at(22, 0))).toBe(1)
  expect(shiftDaysOpen(SHIFT, at(24, 8))).toBe(3)
})

test('midnight is the register’s own, not that of Greenwich', () => {
  expect(shiftDaysOpen({ openedAtMs: at(21, 6), utcOffsetMinutes: 420 }, at(21, 8))).toBe(0)
  expect(shiftDaysOpen({ openedAtMs: at(21, 22), utcOffsetMinutes: 540 }, at(21, 23))).toBe(0)
})

test('a clock set back behind the opening leaves it at 0', () => {
  expect(shiftDaysOpen(SHIFT, at(19, 8))).toBe(0)
})
