import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addQuantities } from './quantity.ts'
import type { Movement } from './stock-level.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'
import { StockModel, type StockEvent } from './testing/stock-model.ts'

const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}

const randomEvents = (soldBy: 'piece' | 'weight'): fc.Arbitrary<readonly StockEvent[]> => {
  const quantity =
    soldBy === 'piece' ? fc.integer({ min: 1, max: 9 }) : fc.integer({ min: 1, max: 4_000 }).map((n) => n / 1_000)
  const index = fc.nat(9)
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ type: fc.constant('sell' as const), quantity, isDelivery: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('take-back' as const), quantity }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('void' as const), index }) },
      { weight: 2, arbitrary: fc.constant({ type: 'count' as const }) },
      { weight: 2, arbitrary: fc.constant({ type: 'approve' as const }) },
      {
        weight: 2,
        arbitrary: fc.record({
          type: fc.constant('move' as const),
          kind: fc.constantFrom('in' as const, 'out' as const),
          quantity,
        }),
      },
      { weight: 8, arbitrary: fc.record({ type: fc.constant('send' as const), index, isAnswerLost: fc.boolean() }) },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('sold-elsewhere' as const),
          quantity: fc.integer({ min: 1, max: 9 }),
        }),
      },
      { weight: 2, arbitrary: fc.constant({ type: 'begin-pull' as const }) },
      { weight: 4, arbitrary: fc.constant({ type: 'end-pull' as const }) },
      { weight: 1, arbitrary: fc.constant({ type: 'lose-database' as const }) },
    ),
    { maxLength: 40 },
  )
}

/** What a pull did to movements that were not acknowledged before it. */
const isKept = (before: readonly Movement[], after: readonly Movement[]): boolean =>
  before
    .filter((movement) => movement.acknowledgedAtMs === null)
    .every((movement) =>
      after.some(
        (each) => each.id === movement.id && each.state === movement.state && each.quantity === movement.quantity,
      ),
    )

describe.each([
  ['forstok-only', 'piece'],
  ['forstok-only', 'weight'],
  ['accurate-only', 'piece'],
  ['accurate-only', 'weight'],
] as const)('the ledger against a shelf (%s, by the %s)', (route, soldBy) => {
  test(
    'shows the truth whenever everything is sent and pulled, also below zero, and no pull erases what was not sent',
    () => {
      const law = fc.property(fc.integer({ min: -3, max: 30 }), randomEvents(soldBy), (start, events) => {
        const model = new StockModel(start, route, soldBy)
        model.happen({ type: 'end-pull' })
        for (const event of events) {
          const { movements } = model
          model.happen(event)
          if (event.type === 'end-pull') must(isKept(movements, model.movements), 'a pull erased a local movement')
        }
        model.settle()
        must(model.onHand() === model.shelf, `on hand ${String(model.onHand())}, shelf ${String(model.shelf)}`)
        const free = addQuantities(model.shelf, -model.promised)
        must(model.available() === free, `available ${String(model.available())}, free ${String(free)}`)
      })
      expect(() => fc.assert(law, { numRuns: propertyRuns(600) })).not.toThrow()
    },
    propertyTimeoutMs(),
  )
})

test('goods sold between counting and approving are not lost', () => {
  const model = new StockModel(10, 'forstok-only', 'piece')
  model.happen({ type: 'end-pull' })
  model.shelf = 8
  model.happen({ type: 'count' })
  model.happen({ type: 'sell', quantity: 3, isDelivery: false })
  model.happen({ type: 'approve' })
  expect(model.onHand()).toBe(5)
  model.settle()
  expect([model.onHand(), model.service.onHand]).toEqual([5, 5])
})
