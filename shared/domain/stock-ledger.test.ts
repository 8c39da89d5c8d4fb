import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Movement, StockLevel } from './stock-level.ts'
import {
  acknowledge,
  applyPull,
  cancelMovement,
  isMovementOf,
  shownAvailable,
  withdrawAcknowledgement,
} from './stock-ledger.ts'

const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}

const movement = (id: string, quantity: number, acknowledgedAtMs: number | null, atMs = 1): Movement => ({
  id,
  sku: 'A',
  warehouseId: 'W',
  quantity,
  cause: 'sale',
  saleId: `sale-${id}`,
  atMs,
  stepId: `step-${id}`,
  state: acknowledgedAtMs === null ? 'local' : 'sent',
  acknowledgedAtMs,
})
const figures = (available: number) => ({ sku: 'A', warehouseId: 'W', onHand: available, reserved: 0, available })
const level = (available: number, pulledAtMs = 0): StockLevel => ({ ...figures(available), pulledAtMs, source: 'pull' })
const numberOf = (saleId: string): string => saleId.toUpperCase()

describe('stock ledger', () => {
  test('a sale stays on top of the level until it was acknowledged before a pull began', () => {
    const sold = movement('1', -3, null)
    expect(shownAvailable(level(10), [sold])).toBe(7)
    const early = applyPull(level(10), figures(10), [sold], 100, numberOf)
    expect(early.movements).toEqual([sold])
    expect(shownAvailable(early.level, early.movements)).toBe(7)
    const acknowledged = acknowledge(sold, 100)
    const sameMoment = applyPull(early.level, figures(10), [acknowledged], 100, numberOf)
    expect(sameMoment.movements[0]?.state).toBe('sent')
    const later = applyPull(early.level, figures(7), [acknowledged], 101, numberOf)
    expect(later.movements[0]?.state).toBe('contained')
    expect(shownAvailable(later.level, later.movements)).toBe(7)
    expect(later.findings).toEqual([])
  })

  test('lists what is below zero with the sales that took part, newest first', () => {
    const { findings } = applyPull(
      level(2),
      figures(2),
      [movement('1', -2, null, 1), movement('2', -1, null, 2)],
      100,
      numberOf,
    )
    expect(findings).toEqual([
      {
        id: 'A/W/oversold',
        sku: 'A',
        warehouseId: 'W',
        kind: 'oversold',
        quantity: -1,
        foundAtMs: 100,
        saleNumbers: ['SALE-2', 'SALE-1'],
        causes: [{ cause: 'sale', quantity: -3 }],
      },
    ])
  })

  test('lists a change that no known sale explains, but not on the first pull', () => {
    expect(applyPull(null, figures(5), [], 100, numberOf).findings).toEqual([])
    expect(applyPull({ ...level(9), source: 'file' }, figures(5), [], 100, numberOf).findings).toEqual([])
    expect(applyPull(level(10), figures(6), [movement('1', -3, 50)], 100, numberOf).findings).toMatchObject([
      { kind: 'moved-elsewhere', quantity: -1, saleNumbers: ['SALE-1'] },
    ])
  })

  test('a sale that the figures held before its acknowledgement arrived is explained in this pull and the next', () => {
    const early = applyPull(level(10), figures(7), [movement('1', -3, null, 50)], 100, numberOf)
    expect(early.findings).toEqual([])
    const next = applyPull(early.level, figures(7), [movement('1', -3, 110, 50)], 200, numberOf)
    expect(next.findings).toEqual([])
    expect(shownAvailable(next.level, next.movements)).toBe(7)
  })

  test('a step that is sent again takes its acknowledgement back unless a pull contains it', () => {
    const sent = acknowledge(movement('1', -3, null), 50)
    expect(withdrawAcknowledgement(sent)).toEqual(movement('1', -3, null))
    const contained: Movement = { ...sent, state: 'contained' }
    expect(withdrawAcknowledgement(contained)).toBe(contained)
    expect(acknowledge(contained, 70)).toBe(contained)
  })

  test('a movement that was called off and its mirror image sum to zero and are done with; a contained one stays', () => {
    const how = { id: 'v', cause: 'void', atMs: 9 } as const
    const both = cancelMovement(movement('1', -0.75, null), how) ?? []
    expect(both.map(({ quantity, state, cause }) => [quantity, state, cause])).toEqual([
      [-0.75, 'contained', 'sale'],
      [0.75, 'contained', 'void'],
    ])
    expect(shownAvailable(level(3), both)).toBe(3)
    expect(cancelMovement({ ...movement('1', -3, 5), state: 'contained' }, how)).toBeNull()
  })

  test('sales belong to the own warehouse whatever it was called, other movements to the one they name', () => {
    const sold = { ...movement('1', -3, null), warehouseId: 'old name' }
    const moved = { ...movement('2', 3, null), cause: 'transfer-in' as const, warehouseId: 'B' }
    const early = { ...movement('3', 3, null), cause: 'in' as const, warehouseId: 'default' }
    const own = [sold, moved, early].map((each) => isMovementOf(each, 'W', true, 'default'))
    const other = [sold, moved, early].map((each) => isMovementOf(each, 'B', false, 'default'))
    expect([own, other]).toEqual([
      [true, false, true],
      [false, true, false],
    ])
  })

  test('what waits for no step explains no change of a level', () => {
    const rest = { ...movement('1', 0.25, null), stepId: null }
    expect(applyPull(level(10), figures(10.25), [rest], 100, numberOf).findings).toMatchObject([
      { kind: 'moved-elsewhere', quantity: 0.25 },
    ])
  })

  test('against a service that books each sale when it acknowledges it, the shown figure is always its stock less what it has not seen', () => {
    const event = fc.oneof(
      fc.record({ type: fc.constant('sell' as const), quantity: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ type: fc.constant('acknowledge' as const), index: fc.nat(10) }),
      fc.record({ type: fc.constant('elsewhere' as const), quantity: fc.integer({ min: -9, max: 9 }) }),
      fc.record({ type: fc.constant('pull' as const) }),
    )
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 50 }), fc.array(event, { maxLength: 40 }), (start, events) => {
        let nowMs = 1
        let atService = start
        let known = start
        let current = level(start, nowMs)
        let movements: readonly Movement[] = []
        let movedElsewhere = 0
        for (const each of events) {
          nowMs += 1
          if (each.type === 'sell') {
            movements = movements.concat(movement(`m${nowMs}`, -each.quantity, null, nowMs))
          } else if (each.type === 'acknowledge') {
            const open = movements.filter((one) => one.state === 'local')
            const target = open[each.index % Math.max(open.length, 1)]
            if (target === undefined) continue
            atService += target.quantity
            movements = movements.map((one) => (one === target ? acknowledge(one, nowMs) : one))
          } else if (each.type === 'elsewhere') {
            atService += each.quantity
            movedElsewhere += each.quantity
          } else {
            const count = movements.length
            const pulled = applyPull(current, figures(atService), movements, nowMs, numberOf)
            must(pulled.movements.length === count, 'no movement is erased')
            current = pulled.level
            movements = pulled.movements
            known = atService
            const unseen = movements.filter((one) => one.state === 'local')
            const shown = shownAvailable(current, movements)
            must(shown === atService + unseen.reduce((sum, one) => sum + one.quantity, 0), 'shown = known - unseen')
            must(pulled.findings.some((finding) => finding.kind === 'oversold') === shown < 0, 'below zero is listed')
            must(
              movedElsewhere !== 0 || pulled.findings.every((finding) => finding.kind === 'oversold'),
              'own sales explain themselves',
            )
            movedElsewhere = 0
          }
        }
        expect(current.available).toBe(known)
      }),
      { numRuns: 1_000 },
    )
  })
})
