import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openBasket } from '../../../shared/domain/basket-rules.ts'
import type { Basket, BasketReturn } from '../../../shared/domain/basket.ts'
import { success } from '../../../shared/domain/result.ts'
import { returnOf } from '../../../shared/domain/return-line.ts'
import { saleOf } from '../../storage/till-fixture.ts'
import { takeBack } from '../returns/take-back.ts'
import { addToBasket } from './basket-actions.ts'
import { parkCurrent, resumeParked } from './parking.ts'
import { itemOf } from './sell-fixture.ts'
import { openFirstBasket, useSellStore } from './sell-store.ts'

const sold = saleOf('s-1', 7, Date.UTC(2026, 10, 23))
const RETURNS: BasketReturn = { of: returnOf(sold), tax: null, lines: sold.lines }
const APPROVAL = { by: 'Kepala toko', atMs: 0, reason: '' }

/** A till that keeps parked baskets, and during whose next writes a scan comes in. */
const tillWithScans = (...scans: readonly string[]) => {
  const parked = new Map<string, Basket>()
  const waiting = [...scans]
  let opened = 0
  const scanIn = async () => {
    await Promise.resolve()
    const sku = waiting.shift()
    if (sku !== undefined) addToBasket(itemOf(sku, 1_000))
  }
  return {
    parked,
    openBasket: () => openBasket(`fresh-${String((opened += 1))}`, 0),
    parkBasket: async (basket: Basket) => {
      parked.set(basket.id, basket)
      await scanIn()
      return success(null)
    },
    takeParked: async (id: string) => {
      const basket = parked.get(id) ?? null
      parked.delete(id)
      await scanIn()
      return basket
    },
  }
}

const skusOf = (basket: Basket | null | undefined): readonly string[] =>
  (basket?.lines ?? []).map(({ item }) => item.sku)
const everything = (parked: ReadonlyMap<string, Basket>): readonly string[] =>
  [...parked.values(), useSellStore.getState().basket]
    .flatMap(skusOf)
    .toSorted((left, right) => left.localeCompare(right))

beforeEach(() => {
  useSellStore.setState({ basket: null, dialog: 'none', message: null, paidSale: null })
  openFirstBasket(() => openBasket('open', 0))
  vi.stubGlobal('window', { location: { hash: '' } })
})
afterEach(() => void vi.unstubAllGlobals())

test('an item scanned while a parked basket is being taken up goes into it', async () => {
  const till = tillWithScans('SCANNED')
  addToBasket(itemOf('EARLIER', 1_000))
  const earlier = useSellStore.getState().basket
  if (earlier !== null) till.parked.set(earlier.id, earlier)
  useSellStore.setState({ basket: till.openBasket() })
  await resumeParked(till, 'open')
  expect(skusOf(useSellStore.getState().basket)).toEqual(['EARLIER', 'SCANNED'])
  expect(useSellStore.getState().basket?.id).toBe('open')
  expect(till.parked.size).toBe(0)
})

test('Park pressed twice at once puts the basket aside once', async () => {
  const till = tillWithScans()
  addToBasket(itemOf('OPEN', 1_000))
  expect(await Promise.all([parkCurrent(till), parkCurrent(till)])).toEqual([true, true])
  expect([...till.parked.keys()]).toEqual(['open'])
  expect(everything(till.parked)).toEqual(['OPEN'])
})

test('an item scanned while the open basket makes room for a parked one keeps it open', async () => {
  const till = tillWithScans('SCANNED')
  till.parked.set('wanted', openBasket('wanted', 0))
  addToBasket(itemOf('OPEN', 1_000))
  await resumeParked(till, 'wanted')
  expect(skusOf(useSellStore.getState().basket)).toEqual(['OPEN', 'SCANNED'])
  expect([...till.parked.keys()]).toEqual(['wanted'])
  expect(useSellStore.getState().message).toEqual({ type: 'park-changed' })
})

test('a refund puts the open basket aside', async () => {
  const till = tillWithScans()
  addToBasket(itemOf('OPEN', 1_000))
  await takeBack(till, RETURNS, 'refund', APPROVAL)
  expect(useSellStore.getState()).toMatchObject({ basket: { lines: [], returns: RETURNS }, dialog: 'pay' })
  expect(everything(till.parked)).toEqual(['OPEN'])
})

test('an item scanned while a refund makes room stays in the basket, and the refund waits', async () => {
  const till = tillWithScans('SCANNED')
  addToBasket(itemOf('OPEN', 1_000))
  await takeBack(till, RETURNS, 'refund', APPROVAL)
  expect(useSellStore.getState()).toMatchObject({ basket: { returns: null }, dialog: 'none' })
  expect(skusOf(useSellStore.getState().basket)).toEqual(['OPEN', 'SCANNED'])
  expect(till.parked.size).toBe(0)
})
