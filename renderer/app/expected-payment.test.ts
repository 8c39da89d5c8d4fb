import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import * as payContext from '../storage/pay-context.ts'
import { cash, testTills, withItems } from './running-till-fixture.ts'

vi.mock('../storage/pay-context.ts', { spy: true })

const { setUp, close } = testTills()
afterEach(() => {
  vi.clearAllMocks()
  close()
})
const reads = () => vi.mocked(payContext.readPayContext).mock.calls.length
type Shop = Awaited<ReturnType<typeof setUp>>
const DAY_MS = 86_400_000

const payExpected = async ({ till }: Shop, meanwhile: () => Promise<unknown> | void = () => undefined) => {
  const basket = withItems(till.openBasket())
  till.expectPayment(basket)
  await meanwhile()
  const paid = await till.pay(basket, cash(2_000))
  if (!paid.ok) throw new Error(paid.error.code)
  return paid.value
}

test('what Pay must know is read once, before it is pressed', async () => {
  const shop = await setUp()
  expect((await payExpected(shop)).number).toBe('K1-261121-0001')
  expect(reads()).toBe(1)
  expect((await payExpected(shop)).number).toBe('K1-261121-0002')
  expect(reads()).toBe(2)
})

test('a set-up that is changed meanwhile holds for the sale', async () => {
  const shop = await setUp()
  const sale = await payExpected(shop, async () =>
    shop.till.writeSettings({ ...(await shop.till.readSettings()), cashier: 'Sri' }),
  )
  expect(sale.cashier).toBe('Sri')
})

test('a shift that is closed meanwhile is not sold into: the sale opens the next one', async () => {
  const shop = await setUp()
  const first = await payExpected(shop)
  const approval = { by: 'Budi', atMs: 1, reason: 'selisih' }
  const second = await payExpected(shop, async () => {
    const closed = await shop.till.closeShift({ count: [], note: '', approval })
    if (!closed.ok) throw new Error(closed.error.code)
  })
  expect(second.shiftId).not.toBe(first.shiftId)
  expect(await shop.database.shifts.count()).toBe(2)
})

test('a basket that was paid meanwhile stays one sale', async () => {
  const shop = await setUp()
  const basket = withItems(shop.till.openBasket())
  shop.till.expectPayment(basket)
  const first = await shop.till.pay(basket, cash(2_000))
  shop.till.expectPayment(basket)
  expect(await shop.till.pay(basket, cash(2_000))).toEqual(first)
  expect(await shop.database.sales.count()).toBe(1)
})

test('another basket, or another day, is read for itself', async () => {
  const shop = await setUp()
  shop.till.expectPayment(withItems(shop.till.openBasket()))
  const other = await shop.till.pay(withItems(shop.till.openBasket()), cash(2_000))
  expect(other.ok && other.value.number).toBe('K1-261121-0001')
  expect(reads()).toBe(2)
  const next = await payExpected(shop, async () => shop.pass(DAY_MS))
  expect(next.number).toBe('K1-261122-0001')
  expect(reads()).toBe(4)
})

test('a reading that fails is made again by Pay', async () => {
  const shop = await setUp()
  vi.mocked(payContext.readPayContext).mockRejectedValueOnce(new Error('busy'))
  expect((await payExpected(shop)).number).toBe('K1-261121-0001')
  expect(reads()).toBe(2)
})
