import { expect, test } from 'vitest'
import { rupiah } from '../../../shared/domain/money.ts'
import { differenceWords } from './shift-words.ts'

test('a difference is said without sign: exact, over or short', () => {
  expect([0, 1_500, -20_000].map((each) => differenceWords(rupiah(each)))).toEqual([
    { key: 'none', amount: 'Rp 0', tone: 'good' },
    { key: 'over', amount: 'Rp 1.500', tone: 'warn' },
    { key: 'under', amount: 'Rp 20.000', tone: 'bad' },
  ])
})
