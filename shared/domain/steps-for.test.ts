import { describe, expect, test } from 'vitest'
import { rupiah } from './money.ts'
import type { Sale } from './sale.ts'
import { salesRouteSchema } from './sales-route.ts'
import { NEVER_MS, stepSchema } from './step.ts'
import { stepsFor, stockStepIdOf, type SteppedSale } from './steps-for.ts'

const saleOf = (kind: Sale['kind'], applied: readonly number[] = [10_000, 0, 2_800]): SteppedSale => ({
  id: 'b5e1c7a0-0f7e-4d0c-9a53-0f1f4f3e0001',
  number: 'K1-261121-0001',
  kind,
  paidAtMs: 1_000,
  tenders: applied.map((amount) => ({
    method: 'cash' as const,
    amount: rupiah(amount),
    applied: rupiah(amount),
    reference: null,
  })),
})
const forstokWalkIn = ['forstok.order', 'forstok.ready-to-ship', 'forstok.delivered']
const accurate = ['accurate.invoice', 'accurate.receipt/0', 'accurate.receipt/2']

describe('stepsFor', () => {
  test.each([
    ['forstok-only', 'walk-in', forstokWalkIn, 'forstok.order'],
    ['forstok-only', 'delivery', ['forstok.order'], 'forstok.order'],
    ['accurate-only', 'walk-in', accurate, 'accurate.invoice'],
    ['accurate-only', 'delivery', accurate, 'accurate.invoice'],
    ['both-not-linked', 'walk-in', [...forstokWalkIn, ...accurate], 'forstok.order'],
    ['both-not-linked', 'delivery', ['forstok.order', ...accurate], 'forstok.order'],
    ['linked', 'walk-in', accurate, 'accurate.invoice'],
    ['linked', 'delivery', ['forstok.order'], 'forstok.order'],
  ] as const)('route %s, %s sale owes its row of the table', (route, kind, expected, stockStep) => {
    const sale = saleOf(kind)
    expect(stepsFor(sale, route).map((step) => step.id)).toEqual(expected.map((name) => `${sale.id}/${name}`))
    expect(stockStepIdOf(sale, route)).toBe(`${sale.id}/${stockStep}`)
  })

  test('every row is complete, ordered from 0 within its destination, and only the first is due', () => {
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

  test('a sale of zero owes an invoice and no receipt', () => {
    expect(stepsFor(saleOf('walk-in', []), 'accurate-only').map((step) => step.kind)).toEqual(['accurate.invoice'])
  })
})
