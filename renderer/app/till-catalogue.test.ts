import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createRestingPrinters } from '../storage/resting-printers.ts'
import { createTestBridge, itemOf } from '../storage/till-fixture.ts'
import { createTill } from './create-till.ts'
import { testTills } from './running-till-fixture.ts'
const { setUp, close } = testTills()
afterEach(() => {
  vi.restoreAllMocks()
  close()
})

describe('catalogue', () => {
  const table = (count: number) => ({
    header: ['sku', 'barcode', 'name', 'price', 'stock'],
    rows: Array.from({ length: count }, (_, n) => ({
      lineNumber: n + 2,
      cells: [`S-${n}`, String(10_000_000_000_000 + n), `Barang ${n}`, '500', String(n)],
    })),
  })

  test('imports all rows with progress, and they are found by name, SKU and barcode at once', async () => {
    const { till, database } = await setUp()
    const progress: number[] = []
    const review = await till.reviewCatalogue(table(1_200))
    const imported = await till.importCatalogue(review, ({ writtenRows }) => progress.push(writtenRows))
    expect(imported).toEqual({ ok: true, value: 1_200 })
    expect(progress).toEqual([250, 500, 750, 1_000, 1_200])
    expect(till.searchItems('barang 1199', 5)).toEqual(['S-1199'])
    const found = await till.findByCode('10000000000007')
    expect(found.ok && found.value?.sku).toBe('S-7')
    const bySku = await till.findByCode('s-8 ')
    expect(bySku.ok && bySku.value?.sku).toBe('S-8')
    expect(await till.findByCode('nope')).toEqual({ ok: true, value: null })
    const rows = await till.readItems(['S-9', 'nope', 'S-3'])
    expect(rows.map((row) => [row.item.sku, row.stock?.available, row.stock?.source])).toEqual([
      ['S-9', 9, 'file'],
      ['S-3', 3, 'file'],
    ])
    const restarted = createTill({
      database,
      bridge: createTestBridge().bridge,
      now: () => 0,
      mintId: randomUUID,
      resting: createRestingPrinters(),
    })
    await restarted.searchIsReady
    expect(restarted.searchItems('barang 1199', 5)).toEqual(['S-1199'])
  })

  test('a failure in the middle leaves items, stock and search as they were', async () => {
    const { till, database } = await setUp()
    await till.importCatalogue(await till.reviewCatalogue(table(10)), () => undefined)
    vi.spyOn(database.audit, 'add').mockImplementation(() => Dexie.Promise.reject(new Error('disk full')))
    const failed = await till.importCatalogue(await till.reviewCatalogue(table(700)), () => undefined)
    expect(failed.ok ? null : failed.error.code).toBe('catalogue.not-written')
    expect(await database.items.count()).toBe(10)
    expect(till.searchItems('barang 699', 5)).toEqual([])
  })

  test('a second file adds and updates, and never deletes or overrules a pulled level', async () => {
    const { till, database } = await setUp()
    await till.importCatalogue(await till.reviewCatalogue(table(3)), () => undefined)
    await database.stockLevels.put({
      sku: 'S-1',
      warehouseId: 'W',
      onHand: 40,
      reserved: 0,
      available: 40,
      pulledAtMs: 5,
      source: 'pull',
    })
    await database.syncState.put({ key: 'stock', value: { warehouseId: 'W', pulledAtMs: 5 } })
    const review = await till.reviewCatalogue({
      header: ['sku', 'name', 'price', 'stock'],
      rows: [{ lineNumber: 2, cells: ['S-1', 'Nama Baru', '900', '1'] }],
    })
    await till.importCatalogue(review, () => undefined)
    const rows = await till.readItems(['S-0', 'S-1', 'S-2'])
    expect(rows.map((row) => [row.item.name, row.stock?.available])).toEqual([
      ['Barang 0', 0],
      ['Nama Baru', 40],
      ['Barang 2', 2],
    ])
    expect(till.searchItems('baru', 5)).toEqual(['S-1'])
    expect(till.searchItems('barang', 5)).toEqual(['S-0', 'S-2'])
  })

  test('a barcode of several items is an error that names them', async () => {
    const { till, database } = await setUp()
    await database.items.bulkPut(['A', 'B'].map((sku) => ({ ...itemOf(sku, 500, '123'), skuLower: sku.toLowerCase() })))
    const found = await till.findByCode('123')
    expect(found.ok ? null : found.error).toMatchObject({ code: 'item.ambiguous-barcode', detail: 'A, B' })
  })
})

test('a later file can neither take a barcode from an item it does not bring, nor write a SKU in another case', async () => {
  const { till } = await setUp()
  const table = (...rows: readonly (readonly string[])[]) => ({
    header: ['sku', 'barcode', 'name', 'price'],
    rows: rows.map((cells, index) => ({ lineNumber: index + 2, cells })),
  })
  const first = await till.reviewCatalogue(table(['ABC-1', '8996001354124', 'Beng', '2000']))
  expect(await till.importCatalogue(first, () => undefined)).toMatchObject({ ok: true, value: 1 })

  const second = await till.reviewCatalogue(
    table(['NEW-1', '8996001354124', 'Other', '2000'], ['abc-1', '', 'Beng', '2000'], ['NEW-2', '', 'Fine', '2000']),
  )
  expect(second.accepted.map((row) => row.item.sku)).toEqual(['NEW-2'])
  expect(second.refused.map((row) => [row.lineNumber, row.code])).toEqual([
    [2, 'barcode.stored'],
    [3, 'sku.other-case'],
  ])

  const moved = await till.reviewCatalogue(
    table(['NEW-1', '8996001354124', 'Other', '2000'], ['ABC-1', '', 'Beng', '2000']),
  )
  expect(moved.refused).toEqual([])
})
