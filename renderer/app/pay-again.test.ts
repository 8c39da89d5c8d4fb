import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addItem } from '../../shared/domain/basket-rules.ts'
import { itemOf, tenderOf } from '../storage/till-fixture.ts'
import { historyOf, paid, sellPieces, testTills, withReturn } from './running-till-fixture.ts'

const { setUp, close } = testTills()
afterEach(close)
type Started = Awaited<ReturnType<typeof setUp>>
const sell = (started: Started, quantity = 1) => sellPieces(started, quantity)

/** Pays while the disk takes nothing more: the sale stands in the journal only. */
const payIntoJournalOnly = async (
  { database, till }: Started,
  ...[basket, tenders]: Parameters<Started['till']['pay']>
): Promise<void> => {
  const full = vi.spyOn(database.audit, 'add').mockImplementation(() => Dexie.Promise.reject(new Error('disk full')))
  const answer = await till.pay(basket, tenders)
  full.mockRestore()
  expect(answer.ok ? null : answer.error.code).toBe('sale.only-in-journal')
}

describe('a sale that an earlier try brought into the journal only', () => {
  test('is not written when the same goods have come back by another sale meanwhile', async () => {
    const one = await setUp()
    const two = await setUp(one.main, one.name)
    const sale = await sell(one)
    const basket = withReturn(one.till.openBasket(), await historyOf(one, sale.id), 1)
    await payIntoJournalOnly(one, basket, [tenderOf(-500)])
    await paid(two.till, withReturn(two.till.openBasket(), await historyOf(two, sale.id), 1), tenderOf(-500))
    const again = await one.till.pay(basket, [tenderOf(-500)])
    expect(again.ok ? null : again.error.code).toBe('return.too-many')
    expect((await historyOf(one, sale.id)).returns).toHaveLength(1)
  })

  test('is not written when the sale from which goods come back was voided meanwhile', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    const basket = withReturn(shop.till.openBasket(), await historyOf(shop, sale.id), 1)
    await payIntoJournalOnly(shop, basket, [tenderOf(-500)])
    expect((await shop.till.voidSale(sale.id, { by: 'Ani', atMs: 1, reason: 'salah' })).ok).toBe(true)
    const again = await shop.till.pay(basket, [tenderOf(-500)])
    expect(again.ok ? null : again.error.code).toBe('return.no-sale')
  })

  test('is journaled anew, under its number, when it is paid otherwise now', async () => {
    const shop = await setUp()
    const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
    await payIntoJournalOnly(shop, basket, [tenderOf(500)])
    const sale = await paid(shop.till, basket, tenderOf(2_000))
    expect(sale).toMatchObject({ number: 'K1-261121-0001', change: 1_500 })
    expect(shop.journal.get(sale.id)?.sale).toEqual(sale)
  })

  test('is journaled anew, under its number, when goods were added since', async () => {
    const shop = await setUp()
    const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
    await payIntoJournalOnly(shop, basket, [tenderOf(500)])
    const more = addItem(basket, itemOf('B', 700))
    const sale = await paid(shop.till, more, tenderOf(1_200))
    expect(sale).toMatchObject({ number: 'K1-261121-0001', total: 1_200 })
    expect(shop.journal.get(sale.id)?.sale).toEqual(sale)
  })
})
