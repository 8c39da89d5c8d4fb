import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accurateInvoiceSchema, accurateInvoiceTotal } from '../../../shared/api/accurate.ts'
import { LARGEST_RUPIAH, addRupiah } from '../../../shared/domain/money.ts'
import type { SaleHistory } from '../../../shared/domain/return-line.ts'
import { saleParts } from '../../../shared/domain/sale-sums.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { salesRouteSchema } from '../../../shared/domain/sales-route.ts'
import { propertyRuns, propertyTimeoutMs } from '../../../shared/domain/testing/property-runs.ts'
import { randomSaleWithReturns } from '../../../shared/domain/testing/random-returns.ts'
import { owedOnReturn, owingOn, type AccurateState } from '../../practice/accurate/accurate-state.ts'
import { invoiceDetailView } from '../../practice/accurate/accurate-views.ts'
import { discountsByInvoice, readBooks } from '../../practice/accurate/read-books.ts'
import { accurateTotals } from './accurate-totals.ts'
import { returnNumberOf } from './return-mapping.ts'
import { companyFor, onRoute, postSale } from './testing/post-sales.ts'

const checkInvoice = (state: AccurateState, sale: Sale, isSettled: boolean): void => {
  const held = state.invoices.get(sale.number)
  if (held === undefined) throw new Error(`No invoice ${sale.number}`)
  const { totalAmount } = held.invoice
  expect(totalAmount).toBe(accurateTotals(sale).invoice)
  expect(totalAmount - (discountsByInvoice(state).get(sale.number) ?? 0)).toBe(saleParts(sale).sold)
  if (isSettled) expect(owingOn(held)).toBe(0)
  const shown = { ...invoiceDetailView(state, held), totalAmount: null, primeOwing: null }
  expect(accurateInvoiceTotal(accurateInvoiceSchema.parse(shown))).toBe(totalAmount)
}

const checkReturn = (state: AccurateState, sale: Sale, isSettled: boolean): void => {
  const held = state.returns.get(returnNumberOf(sale))
  if (held === undefined) throw new Error(`No return ${returnNumberOf(sale)}`)
  expect(held.salesReturn.totalAmount).toBe(0 - saleParts(sale).returned)
  expect(accurateTotals(sale).return).toBe(held.salesReturn.totalAmount)
  if (isSettled) expect(owedOnReturn(held)).toBe(0)
}

const checkAll = ({ sale, returns }: SaleHistory, route: Sale['route']): void => {
  const sales = [sale, ...returns].map((each, index) => onRoute(each, route, index))
  const state = companyFor(sales)
  for (const each of sales) {
    const owed = postSale(state, each)
    const isExchange = saleParts(each).sold !== 0 && saleParts(each).returned !== 0
    // On the linked route the two parts of an exchange may go to different services, and cannot pay for each other.
    const isWhole = !isExchange || (owed.has('accurate.invoice') && owed.has('accurate.return'))
    if (owed.has('accurate.invoice')) checkInvoice(state, each, isWhole)
    if (owed.has('accurate.return')) checkReturn(state, each, isWhole)
  }
  if (route !== 'accurate-only' && route !== 'both-not-linked') return
  const { sums, returns: held } = readBooks(state)
  expect(sums.received - sums.refunded).toBe(addRupiah(...sales.map((each) => each.total)))
  expect(sums.invoiced - sums.returned).toBe(sums.received - sums.refunded)
  expect(sums.rounding).toBe(addRupiah(...sales.map((each) => each.rounding)))
  expect(held).toHaveLength(sales.filter((each) => each.returnOf !== null).length)
}

describe('what Accurate holds of any sale', () => {
  test(
    'comes to the rupiah of the receipt on every route, by its own arithmetic',
    () => {
      fc.assert(
        fc.property(
          randomSaleWithReturns({ withExchange: true, isClosed: false }),
          fc.constantFrom(...salesRouteSchema.options),
          (history, route) => {
            // The sums of the books are shown as amounts, and stay within an amount's range like each document.
            const sold = [history.sale, ...history.returns].reduce((sum, each) => sum + saleParts(each).sold, 0)
            fc.pre(sold <= LARGEST_RUPIAH)
            expect(() => checkAll(history, route)).not.toThrow()
          },
        ),
        { numRuns: propertyRuns(2_000) },
      )
    },
    3 * propertyTimeoutMs(),
  )

  test(
    'is nothing any more once everything has come back',
    () => {
      fc.assert(
        fc.property(randomSaleWithReturns({ withExchange: false, isClosed: true }), (history) => {
          const sales = [history.sale, ...history.returns].map((each, index) => onRoute(each, 'accurate-only', index))
          const state = companyFor(sales)
          for (const each of sales) postSale(state, each)
          const { sums, stock } = readBooks(state)
          expect(sums.invoiced - sums.returned).toBe(0)
          expect(sums.received - sums.refunded).toBe(0)
          expect(sums.rounding).toBe(0)
          const left = new Map<string, number>()
          for (const { sku, quantity } of stock) left.set(sku, (left.get(sku) ?? 0) + Math.round(quantity * 1_000))
          expect([...left.values()].filter((quantity) => quantity !== 0)).toEqual([])
        }),
        { numRuns: propertyRuns(500) },
      )
    },
    3 * propertyTimeoutMs(),
  )
})
