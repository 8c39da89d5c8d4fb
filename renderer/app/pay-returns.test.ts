import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { addItem } from '../../shared/domain/basket-rules.ts'
import { readOpenShift } from '../storage/shift-store.ts'
import { itemOf, tenderOf } from '../storage/till-fixture.ts'
import { historyOf, paid, sellPieces, testTills, withReturn } from './running-till-fixture.ts'

const { setUp, close } = testTills()
afterEach(close)
type Started = Awaited<ReturnType<typeof setUp>>
const sell = (started: Started, quantity = 2) => sellPieces(started, quantity)

describe('a return', () => {
  test('has its own number, moves what is restocked, and counts against what may still come back', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    const basket = withReturn(shop.till.openBasket(), await historyOf(shop, sale.id), 1)
    const back = await paid(shop.till, basket, tenderOf(-500))
    expect(back).toMatchObject({ number: 'K1-R261121-0001', returnNumber: 'K1-R261121-0001', total: -500 })
    expect(back.shiftId).toBe(sale.shiftId)
    expect((await historyOf(shop, sale.id)).returns.map((each) => each.id)).toEqual([back.id])
    expect(
      (await shop.database.movements.where('saleId').equals(back.id).toArray()).map((row) => row.quantity),
    ).toEqual([1])
    const printed = (await shop.database.printJobs.toArray()).map(({ subject }) =>
      subject.type === 'sale' ? subject.saleNumber : subject.type,
    )
    expect(new Set(printed)).toEqual(new Set([sale.number, back.number]))
  })

  test('two baskets that take back the same line: the second is refused and is no question after a restart', async () => {
    const shop = await setUp()
    const sale = await sell(shop, 1)
    const history = await historyOf(shop, sale.id)
    const [one, two] = [1, 2].map(() => withReturn(shop.till.openBasket(), history, 1))
    if (one === undefined || two === undefined) throw new Error('no baskets')
    const answers = await Promise.all([one, two].map((basket) => shop.till.pay(basket, [tenderOf(-500)])))
    expect(answers.map((answer) => (answer.ok ? 'paid' : answer.error.code)).toSorted()).toEqual([
      'paid',
      'return.too-many',
    ])
    expect(await shop.till.recover()).toMatchObject({ recovered: [], undecided: [] })
    expect(shop.journal.size).toBe(2)
    const third = await shop.till.pay(withReturn(shop.till.openBasket(), history, 1), [tenderOf(-500)])
    expect(third.ok ? null : third.error.code).toBe('return.too-many')
  })

  test('in two windows: the second is refused', async () => {
    const one = await setUp()
    const two = await setUp(one.main, one.name)
    const sale = await sell(one, 1)
    const history = await historyOf(two, sale.id)
    const answers = await Promise.all(
      [one, two].map(({ till }) => till.pay(withReturn(till.openBasket(), history, 1), [tenderOf(-500)])),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  test('numbers of returns go on from what the database knows of exchanges too, when the journal is lost', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    const history = await historyOf(shop, sale.id)
    const exchange = addItem(withReturn(shop.till.openBasket(), history, 1), itemOf('B', 500))
    expect(await paid(shop.till, exchange)).toMatchObject({ number: 'K1-261121-0002', returnNumber: 'K1-R261121-0001' })
    shop.journal.clear()
    const rest = withReturn(shop.till.openBasket(), await historyOf(shop, sale.id), 1)
    expect(await paid(shop.till, rest, tenderOf(-500))).toMatchObject({ number: 'K1-R261121-0002' })
    expect(await sell(shop)).toMatchObject({ number: 'K1-261121-0003' })
  })

  test('of a sale that was voided meanwhile is refused', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    const basket = withReturn(shop.till.openBasket(), await historyOf(shop, sale.id), 1)
    await shop.till.voidSale(sale.id, { by: 'Ani', atMs: 1, reason: 'salah' })
    const answer = await shop.till.pay(basket, [tenderOf(-500)])
    expect(answer.ok ? null : answer.error.code).toBe('return.no-sale')
  })
})

describe('the shift of a sale', () => {
  test('is opened by the first sale in its own transaction, and copied into the journal', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    expect(await readOpenShift(shop.database)).toMatchObject({ id: sale.shiftId, isOpenedBySale: true, openingCash: 0 })
    expect([...shop.kept.values()]).toMatchObject([{ kind: 'shift', id: sale.shiftId }])
    expect((await sell(shop)).shiftId).toBe(sale.shiftId)
    expect(await shop.database.shifts.count()).toBe(1)
  })

  test('two first sales at once, in one window and in two, open one shift', async () => {
    const one = await setUp()
    const two = await setUp(one.main, one.name)
    const sales = await Promise.all([sell(one), sell(one), sell(two), sell(two)])
    expect(new Set(sales.map((sale) => sale.shiftId)).size).toBe(1)
    expect(new Set(sales.map((sale) => sale.number)).size).toBe(4)
    expect(await one.database.shifts.count()).toBe(1)
    for (const sale of sales) expect(one.journal.get(sale.id)?.sale).toEqual(sale)
  })

  test('that was closed while the sale was being paid is not touched: the sale opens the next', async () => {
    const shop = await setUp()
    const first = await sell(shop)
    const bridge = {
      ...shop.bridge,
      appendSaleToJournal: async (request: Parameters<typeof shop.bridge.appendSaleToJournal>[0]) => {
        const answer = await shop.bridge.appendSaleToJournal(request)
        await shop.till.closeShift({ count: [], note: '', approval: { by: 'Budi', atMs: 1, reason: 'selisih' } })
        return answer
      },
    }
    const other = await setUp({ ...shop.main, bridge }, shop.name)
    const second = await sell(other)
    expect(second.shiftId).not.toBe(first.shiftId)
    expect(
      (
        await shop.database.sales
          .where('shiftId')
          .equals(first.shiftId ?? '')
          .toArray()
      ).map((row) => row.id),
    ).toEqual([first.id])
    expect(await readOpenShift(shop.database)).toMatchObject({ id: second.shiftId })
  })

  test('comes back after a loss: from its copy with opening cash and closing, or opened by its sale again', async () => {
    const shop = await setUp()
    const sale = await sell(shop)
    const fresh = await setUp(shop.main)
    await fresh.till.recover()
    expect(await readOpenShift(fresh.database)).toEqual(await readOpenShift(shop.database))
    shop.kept.clear()
    const bare = await setUp(shop.main)
    await bare.till.recover()
    expect(await readOpenShift(bare.database)).toMatchObject({ id: sale.shiftId, isOpenedBySale: true })
    // The copy that the journal lacked is given to it at the next start.
    await bare.till.recover()
    expect(shop.kept.size).toBe(1)
  })
})
