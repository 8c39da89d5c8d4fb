import { expect, test } from 'vitest'
import type { StockFinding } from '../../../shared/domain/stock-level.ts'
import { formatSigned, orderFindings, wordsForFinding } from './finding-words.ts'

const finding = (id: string, kind: StockFinding['kind'], foundAtMs: number): StockFinding => ({
  id,
  sku: id,
  warehouseId: 'w',
  kind,
  quantity: -1,
  foundAtMs,
  saleNumbers: [],
  causes: [],
})

test('tells goods that came from goods that left', () => {
  expect(wordsForFinding({ kind: 'moved-elsewhere', quantity: 5, saleNumbers: [] }).titleKey).toBe('finding.came')
  expect(wordsForFinding({ kind: 'moved-elsewhere', quantity: -5, saleNumbers: [] }).titleKey).toBe('finding.left')
})

test('does not blame this register for an oversold item that it never sold', () => {
  expect(wordsForFinding({ kind: 'oversold', quantity: -2, saleNumbers: [] }).meaningKey).toBe(
    'meaning.oversoldElsewhere',
  )
  expect(wordsForFinding({ kind: 'oversold', quantity: -2, saleNumbers: ['K1-1'] }).meaningKey).toBe('meaning.oversold')
})

test('puts oversold items first, then the newest', () => {
  const ids = orderFindings([
    finding('a', 'moved-elsewhere', 9),
    finding('b', 'oversold', 1),
    finding('c', 'moved-elsewhere', 20),
  ]).map(({ id }) => id)
  expect(ids).toEqual(['b', 'c', 'a'])
})

test('writes the sign of a figure', () => {
  expect([formatSigned(3), formatSigned(-0.75), formatSigned(0)]).toEqual(['+3', '−0,75', '0'])
})
