import { expect, test } from 'vitest'
import { DENOMINATIONS } from '../../../shared/domain/shift.ts'
import { readCashCount } from './cash-count-entry.ts'

test('an empty count is every denomination with none, Rp 0', () => {
  const { count, total, wrong } = readCashCount({})
  expect(count.map((each) => each.denomination)).toEqual([...DENOMINATIONS])
  expect([total, wrong]).toEqual([0, []])
})

test('pieces are read with or without dots and blanks, and summed', () => {
  expect(readCashCount({ 100_000: '12', 500: ' 1.000 ', 50: '' }).total).toBe(1_700_000)
})

test('what is no number of pieces is named and left out of the sum', () => {
  const { total, wrong } = readCashCount({ 50_000: '2,5', 20_000: '100001', 1_000: '-3', 100: '4' })
  expect(wrong).toEqual([50_000, 20_000, 1_000])
  expect(total).toBe(400)
})
