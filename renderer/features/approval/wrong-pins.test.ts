import { expect, test } from 'vitest'
import { afterWrongPin, isBlocked, NO_WRONG_PINS, pinTries, type WrongPins } from './wrong-pins.ts'

const afterTries = (tries: number): WrongPins =>
  Array.from({ length: tries }).reduce<WrongPins>((wrong) => afterWrongPin(wrong, 1_000), NO_WRONG_PINS)

test('four wrong PINs block nothing', () => {
  expect(afterTries(4)).toEqual({ count: 4, blockedUntilMs: 0 })
})

test('the fifth blocks for half a minute, the next twice as long, none for more than ten minutes', () => {
  expect(afterTries(5).blockedUntilMs).toBe(31_000)
  expect(afterTries(6).blockedUntilMs).toBe(61_000)
  expect(afterTries(40).blockedUntilMs).toBe(601_000)
})

test('a block ends by its time, and does not last longer because the clock was set back', () => {
  const wrong = afterTries(5)
  expect([30_999, 31_000].map((nowMs) => isBlocked(wrong, nowMs))).toEqual([true, false])
  expect(isBlocked(afterWrongPin(afterTries(5), 86_400_000_000), 1_000)).toBe(false)
})

test('wrong PINs at one dialog block the other too, until a supervisor has entered theirs', () => {
  for (let tries = 0; tries < 5; tries += 1) pinTries.noteWrong(1_000)
  expect(pinTries.areBlocked(1_000)).toBe(true)
  pinTries.noteSupervisor()
  expect(pinTries.areBlocked(1_000)).toBe(false)
})
