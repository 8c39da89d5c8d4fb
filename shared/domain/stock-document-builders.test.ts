import { describe, expect, test } from 'vitest'
import {
  countDocument,
  moveDocument,
  transferDocument,
  type CountedGoods,
  type StockDocumentHead,
} from './stock-document-builders.ts'
import { movementsOfDocument, serviceCountOf, stepsOwedForStock, wholeOf } from './stock-movements.ts'
import type { StockDocument } from './stock-document.ts'
import type { Result } from './result.ts'
import type { ActionableError } from '../ipc/contract.ts'

const HEAD: StockDocumentHead = {
  id: '00000000-0000-4000-8000-000000000001',
  number: 'K1-S261121-0001',
  register: 'K1',
  by: 'Sari',
  approval: null,
  atMs: 100,
  utcOffsetMinutes: 420,
  warehouseId: 'W',
  note: '',
  route: 'both-not-linked',
}
const piece = (quantity: number) => ({ sku: 'A', name: 'Beras', soldBy: 'piece' as const, quantity })
const weighed = (quantity: number) => ({ sku: 'J', name: 'Jeruk', soldBy: 'weight' as const, quantity })
const counted = (
  figure: number,
  expected: number,
  soldBy: 'piece' | 'weight' = 'piece',
  restQuantity = 0,
): CountedGoods => ({
  sku: 'A',
  name: 'Beras',
  soldBy,
  counted: figure,
  countedAtMs: 50,
  expected,
  pulledOnHand: expected,
  pulledAtMs: 10,
  now: { onHand: expected, restIds: restQuantity === 0 ? [] : ['s/A/rest'], restQuantity },
})
const codeOf = (result: Result<StockDocument, ActionableError>): string => (result.ok ? 'ok' : result.error.code)
const made = (result: Result<StockDocument, ActionableError>): StockDocument => {
  if (!result.ok) throw new Error(result.error.message.en)
  return result.value
}

describe('what is refused, in both languages', () => {
  test.each([
    ['no goods', moveDocument('in', [], 'Restock', HEAD), 'stock.empty'],
    ['a quantity of 0', moveDocument('in', [piece(0)], 'Restock', HEAD), 'stock.quantity'],
    ['a quantity below 0', moveDocument('out', [piece(-2)], 'Lost', HEAD), 'stock.quantity'],
    ['part of a piece', moveDocument('in', [piece(1.5)], 'Restock', HEAD), 'stock.whole'],
    ['more than three decimals', moveDocument('in', [weighed(0.0005)], 'Restock', HEAD), 'stock.quantity'],
    ['the same item twice', moveDocument('in', [piece(1), piece(2)], 'Restock', HEAD), 'stock.twice'],
    ['a reason of the other direction', moveDocument('in', [piece(1)], 'Lost', HEAD), 'stock.reason'],
    ['others without a note', moveDocument('out', [piece(1)], 'Others', HEAD), 'stock.note'],
    ['a count below 0', countDocument([counted(-1, 3)], HEAD), 'stock.quantity'],
    ['a transfer to the same warehouse', transferDocument([piece(1)], 'W', ['W', 'B'], HEAD), 'stock.warehouse'],
    ['a transfer to an unknown warehouse', transferDocument([piece(1)], 'X', ['W', 'B'], HEAD), 'stock.warehouse'],
  ] as const)('%s', (_, result, code) => {
    expect(codeOf(result)).toBe(code)
    const words = result.ok ? [] : Object.values(result.error.message)
    expect(new Set(words).size).toBe(2)
  })
})

describe('movements and steps', () => {
  test('a transfer leaves one warehouse and reaches the other by one step', () => {
    const document = made(transferDocument([piece(4)], 'B', ['W', 'B'], HEAD))
    expect(
      movementsOfDocument(document).map((each) => [each.warehouseId, each.quantity, each.cause, each.stepId]),
    ).toEqual([
      ['W', -4, 'transfer-out', `${HEAD.id}/forstok.stock`],
      ['B', 4, 'transfer-in', `${HEAD.id}/forstok.stock`],
    ])
  })

  test('weighed goods reach Forstok as whole pieces, the difference stays at the till', () => {
    const document = made(moveDocument('in', [weighed(2.6)], 'Restock', HEAD))
    expect(movementsOfDocument(document).map((each) => [each.quantity, each.stepId === null])).toEqual([
      [3, false],
      [-0.4, true],
    ])
    const atAccurate = made(moveDocument('in', [weighed(2.6)], 'Restock', { ...HEAD, route: 'linked' }))
    expect(movementsOfDocument(atAccurate).map((each) => [each.quantity, each.stepId])).toEqual([
      [2.6, `${HEAD.id}/accurate.adjustment`],
    ])
  })

  test('a change too small for Forstok owes it nothing, but Accurate the whole of it', () => {
    const document = made(moveDocument('out', [weighed(0.3)], 'Lost', HEAD))
    expect(movementsOfDocument(document).map((each) => [each.quantity, each.stepId])).toEqual([[-0.3, null]])
    expect(stepsOwedForStock(document).map((step) => step.kind)).toEqual(['accurate.adjustment'])
  })

  test('a count moves what was counted minus what was expected, as of when it was counted', () => {
    const document = made(countDocument([counted(7, 9)], HEAD))
    expect(movementsOfDocument(document)).toMatchObject([{ quantity: -2, atMs: 50, cause: 'count' }])
    expect(document.lines.map(serviceCountOf)).toEqual([{ counted: 7, expected: 9 }])
  })

  test('a count that matches moves nothing and owes nothing', () => {
    const document = made(countDocument([counted(9, 9)], HEAD))
    expect([movementsOfDocument(document), stepsOwedForStock(document)]).toEqual([[], []])
  })

  test('a weighed count takes the place of the rests, and leaves its own', () => {
    const document = made(countDocument([counted(5.4, 5.75, 'weight', 0.75)], HEAD))
    const [line] = document.lines
    expect(line).toMatchObject({ quantity: -0.35, serviceQuantity: 0, restQuantity: -0.35, supersedes: [] })
    const more = made(countDocument([counted(6.6, 5.75, 'weight', 0.75)], HEAD))
    expect(more.lines[0]).toMatchObject({ serviceQuantity: 2, restQuantity: -0.4, supersedes: ['s/A/rest'] })
    expect(more.lines.map(serviceCountOf)).toEqual([{ counted: 7, expected: 5 }])
  })

  test('a line that was called off moves nothing and is not sent', () => {
    const document = made(moveDocument('in', [piece(2)], 'Restock', HEAD))
    const dropped = { ...document, lines: document.lines.map((line) => ({ ...line, isDropped: true })) }
    expect([movementsOfDocument(dropped), stepsOwedForStock(dropped)]).toEqual([[], []])
  })

  test.each([
    [0.5, 1],
    [-0.5, -1],
    [0.499, 0],
    [-2.4, -2],
  ])('the whole nearest to %s is %s', (quantity, whole) => expect(wholeOf(quantity)).toBe(whole))
})
