import { expect, test } from 'vitest'
import { rupiah } from '../../../shared/domain/money.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { hasNews, openQuestions } from './recovery-queue.ts'

const sale = (id: string, paidAtMs: number): Sale => ({
  id,
  number: id,
  register: 'K1',
  cashier: 'Sari',
  kind: 'walk-in',
  openedAtMs: 0,
  paidAtMs,
  utcOffsetMinutes: 420,
  shop: { name: 'Toko', address: [], phone: '' },
  lines: [],
  total: rupiah(0),
  tenders: [],
  change: rupiah(0),
  delivery: null,
  note: '',
  route: 'both-not-linked',
})

test('asks about the oldest sale first and never twice', () => {
  const report = { recovered: [], undecided: [sale('b', 20), sale('a', 10)], damagedLines: 0 }
  expect(openQuestions(report, new Set()).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(openQuestions(report, new Set(['a'])).map(({ id }) => id)).toEqual(['b'])
})

test('has no news when nothing was put back and every line could be read', () => {
  expect(hasNews({ recovered: [], undecided: [sale('a', 1)], damagedLines: 0 })).toBe(false)
  expect(hasNews({ recovered: [], undecided: [], damagedLines: 1 })).toBe(true)
})
