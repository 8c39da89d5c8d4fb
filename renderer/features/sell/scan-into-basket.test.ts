import { beforeEach, expect, test } from 'vitest'
import type { Item } from '../../../shared/domain/item.ts'
import { rupiah } from '../../../shared/domain/money.ts'
import { success } from '../../../shared/domain/result.ts'
import { scanIntoBasket } from './scan-into-basket.ts'
import { openFirstBasket, useSellStore } from './sell-store.ts'

const itemOf = (sku: string): Item => ({
  sku,
  barcodes: [sku],
  name: sku,
  category: '',
  price: rupiah(1_000),
  costPrice: null,
})
const tillWith = (...codes: readonly string[]) => ({
  findByCode: (code: string) => Promise.resolve(success(codes.includes(code) ? itemOf(code) : null)),
})
const skus = (): readonly string[] => (useSellStore.getState().basket?.lines ?? []).map((line) => line.item.sku)

beforeEach(() => {
  useSellStore.setState({ basket: null, dialog: 'none', message: null, paidSale: null })
  openFirstBasket(() => ({ id: 'b', openedAtMs: 0, lines: [], kind: 'walk-in', delivery: null, note: '' }))
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
