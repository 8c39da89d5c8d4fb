import { beforeEach, describe, expect, test } from 'vitest'
import { openBasket } from '../../../shared/domain/basket-rules.ts'
import { addToBasket, changeQuantity } from './basket-actions.ts'
import { itemOf } from './sell-fixture.ts'
import { useSellStore } from './sell-store.ts'
import { acceptStockApproval, needsStockApproval, receiveStockFigures, receiveStockPolicy } from './stock-guard.ts'

const tea = itemOf('TEH', 4_000)
const quantities = () => useSellStore.getState().basket?.lines.map((line) => line.quantity)
const firstId = () => useSellStore.getState().basket?.lines[0]?.id ?? ''

beforeEach(() => {
  useSellStore.setState(useSellStore.getInitialState(), true)
  useSellStore.setState({ basket: openBasket('6f0f4c80-0000-4000-8000-000000000001', 0) })
  receiveStockPolicy('block')
})

describe('a shop that sells no more than it has', () => {
  test('takes back what was added beyond the figures, once they are known, and offers to ask', () => {
    addToBasket(tea)
    expect(quantities()).toEqual([1])
    receiveStockFigures(new Map([['TEH', 0]]))
    expect(quantities()).toEqual([])
    expect(useSellStore.getState().message).toMatchObject({ type: 'stock-short', available: 0, wanted: 1 })
  })

  test('refuses at once where the figures are known, and keeps what fits', () => {
    addToBasket(tea)
    receiveStockFigures(new Map([['TEH', 2]]))
    addToBasket(tea)
    addToBasket(tea)
    expect(quantities()).toEqual([2])
    changeQuantity(firstId(), 50)
    expect(quantities()).toEqual([2])
    expect(useSellStore.getState().message).toMatchObject({ type: 'stock-short', wanted: 50 })
  })

  test('leaves goods in the basket when the figures fall later, and holds payment instead', () => {
    addToBasket(tea)
    changeQuantity(firstId(), 3)
    receiveStockFigures(new Map([['TEH', 5]]))
    expect(needsStockApproval()).toBe(false)
    receiveStockFigures(new Map([['TEH', 1]]))
    expect(quantities()).toEqual([3])
    expect(needsStockApproval()).toBe(true)
  })

  test('puts in what was held back once somebody has allowed it, and asks no more', () => {
    addToBasket(tea)
    receiveStockFigures(new Map([['TEH', 0]]))
    const approval = { by: 'Bu Rina', atMs: 1, reason: 'barang ada di rak' }
    acceptStockApproval(approval, useSellStore.getState().message)
    expect(quantities()).toEqual([1])
    expect(useSellStore.getState().basket?.stockApproval).toEqual(approval)
    addToBasket(tea)
    expect(quantities()).toEqual([2])
    expect(needsStockApproval()).toBe(false)
  })
})

test.each(['warn', 'allow'] as const)('a shop with the rule "%s" adds and sells all it wants', (policy) => {
  receiveStockPolicy(policy)
  receiveStockFigures(new Map([['TEH', 0]]))
  addToBasket(tea)
  expect(quantities()).toEqual([1])
  expect(needsStockApproval()).toBe(false)
})
