import type { Basket } from '../../shared/domain/basket.ts'
import { formatLocalDay } from '../../shared/domain/local-time.ts'
import type { TillDatabase } from '../storage/database.ts'
import { type PayContext, readPayContext } from '../storage/pay-context.ts'

/** What Pay must know, read while the cashier still counts the money. */
export type ExpectedPayment = {
  /** Begins to read for this basket. What was read for another one is dropped. */
  readonly expect: (basket: Basket) => void
  /** What was read for this basket, once; null when it was not, or may no longer hold: then it must be read anew. */
  readonly take: (basket: Basket, paidAtMs: number) => Promise<PayContext | null>
  /** The register was set up anew: what was read before no longer holds. */
  readonly forget: () => void
}

/**
 * The buyer waits for what is read after the press on Pay. A shift that was closed and a basket that was paid meanwhile are
 * found in the sale's own transaction, and then everything is read anew. Goods that come back are left to Pay itself.
 */
export const createExpectedPayment = (deps: {
  readonly database: TillDatabase
  readonly now: () => number
  readonly settingsAreKnown: () => Promise<void>
}): ExpectedPayment => {
  let expected: {
    readonly basketId: string
    readonly atMs: number
    readonly reading: Promise<PayContext | null>
  } | null = null
  const read = async (basket: Basket, atMs: number): Promise<PayContext> => {
    await deps.settingsAreKnown()
    return readPayContext(deps.database, basket, atMs)
  }
  return {
    expect: (basket) => {
      const atMs = deps.now()
      // A fault is met again, and told, when Pay reads for itself.
      const reading = basket.returns === null ? read(basket, atMs).catch(() => null) : Promise.resolve(null)
      expected = { basketId: basket.id, atMs, reading }
    },
    take: async (basket, paidAtMs) => {
      const taken = expected
      expected = null
      if (taken === null || taken.basketId !== basket.id || basket.returns !== null) return null
      const context = await taken.reading
      if (context === null || context.stored !== undefined) return null
      const dayOf = (atMs: number): string => formatLocalDay(atMs, context.settings.utcOffsetMinutes)
      // Numbers begin anew each day.
      return dayOf(taken.atMs) === dayOf(paidAtMs) ? context : null
    },
    forget: () => {
      expected = null
    },
  }
}
