import { describe, expect, test } from 'vitest'
import { forstokOrderSchema, forstokStoreSchema, forstokVariantsSchema } from './forstok.ts'

describe('answers of Forstok', () => {
  test('keep the ids of the set-up as they were written', () => {
    expect(forstokStoreSchema.parse({ id: '0901', channel_id: 21, name: 'Toko' })).toMatchObject({
      id: '0901',
      channel_id: 21,
    })
  })

  test('one variant without a SKU or without stock does not spoil the page', () => {
    const quantities = [{ warehouse_id: 701, on_hand: '5', reserved: 0, available: '5.0' }]
    const page = forstokVariantsSchema.parse({
      variants: [{ sku: null, quantities }, { sku: 'A', quantities: null }, { sku: 'B' }, { sku: 'C', quantities }],
      page: '1',
      total_pages: 1,
    })
    expect(page.page).toBe(1)
    expect(page.variants.map(({ sku, quantities: held }) => [sku, held.length])).toEqual([
      ['', 1],
      ['A', 0],
      ['B', 0],
      ['C', 1],
    ])
    expect(page.variants.at(-1)?.quantities[0]).toEqual({
      warehouse_id: '701',
      on_hand: 5,
      reserved: 0,
      available: 5,
    })
  })

  test('a row of an order was sold at its sale price, else at its price; one without a price is not an order of ours', () => {
    const order = (row: unknown) =>
      forstokOrderSchema.safeParse({ id: 1, local_id: 'K1', status: 'Open', item_lines: [row] })
    expect(order({ sku: 'A', price: 1_000, sale_price: 0 }).data?.item_lines?.[0]?.sale_price).toBe(0)
    expect(order({ sku: 'A', price: '1000.0', sale_price: null }).data?.item_lines?.[0]?.sale_price).toBe(1_000)
    expect(order({ sku: 'A' }).success).toBe(false)
  })
})
