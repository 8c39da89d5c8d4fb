import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderOf, SEED_ITEMS } from '../testing/practice-shop.ts'
import { decideCreateOrder } from './forstok-create-order.ts'
import type { ForstokEvent, ForstokStatus } from './forstok-events.ts'
import { decideMoveOrder } from './forstok-move-order.ts'
import { applyForstokEvent, type ForstokState, seedForstokState } from './forstok-state.ts'

const SEED = { atMs: 0, items: SEED_ITEMS }
const FIRST_ID = seedForstokState(SEED).nextOrderId

const commands = fc.array(
  fc.oneof(
    fc.record({
      skus: fc.array(fc.constantFrom(...SEED_ITEMS.map((item) => item.sku), 'NO-SUCH'), { maxLength: 4 }),
    }),
    fc.record({
      order: fc.nat({ max: 6 }),
      status: fc.constantFrom<ForstokStatus>('Open', 'Not Shipped', 'Ready to ship', 'Delivered', 'Cancelled'),
    }),
  ),
  { maxLength: 30 },
)
type Command = { readonly skus: string[] } | { readonly order: number; readonly status: ForstokStatus }

const run = (given: readonly Command[]): { state: ForstokState; events: readonly ForstokEvent[] } => {
  const state = seedForstokState(SEED)
  const events = given.flatMap((command, index): ForstokEvent[] => {
    const decided =
      'skus' in command
        ? decideCreateOrder(state, orderOf(`K1-${String(index % 3)}`, command.skus), index)
        : decideMoveOrder(state, String(FIRST_ID + command.order), command.status, index)
    if (!decided.ok) return []
    applyForstokEvent(state, decided.value)
    return [decided.value]
  })
  return { state, events }
}

test('keeps every unit of every order in exactly one of the two figures, whatever happens in whatever order', () => {
  fc.assert(
    fc.property(commands, (given) => {
      const { state } = run(given)
      for (const item of SEED_ITEMS) {
        const units = (statuses: readonly ForstokStatus[]) =>
          [...state.orders.values()]
            .filter((held) => statuses.includes(held.status))
            .flatMap((held) => held.order.lines)
            .filter((line) => line.sku === item.sku).length
        const [quantity] = state.variantsBySku.get(item.sku)?.quantities ?? []
        expect(quantity?.reserved).toBe(units(['Open', 'Not Shipped']))
        expect(quantity?.onHand).toBe(item.stock - units(['Ready to ship', 'Delivered']))
      }
    }),
    { numRuns: 500 },
  )
})

test('comes out the same when its events are applied again', () => {
  fc.assert(
    fc.property(commands, (given) => {
      const { state, events } = run(given)
      const replayed = seedForstokState(SEED)
      for (const event of events) applyForstokEvent(replayed, event)
      expect(replayed).toEqual(state)
    }),
    { numRuns: 200 },
  )
})
