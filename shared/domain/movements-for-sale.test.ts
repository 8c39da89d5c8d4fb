import { expect, test } from 'vitest'
import { rupiah, ZERO_RUPIAH } from './money.ts'
import { movementsForSale } from './movements-for-sale.ts'
import { unnumberedSaleSchema, type Sale, type SaleLine } from './sale.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const EARLIER = '00000000-0000-4000-8000-000000000002'
const line = (sku: string, quantity: number, changes: Partial<SaleLine> = {}): SaleLine => ({
  sku,
  name: sku,
  barcode: null,
  quantity,
  soldBy: 'piece',
  regularPrice: rupiah(100),
  unitPrice: rupiah(100),
  priceOverride: null,
  discount: null,
  lineDiscount: ZERO_RUPIAH,
  basketDiscount: ZERO_RUPIAH,
  amount: ZERO_RUPIAH,
  isTaxed: false,
  isTaxIncluded: false,
  taxBase: ZERO_RUPIAH,
  tax: ZERO_RUPIAH,
  components: [],
  returned: null,
  ...changes,
})
const back = (restocked: number) => ({ lineIndex: 0, received: restocked, restocked, reason: 'x' })
const saleOf = (lines: readonly SaleLine[], changes: Partial<Sale> = {}): Sale => ({
  ...unnumberedSaleSchema.parse({
    id: ID,
    register: 'K1',
    cashier: 'Ani',
    kind: 'walk-in',
    openedAtMs: 1,
    paidAtMs: 1,
    utcOffsetMinutes: 420,
    shop: { name: 'Toko', address: [], phone: '' },
    lines,
    total: 0,
    tenders: [],
    change: 0,
    delivery: null,
    note: '',
    route: 'both-not-linked',
  }),
  number: 'K1-261121-0001',
  returnNumber: null,
  ...changes,
})
const moved = (sale: Sale) =>
  movementsForSale(sale, 'W').map(({ id, quantity, cause, stepId }) => [
    id.slice(ID.length + 1),
    quantity,
    cause,
    stepId === null ? null : stepId.slice(ID.length + 1),
  ])

test('rows of one SKU move together, by the step that the stock figures wait for', () => {
  expect(moved(saleOf([line('A', 2), line('B', 1), line('A', 3)]))).toEqual([
    ['A', -5, 'sale', 'forstok.order'],
    ['B', -1, 'sale', 'forstok.order'],
  ])
  expect(moved(saleOf([line('A', 2)], { route: 'linked' }))).toEqual([['A', -2, 'sale', 'accurate.invoice']])
})

test('a bundle moves its parts, and nothing of its own', () => {
  const components = [
    { sku: 'A', quantity: 2 },
    { sku: 'GULA', quantity: 0.25 },
  ]
  expect(moved(saleOf([line('PAKET', 3, { components }), line('A', 1)], { route: 'accurate-only' }))).toEqual([
    ['A', -7, 'sale', 'accurate.invoice'],
    ['GULA', -0.75, 'sale', 'accurate.invoice'],
  ])
})

test('of a weighed line Forstok shows one piece; the rest stays on top of its figure', () => {
  const weighed = [line('GULA', 1.25, { soldBy: 'weight' }), line('GULA', 0.4, { soldBy: 'weight' })]
  expect(moved(saleOf(weighed))).toEqual([
    ['GULA', -2, 'sale', 'forstok.order'],
    ['GULA/rest', 0.35, 'sale', null],
  ])
  expect(moved(saleOf(weighed, { route: 'accurate-only' }))).toEqual([['GULA', -1.65, 'sale', 'accurate.invoice']])
})

test('what is restocked comes in by the step of the return, whatever was received; what is not moves nothing', () => {
  const returnOf = { saleId: EARLIER, number: 'K1-261120-0009', kind: 'walk-in', route: 'both-not-linked' } as const
  const lines = [
    line('B', 1),
    line('A', -3, { returned: back(2) }),
    line('C', -1, { returned: back(0) }),
    line('GULA', -1.5, { soldBy: 'weight', returned: back(1.5) }),
  ]
  expect(moved(saleOf(lines, { returnOf }))).toEqual([
    ['B', -1, 'sale', 'forstok.order'],
    ['A/returned', 2, 'return', 'forstok.return'],
    ['GULA/returned/rest', 1.5, 'return', null],
  ])
})

test('every movement has an id of its own, also where a SKU ends like a suffix', () => {
  const lines = [line('A', 1.5, { soldBy: 'weight' }), line('A/rest', 1)]
  const ids = movementsForSale(saleOf(lines), 'W').map((movement) => movement.id)
  expect(new Set(ids).size).toBe(3)
})

test('what is known to have arrived is acknowledged', () => {
  const [movement] = movementsForSale(saleOf([line('A', 1)]), 'W', () => 9)
  expect(movement).toMatchObject({ state: 'sent', acknowledgedAtMs: 9 })
})
