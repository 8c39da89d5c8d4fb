import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { invoiceOf, receiptOf, SEED_ITEMS } from '../testing/practice-shop.ts'
import { decideSaveInvoice } from './accurate-save-invoice.ts'
import { decideSaveReceipt } from './accurate-save-receipt.ts'
import type { AccurateEvent } from './accurate-events.ts'
import { type AccurateState, applyAccurateEvent, owingOn, seedAccurateState } from './accurate-state.ts'

const SEED = { atMs: Date.UTC(2026, 10, 21), items: SEED_ITEMS }
const numberOf = (index: number) => `K1-${String(index)}`

const commands = fc.array(
  fc.record({
    kind: fc.constantFrom('invoice', 'receipt'),
    number: fc.nat({ max: 4 }),
    invoice: fc.nat({ max: 4 }),
    amount: fc.integer({ min: 1, max: 20_000 }),
    sku: fc.constantFrom(...SEED_ITEMS.map((item) => item.sku)),
    quantity: fc.integer({ min: 1, max: 5 }),
  }),
  { maxLength: 30 },
)

const run = (given: readonly (typeof commands extends fc.Arbitrary<(infer Command)[]> ? Command : never)[]) => {
  const state = seedAccurateState(SEED)
  const events: AccurateEvent[] = []
  for (const command of given) {
    const { kind, number, invoice, amount, sku, quantity } = command
    const decided =
      kind === 'invoice'
        ? decideSaveInvoice(
            state,
            invoiceOf(numberOf(number), [{ itemNo: sku, quantity, unitPrice: amount }]),
            SEED.atMs,
          )
        : decideSaveReceipt(state, receiptOf(`R-${String(number)}`, numberOf(invoice), amount), SEED.atMs)
    if (!decided.ok) continue
    applyAccurateEvent(state, decided.value)
    events.push(decided.value)
  }
  return { state, events }
}

const idsIn = (state: AccurateState): readonly number[] => [
  ...[...state.customers.values()].map((held) => held.customer.id),
  ...[...state.invoices.values()].flatMap(({ invoice }) => [invoice.id, ...invoice.lines.map((line) => line.id)]),
  ...[...state.receipts.values()].flatMap(({ receipt }) => [receipt.id, ...receipt.invoices.map((paid) => paid.id)]),
]

test('never lets receipts pay more than an invoice, takes each sold unit from stock once, and gives no id twice', () => {
  fc.assert(
    fc.property(commands, (given) => {
      const { state } = run(given)
      for (const held of state.invoices.values()) {
        const paid = [...state.receipts.values()]
          .flatMap(({ receipt }) => receipt.invoices)
          .filter((row) => row.invoiceNo === held.invoice.number)
          .reduce((sum, row) => sum + row.paymentAmount, 0)
        expect(owingOn(held)).toBe(held.invoice.totalAmount - paid)
        expect(owingOn(held)).toBeGreaterThanOrEqual(0)
      }
      for (const item of SEED_ITEMS) {
        const sold = [...state.invoices.values()]
          .flatMap(({ invoice }) => invoice.lines)
          .filter((line) => line.itemNo === item.sku)
          .reduce((sum, line) => sum + line.quantity, 0)
        expect(state.itemsByNo.get(item.sku)?.balances[0]?.balance).toBe(item.stock - sold)
      }
      const ids = idsIn(state)
      expect(new Set(ids).size).toBe(ids.length)
    }),
    { numRuns: 500 },
  )
})

test('comes out the same when its events are applied again', () => {
  fc.assert(
    fc.property(commands, (given) => {
      const { state, events } = run(given)
      const replayed = seedAccurateState(SEED)
      for (const event of events) applyAccurateEvent(replayed, event)
      expect(replayed).toEqual(state)
    }),
    { numRuns: 200 },
  )
})
