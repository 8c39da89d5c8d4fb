import { beforeEach, describe, expect, test } from 'vitest'
import { openBasket } from '../../../shared/domain/basket-rules.ts'
import { success } from '../../../shared/domain/result.ts'
import type { SaleRow } from '../../app/till.ts'
import { saleOf } from '../../storage/till-fixture.ts'
import { closeReturns, useReturnsStore } from '../returns/returns-store.ts'
import { itemOf } from './sell-fixture.ts'
import { scanIntoBasket } from './scan-into-basket.ts'
import { openFirstBasket, useSellStore } from './sell-store.ts'

const tillWith = (...codes: readonly string[]) => ({
  findByCode: (code: string) => Promise.resolve(success(codes.includes(code) ? itemOf(code, 1_000) : null)),
  findSales: (): Promise<readonly SaleRow[]> => Promise.resolve([]),
})
const skus = (): readonly string[] => (useSellStore.getState().basket?.lines ?? []).map((line) => line.item.sku)

beforeEach(() => {
  useSellStore.setState({ basket: null, dialog: 'none', message: null, paidSale: null })
  closeReturns()
  openFirstBasket(() => openBasket('b', 0))
})

test('takes the whole code where it names an item, although the shortened one would name another', async () => {
  await scanIntoBasket(tillWith('089686010015', '89686010015'), {
    code: '089686010015',
    withoutFirstKeys: '89686010015',
  })
  expect(skus()).toEqual(['089686010015'])
})

test('leaves out what a person typed just before, where the whole names nothing', async () => {
  await scanIntoBasket(tillWith('8996001354124'), { code: 'k8996001354124', withoutFirstKeys: '8996001354124' })
  expect(skus()).toEqual(['8996001354124'])
})

test('adds nothing and says so when neither is known', async () => {
  await scanIntoBasket(tillWith(), { code: '1234', withoutFirstKeys: null })
  expect(skus()).toEqual([])
  expect(useSellStore.getState().message).toEqual({ type: 'unknown-code', code: '1234' })
})

test('changes nothing while payment is open', async () => {
  useSellStore.setState({ dialog: 'pay' })
  await scanIntoBasket(tillWith('1234'), { code: '1234', withoutFirstKeys: null })
  expect(skus()).toEqual([])
})

describe('the barcode of a receipt', () => {
  const sale = saleOf('s-1', 7, Date.UTC(2026, 10, 23))
  const row: SaleRow = {
    sale,
    isRecovered: false,
    voiding: null,
    confirmations: [],
    forstok: 'sent',
    accurate: 'sent',
  }
  const till = { ...tillWith(), findSales: () => Promise.resolve([row]) }
  const scanned = (code: string, withoutFirstKeys: string | null = null) =>
    scanIntoBasket(till, { code, withoutFirstKeys })

  test.each([sale.number, sale.number.toLowerCase()])('%s opens the return of its sale', async (code) => {
    await scanned(code)
    expect(useReturnsStore.getState().dialog).toEqual({ type: 'lines', saleId: 's-1' })
    expect(useSellStore.getState().message).toBeNull()
  })

  test('opens it too when a person typed a key just before', async () => {
    await scanned(`x${sale.number}`, sale.number)
    expect(useReturnsStore.getState().dialog).toEqual({ type: 'lines', saleId: 's-1' })
  })

  test('of a sale that this till does not know is an unknown code', async () => {
    const code = 'K9-991231-0001'
    await scanned(code)
    expect(useReturnsStore.getState().dialog).toEqual({ type: 'none' })
    expect(useSellStore.getState().message).toEqual({ type: 'unknown-code', code })
  })

  test('does not open over payment or another dialog, and says so', async () => {
    for (const [dialog, during] of [
      ['pay', 'payment'],
      ['delivery', 'dialog'],
    ] as const) {
      useSellStore.setState({ dialog })
      await scanned(sale.number)
      expect(useReturnsStore.getState().dialog).toEqual({ type: 'none' })
      expect(useSellStore.getState().message).toEqual({ type: 'ignored-scan', code: sale.number, during })
    }
  })
})
