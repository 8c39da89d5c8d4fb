import { expect, test } from 'vitest'
import { agePartsOf } from './age-text.ts'

test.each([
  [-5_000, 'now', 0],
  [59_999, 'now', 0],
  [60_000, 'minutes', 1],
  [3_599_999, 'minutes', 59],
  [3_600_000, 'hours', 1],
  [86_399_999, 'hours', 23],
  [86_400_000, 'days', 1],
] as const)('puts %i ms into words as %s %i', (ageMs, unit, count) => {
  expect(agePartsOf(ageMs)).toEqual({ unit, count })
})
