import { expect, test } from 'vitest'
import { sampleSale } from '../../../shared/documents/sample-sale.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { hasNews, openQuestions } from './recovery-queue.ts'

const sale = (id: string, paidAtMs: number): Sale => sampleSale({ id, number: id, paidAtMs })

test('asks about the oldest sale first and never twice', () => {
  const report = { recovered: [], undecided: [sale('b', 20), sale('a', 10)], damagedLines: 0 }
  expect(openQuestions(report, new Set()).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(openQuestions(report, new Set(['a'])).map(({ id }) => id)).toEqual(['b'])
})

test('has no news when nothing was put back and every line could be read', () => {
  expect(hasNews({ recovered: [], undecided: [sale('a', 1)], damagedLines: 0 })).toBe(false)
  expect(hasNews({ recovered: [], undecided: [], damagedLines: 1 })).toBe(true)
})
