import { expect, test } from 'vitest'
import { parseSaleNumber } from '../domain/sale-number.ts'
import { cashCountTotal } from '../domain/shift-cash.ts'
import type { ShiftReport } from '../domain/shift-report.ts'
import { sampleShiftReport } from './sample-shift-report.ts'

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
const sequenceOf = (number: string | null): number => parseSaleNumber(number ?? '')?.sequence ?? Number.NaN
const RATE = 11 / 12

const report: ShiftReport = sampleShiftReport()
const { gross, lineDiscounts, basketDiscounts, rounding, total, sold, returned, voided } = report

test('the tax block of the sample report ties to its goods: what is taxed by its base, and what is not', () => {
  const { taxBase, tax, untaxed = 0 } = report
  const goods = gross - lineDiscounts - basketDiscounts
  expect(untaxed).toBeGreaterThan(0)
  // Base and tax are rounded in each document.
  const rounded = sold.count + returned.count
  expect(Math.abs(taxBase / RATE + tax + untaxed - goods)).toBeLessThan(rounded)
  expect(Math.abs(taxBase * 0.12 - tax)).toBeLessThan(rounded)
})

test('its sums hold, by what was sold, by payment, by cashier and in the drawer', () => {
  expect(gross - lineDiscounts - basketDiscounts + rounding).toBe(total)
  expect(sold.amount + returned.amount + rounding).toBe(total)
  expect(sumOf(report.byTender.map(({ received, refunded }) => received + refunded))).toBe(total)
  expect(sumOf(report.byCashier.map((each) => each.total))).toBe(total)
  expect(sumOf(report.byTender.map(({ count }) => count))).toBe(sold.count + returned.count)
  const { closing } = report.shift
  expect(closing?.expectedCash).toBe(report.expectedCash)
  expect(closing?.countedCash).toBe(cashCountTotal(closing?.count ?? []))
  expect((closing?.countedCash ?? 0) - report.expectedCash).toBe(closing?.difference)
})

test('its numbers run over every sale, the voided one included', () => {
  expect(sequenceOf(report.lastNumber) - sequenceOf(report.firstNumber) + 1).toBe(sold.count + voided.count)
  expect(voided.count).toBe(1)
})

test('the X report is of the same shift before it was closed', () => {
  const open = sampleShiftReport({ kind: 'x' })
  expect(open).toEqual({ ...report, kind: 'x', shift: { ...report.shift, closing: null } })
})
