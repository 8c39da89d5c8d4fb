import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rupiah } from './money.ts'
import type { Sale } from './sale.ts'
import { salesRouteSchema } from './sales-route.ts'
import { NEVER_MS, stepSchema } from './step.ts'
import {
  FOLLOW_UP,
  returnStockStepIdOf,
  stepsFor,
  stepsForStock,
  stockStepIdOf,
  type SteppedSale,
} from './steps-for.ts'
import { stockDocumentSchema } from './stock-document.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'
import { randomSaleWithReturns } from './testing/random-returns.ts'
import { SAMPLE_ID, sampleReturnedLine, sampleSoldLine } from './testing/sample-sale-parts.ts'

const EARLIER_ID = 'b5e1c7a0-0f7e-4d0c-9a53-0f1f4f3e0009'

const stepped = (applied: readonly number[], other: Partial<SteppedSale> = {}): SteppedSale => ({
  id: SAMPLE_ID,
  number: 'K1-261121-0001',
  kind: 'walk-in',
  paidAtMs: 1_000,
  tenders: applied.map((amount) => ({
    method: 'cash' as const,
    amount: rupiah(amount),
    applied: rupiah(amount),
    reference: null,
    isConfirmed: true,
  })),
  lines: [sampleSoldLine()],
  returnOf: null,
  returnNumber: null,
  ...other,
})
const saleOf = (kind: Sale['kind']): SteppedSale => stepped([10_000, 0, 2_800], { kind })
const returnFrom = (
  route: NonNullable<Sale['returnOf']>['route'],
  kind: Sale['kind'],
  sold: boolean,
  applied: readonly number[],
): SteppedSale =>
  stepped(applied, {
    lines: sold ? [sampleSoldLine(), sampleReturnedLine()] : [sampleReturnedLine()],
    returnOf: { saleId: EARLIER_ID, number: 'K1-261120-0007', kind, route },
    returnNumber: 'K1-R261121-0001',
  })
const idsOf = (sale: SteppedSale, route: Parameters<typeof stepsFor>[1]): readonly string[] =>
  stepsFor(sale, route).map((step) => step.id.slice(sale.id.length + 1))

const forstokWalkIn = ['forstok.order', 'forstok.ready-to-ship', 'forstok.delivered']
const accurate = ['accurate.invoice', 'accurate.receipt/0', 'accurate.receipt/2']

describe('a sale owes', () => {
  test.each([
    ['forstok-only', 'walk-in', forstokWalkIn, 'forstok.order'],
    ['forstok-only', 'delivery', ['forstok.order'], 'forstok.order'],
    ['accurate-only', 'walk-in', accurate, 'accurate.invoice'],
    ['accurate-only', 'delivery', accurate, 'accurate.invoice'],
    ['both-not-linked', 'walk-in', [...forstokWalkIn, ...accurate], 'forstok.order'],
    ['both-not-linked', 'delivery', ['forstok.order', ...accurate], 'forstok.order'],
    ['linked', 'walk-in', accurate, 'accurate.invoice'],
    ['linked', 'delivery', ['forstok.order'], 'forstok.order'],
  ] as const)('on route %s, %s, its row of the table', (route, kind, expected, stockStep) => {
    expect(idsOf(saleOf(kind), route)).toEqual(expected)
    expect(stockStepIdOf(saleOf(kind), route)).toBe(`${SAMPLE_ID}/${stockStep}`)
  })

  test('complete rows, ordered from 0 within each destination, of which only the first is due', () => {
    for (const route of salesRouteSchema.options) {
      for (const kind of ['walk-in', 'delivery'] as const) {
        const steps = stepsFor(saleOf(kind), route)
        for (const destination of ['forstok', 'accurate'] as const) {
          const own = steps.filter((step) => step.destination === destination)
          expect(own.map((step) => step.position)).toEqual(own.map((_, index) => index))
          expect(own.map((step) => step.dueAtMs)).toEqual(own.map((_, index) => (index === 0 ? 1_000 : NEVER_MS)))
        }
        for (const step of steps) expect(stepSchema.parse(step)).toEqual(step)
        expect(steps.map((step) => step.id)).toContain(stockStepIdOf(saleOf(kind), route))
      }
    }
  })

  test('an invoice and no receipt when its total is zero', () => {
    expect(idsOf(stepped([]), 'accurate-only')).toEqual(['accurate.invoice'])
  })
})

describe('a return owes', () => {
  test.each([
    ['forstok-only', 'walk-in', ['forstok.return'], 'forstok.return'],
    ['accurate-only', 'walk-in', ['accurate.return', 'accurate.refund/0'], 'accurate.return'],
    ['both-not-linked', 'delivery', ['forstok.return', 'accurate.return', 'accurate.refund/0'], 'forstok.return'],
    ['linked', 'walk-in', ['accurate.return', 'accurate.refund/0'], 'accurate.return'],
    ['linked', 'delivery', ['forstok.return'], 'forstok.return'],
  ] as const)(
    'what the earlier sale’s route %s, %s, asks, whatever the route is now',
    (route, kind, expected, stock) => {
      const back = returnFrom(route, kind, false, [-10_000])
      for (const routeNow of salesRouteSchema.options) expect(idsOf(back, routeNow)).toEqual(expected)
      expect(returnStockStepIdOf(back)).toBe(`${SAMPLE_ID}/${stock}`)
    },
  )

  test('Accurate its document only after the invoice it belongs to', () => {
    const [first, second] = stepsFor(returnFrom('accurate-only', 'walk-in', false, [-10_000]), 'accurate-only')
    expect(first).toMatchObject({
      kind: 'accurate.return',
      afterStepId: `${EARLIER_ID}/accurate.invoice`,
      dueAtMs: NEVER_MS,
    })
    expect(second).toMatchObject({ kind: 'accurate.refund', afterStepId: null, dueAtMs: NEVER_MS })
  })

  test('Forstok a task for a person from the beginning, with the words of what to do', () => {
    const [task] = stepsFor(returnFrom('forstok-only', 'walk-in', false, [-10_000]), 'forstok-only')
    expect(task).toMatchObject({ state: 'attention', dueAtMs: NEVER_MS, attention: { code: FOLLOW_UP } })
    expect(task?.attention?.remedy.id).toContain('K1-261120-0007')
    expect(stepSchema.parse(task)).toEqual(task)
  })
})

describe('an exchange owes', () => {
  test('an invoice, a return, their offset, and the money that moved', () => {
    expect(idsOf(returnFrom('accurate-only', 'walk-in', true, [5_000]), 'accurate-only')).toEqual([
      'accurate.invoice',
      'accurate.return',
      'accurate.offset',
      'accurate.receipt/0',
    ])
    expect(idsOf(returnFrom('accurate-only', 'walk-in', true, [-5_000]), 'accurate-only').at(-1)).toBe(
      'accurate.refund/0',
    )
    expect(idsOf(returnFrom('accurate-only', 'walk-in', true, []), 'accurate-only')).toHaveLength(3)
  })

  test('each destination its own part when the route has changed since', () => {
    expect(idsOf(returnFrom('accurate-only', 'walk-in', true, [5_000]), 'forstok-only')).toEqual([
      ...forstokWalkIn,
      'accurate.return',
    ])
    expect(idsOf(returnFrom('forstok-only', 'walk-in', true, [5_000]), 'accurate-only')).toEqual([
      'forstok.return',
      'accurate.invoice',
      'accurate.receipt/0',
    ])
  })

  test('a task that also speaks of its invoice in Accurate, where nothing comes back there to pay for it', () => {
    const taskOf = (route: Parameters<typeof stepsFor>[1], earlier: typeof route): string | undefined =>
      stepsFor(returnFrom(earlier, 'walk-in', true, [5_000]), route).find((step) => step.kind === 'forstok.return')
        ?.attention?.remedy.id
    expect(taskOf('accurate-only', 'forstok-only')).toContain('faktur K1-261121-0001 masih terbuka')
    expect(taskOf('both-not-linked', 'both-not-linked')).not.toContain('Accurate')
    expect(taskOf('forstok-only', 'forstok-only')).not.toContain('Accurate')
  })
})

test(
  'no document of any history owes a step twice, and each has those that move its stock',
  () => {
    fc.assert(
      fc.property(randomSaleWithReturns(), ({ sale, returns }) => {
        for (const each of [sale, ...returns]) {
          const ids = stepsFor(each, each.route).map((step) => step.id)
          expect(new Set(ids).size).toBe(ids.length)
          const sells = each.lines.some((line) => line.returned === null)
          expect(!sells || ids.includes(stockStepIdOf(each, each.route))).toBe(true)
          const stepOfReturn = returnStockStepIdOf(each)
          expect(stepOfReturn === null || ids.includes(stepOfReturn)).toBe(true)
        }
      }),
      { numRuns: propertyRuns(300) },
    )
  },
  propertyTimeoutMs(),
)

describe('a stock document owes', () => {
  const document = {
    id: SAMPLE_ID,
    number: 'K1-S261121-0001',
    kind: 'in',
    register: 'K1',
    by: 'Ani',
    approval: null,
    atMs: 5,
    utcOffsetMinutes: 420,
    warehouseId: 'W',
    toWarehouseId: null,
    pulledAtMs: null,
    reason: 'Restock',
    note: '',
    lines: [{ sku: 'S1', name: 'Item S1', quantity: 4, counted: null, expected: null, pulledOnHand: null }],
  } as const

  test.each([
    ['forstok-only', ['forstok.stock']],
    ['accurate-only', ['accurate.adjustment']],
    ['both-not-linked', ['forstok.stock', 'accurate.adjustment']],
    ['linked', ['accurate.adjustment']],
  ] as const)('on route %s the services that keep its stock', (route, kinds) => {
    expect(stepsForStock(stockDocumentSchema.parse({ ...document, route })).map((step) => step.kind)).toEqual(kinds)
  })
})
