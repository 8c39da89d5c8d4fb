import { beforeEach, describe, expect, test } from 'vitest'
import { openBasket } from '../../../shared/domain/basket-rules.ts'
import { rupiah } from '../../../shared/domain/money.ts'
import { priceBasket } from '../../../shared/domain/price-basket.ts'
import { success } from '../../../shared/domain/result.ts'
import type { Delivery } from '../../../shared/domain/sale.ts'
import {
  addToBasket,
  changeQuantity,
  changeSelectedBy,
  confirmWeight,
  discountLine,
  putReturns,
  takeOutLine,
} from './basket-actions.ts'
import { DEFAULT_SELLING_RULES } from '../../../shared/domain/selling-rules.ts'
import { scanIntoBasket } from './scan-into-basket.ts'
import {
  acceptDelivery,
  chooseKind,
  closeDialog,
  requestBasketDiscount,
  requestClear,
  requestForLine,
  requestPayment,
} from './sell-dialogs.ts'
import { itemOf } from './sell-fixture.ts'
import { useSellStore } from './sell-store.ts'

const address: Delivery = {
  recipientName: 'Siti',
  phone: '081234567890',
  address: 'Jl. Melati 5',
  province: 'Jawa Barat',
  city: 'Bandung',
  district: 'Coblong',
  subDistrict: 'Dago',
  postalCode: '40135',
  courier: 'JNE',
  awb: null,
  note: '',
}
const known = itemOf('A-1', 2_000)
const till = {
  findByCode: async (code: string) => success(code === '899A-1' ? known : null),
  findSales: async () => [],
}

const lines = () => useSellStore.getState().basket?.lines ?? []
const firstLine = () => {
  const [line] = lines()
  if (line === undefined) throw new Error('the basket is empty')
  return line
}

beforeEach(() => {
  useSellStore.setState(useSellStore.getInitialState(), true)
  useSellStore.setState({ basket: openBasket('6f0f4c80-0000-4000-8000-000000000001', 0) })
})

describe('the open basket', () => {
  test('joins the same item and selects its line', () => {
    addToBasket(known)
    addToBasket(itemOf('B-2', 500))
    addToBasket(known)
    expect(lines().map((line) => [line.item.sku, line.quantity])).toEqual([
      ['A-1', 2],
      ['B-2', 1],
    ])
    expect(useSellStore.getState().selectedLine).toBe(firstLine().id)
  })

  test('says so when a quantity is over the limit and keeps what is allowed', () => {
    addToBasket(known)
    changeQuantity(firstLine().id, 100_000)
    expect(firstLine().quantity).toBe(99_999)
    expect(useSellStore.getState().message).toEqual({ type: 'limit' })
  })

  test('never goes below one by the minus key, and selects the neighbour of a removed line', () => {
    addToBasket(known)
    changeSelectedBy(-1)
    expect(firstLine().quantity).toBe(1)
    addToBasket(itemOf('B-2', 500))
    takeOutLine(firstLine().id)
    expect(useSellStore.getState().selectedLine).toBe(firstLine().id)
    expect(firstLine().item.sku).toBe('B-2')
  })
})

describe('goods sold by weight', () => {
  const oranges = itemOf('JRK', 30_000, { soldBy: 'weight' })

  test('ask for their weight, and are not paid before it was entered', () => {
    addToBasket(oranges)
    expect(useSellStore.getState().focus.target).toBe('quantity')
    requestPayment()
    expect(useSellStore.getState()).toMatchObject({ dialog: 'none', message: { type: 'not-weighed' } })
    changeQuantity(firstLine().id, 0.75)
    requestPayment()
    expect(useSellStore.getState().dialog).toBe('pay')
  })

  test('may weigh exactly what stands there', () => {
    addToBasket(oranges)
    confirmWeight(firstLine().id)
    requestPayment()
    expect(useSellStore.getState().dialog).toBe('pay')
  })

  test('keep their weight when they are added again: the second weighing comes on top', () => {
    addToBasket(oranges)
    changeQuantity(firstLine().id, 0.5)
    addToBasket(oranges)
    expect(firstLine().quantity).toBe(0.5)
    expect(useSellStore.getState().focus).toMatchObject({ target: 'quantity', isMore: true })
  })
})

describe('lines that differ', () => {
  test('stay apart: a discounted one is not joined by the next scan', () => {
    addToBasket(known)
    discountLine(firstLine().id, { type: 'percent', basisPoints: 1_000 })
    addToBasket(known)
    expect(lines().map((line) => [line.quantity, line.discount === null])).toEqual([
      [1, false],
      [1, true],
    ])
    expect(useSellStore.getState().selectedLine).toBe(lines()[1]?.id)
  })
})

describe('a scan', () => {
  test('adds one unit each time, also twice in a row', async () => {
    await Promise.all([
      scanIntoBasket(till, { code: '899A-1', withoutFirstKeys: null }),
      scanIntoBasket(till, { code: '899A-1', withoutFirstKeys: null }),
    ])
    expect(firstLine().quantity).toBe(2)
  })

  test('of an unknown code adds nothing and says which code', async () => {
    await scanIntoBasket(till, { code: '12345678', withoutFirstKeys: null })
    expect(lines()).toEqual([])
    expect(useSellStore.getState().message).toEqual({ type: 'unknown-code', code: '12345678' })
  })

  test('during payment changes nothing and says so', async () => {
    addToBasket(known)
    requestPayment()
    await scanIntoBasket(till, { code: '899A-1', withoutFirstKeys: null })
    expect(firstLine().quantity).toBe(1)
    expect(useSellStore.getState().message).toMatchObject({ type: 'ignored-scan', during: 'payment' })
  })

  test('that is still being looked up when payment opens changes nothing either', async () => {
    addToBasket(known)
    const scan = scanIntoBasket(till, { code: '899A-1', withoutFirstKeys: null })
    requestPayment()
    await scan
    expect(firstLine().quantity).toBe(1)
  })
})

describe('the dialogs', () => {
  test('do not open over an empty basket', () => {
    requestPayment()
    requestClear()
    requestBasketDiscount()
    requestForLine('price')
    expect(useSellStore.getState().dialog).toBe('none')
  })

  test('ask for the address before the payment of a delivery, then go on to payment', () => {
    addToBasket(known)
    chooseKind('delivery')
    closeDialog()
    expect(useSellStore.getState().basket?.kind).toBe('walk-in')
    useSellStore.setState(({ basket }) => ({ basket: basket === null ? null : { ...basket, kind: 'delivery' } }))
    requestPayment()
    expect(useSellStore.getState().dialog).toBe('delivery')
    acceptDelivery(address)
    expect(useSellStore.getState()).toMatchObject({ dialog: 'pay', basket: { kind: 'delivery', delivery: address } })
  })

  test('open payment over goods that only come back', () => {
    addToBasket(known)
    const { lines: sold } = priceBasket(
      { lines: lines(), discount: null, returns: null },
      DEFAULT_SELLING_RULES.tax,
      '2026-11-22',
    )
    takeOutLine(firstLine().id)
    putReturns({
      of: {
        saleId: '6f0f4c80-0000-4000-8000-000000000002',
        number: 'K1-261121-0001',
        kind: 'walk-in',
        route: 'linked',
      },
      tax: null,
      lines: sold.map((line) => ({
        ...line,
        quantity: -1,
        amount: rupiah(-2_000),
        returned: { lineIndex: 0, received: 1, restocked: 1, reason: 'Berubah Pikiran' },
      })),
    })
    requestPayment()
    expect(useSellStore.getState().dialog).toBe('pay')
  })
})
