import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeShiftReport, type ShiftReportSource, type ShiftSale } from './make-shift-report.ts'
import { LARGEST_RUPIAH, rupiah } from './money.ts'
import { lineGross, lineTotal } from './sale-sums.ts'
import type { Sale } from './sale.ts'
import { shiftReportSchema } from './shift-report.ts'
import type { CashMove, Shift } from './shift.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'
import { randomSale } from './testing/random-basket.ts'
import { randomSaleWithReturns } from './testing/random-returns.ts'

const SHIFT: Shift = {
  id: '5f0c0d7e-7a50-4a51-9a53-0f1f4f3e0009',
  register: 'K1',
  openedAtMs: 1,
  openedBy: 'Ani',
  utcOffsetMinutes: 420,
  isOpenedBySale: false,
  openingCount: [],
  openingCash: rupiah(200_000),
  closing: null,
}
const SHOP = { name: 'Toko', address: [], phone: '', npwp: '' }

const randomMove = (): fc.Arbitrary<CashMove> =>
  fc.record({
    id: fc.uuid(),
    shiftId: fc.constant(SHIFT.id),
    type: fc.constantFrom('in' as const, 'out' as const),
    amount: fc.integer({ min: 1, max: 5_000_000 }).map(rupiah),
    reason: fc.constant('Setor'),
    atMs: fc.nat(),
    by: fc.constant('Ani'),
    approval: fc.constant(null),
  })

type Fate = { readonly isVoided: boolean; readonly isConfirmed: boolean }

const asShiftSale = (sale: Sale, { isVoided, isConfirmed }: Fate): ShiftSale => ({
  sale,
  voiding: isVoided ? { saleId: sale.id } : null,
  confirmations: isConfirmed ? sale.tenders.map((_, tenderIndex) => ({ tenderIndex })) : [],
})

const plainSum = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
const magnitudeOf = (sale: Sale): number =>
  plainSum(sale.lines.map((line) => Math.abs(lineGross(line)) + Math.abs(line.tax))) +
  plainSum(sale.tenders.map((tender) => Math.abs(tender.amount)))

/** Sales, returns and exchanges of one shift, some voided. */
const randomSource = (): fc.Arbitrary<ShiftReportSource> =>
  fc
    .record({
      sales: fc.array(randomSale(4), { maxLength: 3 }),
      histories: fc.array(randomSaleWithReturns(), { maxLength: 2 }),
      fates: fc.array(fc.record({ isVoided: fc.boolean(), isConfirmed: fc.boolean() }), { minLength: 5, maxLength: 5 }),
      cashMoves: fc.array(randomMove(), { maxLength: 4 }),
    })
    .map(({ sales, histories, fates, cashMoves }) => {
      const all = [...sales, ...histories.flatMap((history) => [history.sale, ...history.returns])]
      const fated = all.map((sale, index) =>
        asShiftSale(sale, fates[index % fates.length] ?? { isVoided: false, isConfirmed: false }),
      )
      return { shift: SHIFT, sales: fated, cashMoves, shop: SHOP, madeAtMs: 5 }
    })
    // A single sale may come near the largest amount there is; several of them are no shift of this earth.
    .filter(({ sales }) => plainSum(sales.map(({ sale }) => magnitudeOf(sale))) < LARGEST_RUPIAH / 2)

describe('a report of any sales, returns and exchanges', () => {
  test(
    'sums to what the sales say, by its own parts, by tender, by cashier and in the drawer; what was voided stands in no sum',
    () => {
      fc.assert(
        fc.property(randomSource(), (source) => {
          const report = makeShiftReport('x', source)
          const kept = source.sales.filter((each) => each.voiding === null).map((each) => each.sale)
          expect(report.total).toBe(plainSum(kept.map((sale) => sale.total)))
          expect(report.gross - report.lineDiscounts - report.basketDiscounts + report.taxOnTop + report.rounding).toBe(
            report.total,
          )
          expect(plainSum(report.byTender.map((each) => each.received + each.refunded))).toBe(report.total)
          expect(plainSum(report.byCashier.map((each) => each.total))).toBe(report.total)
          expect(plainSum(report.byCashier.map((each) => each.count))).toBe(kept.length)
          expect(report.sold.amount + report.returned.amount + report.rounding).toBe(report.total)
          expect(report.tax).toBe(plainSum(kept.map((sale) => sale.tax?.amount ?? 0)))
          expect(report.taxBase).toBe(plainSum(kept.map((sale) => sale.tax?.base ?? 0)))
          // The tax belongs to the rates that the report names, and what is outside it makes up the rest.
          const untaxed = kept.map((sale) => sale.lines.filter((line) => !line.isTaxed).map(lineTotal))
          expect(report.untaxed).toBe(plainSum(untaxed.flat()))
          const taxedAt = kept.flatMap(({ tax, lines }) =>
            lines.some((line) => line.isTaxed) && tax ? [tax.rate] : [],
          )
          expect(new Set(report.taxRates?.map((rate) => rate.from))).toEqual(new Set(taxedAt.map((rate) => rate.from)))
          expect(report.voided.count).toBe(source.sales.length - kept.length)
          expect(report.byTender.every((each) => each.received >= 0 && each.refunded <= 0)).toBe(true)
          // The drawer: what was there, came in and went out, with change and refunds taken off.
          const handed = kept.flatMap((sale) => sale.tenders).filter((tender) => tender.method === 'cash')
          expect(report.expectedCash).toBe(
            SHIFT.openingCash +
              plainSum(handed.map((tender) => tender.amount)) -
              plainSum(kept.map((sale) => sale.change)) +
              plainSum(source.cashMoves.map((move) => move.amount * (move.type === 'in' ? 1 : -1))),
          )
        }),
        { numRuns: propertyRuns(500) },
      )
    },
    propertyTimeoutMs(),
  )

  test(
    'says the same however often it is made, in whatever order the sales come, as X and as Z',
    () => {
      fc.assert(
        fc.property(randomSource(), (source) => {
          const first = makeShiftReport('x', source)
          expect(shiftReportSchema.safeParse(first).success).toBe(true)
          const turned = { ...source, sales: source.sales.toReversed(), cashMoves: source.cashMoves.toReversed() }
          expect(makeShiftReport('x', turned)).toEqual(first)
          expect(makeShiftReport('z', source)).toEqual({ ...first, kind: 'z' })
        }),
        { numRuns: 200 },
      )
    },
    propertyTimeoutMs(),
  )

  test(
    'an exchange counts once, with its parts in what was sold and what came back',
    () => {
      fc.assert(
        fc.property(randomSaleWithReturns({ withExchange: true, isClosed: false }), ({ returns }) => {
          const exchanges = returns.filter((sale) => sale.lines.some((line) => line.returned === null))
          fc.pre(plainSum(exchanges.map(magnitudeOf)) < LARGEST_RUPIAH / 2)
          const sales = exchanges.map((sale) => asShiftSale(sale, { isVoided: false, isConfirmed: true }))
          const report = makeShiftReport('x', { shift: SHIFT, sales, cashMoves: [], shop: SHOP, madeAtMs: 5 })
          expect([report.sold.count, report.returned.count]).toEqual([exchanges.length, exchanges.length])
          expect(plainSum(report.byCashier.map((each) => each.count))).toBe(exchanges.length)
          expect(report.sold.amount).toBeGreaterThanOrEqual(0)
          expect(report.returned.amount).toBeLessThanOrEqual(0)
          expect(report.unconfirmed.count).toBe(0)
        }),
        { numRuns: 300 },
      )
    },
    propertyTimeoutMs(),
  )

  test('a shift without sales is all zeros and expects its opening cash', () => {
    const report = makeShiftReport('z', { shift: SHIFT, sales: [], cashMoves: [], shop: SHOP, madeAtMs: 5 })
    expect(report).toMatchObject({
      total: 0,
      byTender: [],
      byCashier: [],
      firstNumber: null,
      lastNumber: null,
      expectedCash: 200_000,
    })
  })
})

describe('payments nobody has seen arrive', () => {
  const [sale] = fc.sample(randomSale(1), { numRuns: 1, seed: 7 })
  if (sale === undefined) throw new Error('no sale was drawn')
  const qris = { method: 'qris', applied: rupiah(12_000), amount: rupiah(12_000), reference: null } as const
  const shiftSale = (confirmations: ShiftSale['confirmations'], voiding: ShiftSale['voiding'] = null): ShiftSale => ({
    sale: {
      ...sale,
      tenders: [
        { ...qris, isConfirmed: true },
        { ...qris, isConfirmed: false },
      ],
    },
    voiding,
    confirmations,
  })
  const unconfirmedOf = (each: ShiftSale) =>
    makeShiftReport('x', { shift: SHIFT, sales: [each], cashMoves: [], shop: SHOP, madeAtMs: 5 }).unconfirmed

  test('are listed until somebody confirms that very payment', () => {
    expect(unconfirmedOf(shiftSale([]))).toEqual({ count: 1, amount: 12_000 })
    expect(unconfirmedOf(shiftSale([{ tenderIndex: 0 }]))).toEqual({ count: 1, amount: 12_000 })
    expect(unconfirmedOf(shiftSale([{ tenderIndex: 1 }]))).toEqual({ count: 0, amount: 0 })
  })
  test('of a voided sale are not listed', () => {
    expect(unconfirmedOf(shiftSale([], { saleId: sale.id }))).toEqual({ count: 0, amount: 0 })
  })
})

test('the range of numbers counts voided sales in, by day and sequence, and leaves out the series of returns', () => {
  const [drawn] = fc.sample(randomSale(1), { numRuns: 1, seed: 3 })
  if (drawn === undefined) throw new Error('no sale was drawn')
  const sale = drawn
  const numbered = (number: string, isVoided = false): ShiftSale =>
    asShiftSale({ ...sale, number }, { isVoided, isConfirmed: true })
  const sales = [
    numbered('K1-261122-10000'),
    numbered('K1-261122-9999'),
    numbered('K1-R261122-0001'),
    numbered('K1-261121-0042', true),
  ]
  const report = makeShiftReport('x', { shift: SHIFT, sales, cashMoves: [], shop: SHOP, madeAtMs: 5 })
  expect([report.firstNumber, report.lastNumber]).toEqual(['K1-261121-0042', 'K1-261122-10000'])
})
