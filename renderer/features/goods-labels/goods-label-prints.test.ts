import { expect, test } from 'vitest'
import { itemSchema } from '../../../shared/domain/item.ts'
import { addWanted, countWanted, isNameNotWhole, MOST_COPIES, toGoodsLabel, toPrints } from './goods-label-prints.ts'

const itemOf = (sku: string, barcodes: readonly string[] = []) =>
  itemSchema.parse({ sku, name: `Barang ${sku}`, barcodes, category: '', price: 1_500, costPrice: null })

test('a label carries the first barcode that can be drawn, and none when there is none', () => {
  expect(toGoodsLabel(itemOf('A', ['899é', '8991']), 'Toko Rejeki')).toMatchObject({
    sku: 'A',
    barcode: '8991',
    price: 1_500,
    shopName: 'Toko Rejeki',
  })
  expect(toGoodsLabel(itemOf('B'), 'Toko Rejeki').barcode).toBeNull()
})

test('a shop without a name yet leaves it out', () => {
  expect(toGoodsLabel(itemOf('A'), ' ')).not.toHaveProperty('shopName')
})

test('an item that is taken again gets one label more in its place, never beyond the limit', () => {
  const once = addWanted(addWanted([], itemOf('A')), itemOf('B'))
  const twice = addWanted(once, itemOf('A'))
  expect(twice.map(({ item, copies }) => [item.sku, copies])).toEqual([
    ['B', 1],
    ['A', 2],
  ])
  expect(countWanted(twice)).toBe(3)
  expect(countWanted(addWanted([], itemOf('A'), 99_999))).toBe(MOST_COPIES)
})

test('each item becomes one job for the chosen printer, in the order of the list', () => {
  const prints = toPrints(
    [
      { item: itemOf('B'), copies: 2 },
      { item: itemOf('A'), copies: 5 },
    ],
    'shelf-tag',
    'p1',
    'Toko',
  )
  expect(prints.map(({ subject, document, printerId }) => [subject, document, printerId])).toEqual([
    [expect.objectContaining({ copies: 2, goods: expect.objectContaining({ shopName: 'Toko' }) }), 'shelf-tag', 'p1'],
    [expect.objectContaining({ copies: 5 }), 'shelf-tag', 'p1'],
  ])
})

test('a name is not whole when a label would leave something of it out, or it shows nothing', () => {
  expect(['Kue 福袋', '旺旺', '🔥 Kopi', '\u200b'].map((name) => isNameNotWhole({ name }))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['Kopi', 'Café ½ kg', 'Ｋｏｐｉ'].map((name) => isNameNotWhole({ name }))).toEqual([false, false, false])
})
