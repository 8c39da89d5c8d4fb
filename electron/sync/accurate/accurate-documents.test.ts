import { describe, expect, test } from 'vitest'
import { rupiah } from '../../../shared/domain/money.ts'
import { saleLineSchema, type Sale } from '../../../shared/domain/sale.ts'
import type { Attempt, StepOutcome } from '../../../shared/domain/step.ts'
import { stepsFor } from '../../../shared/domain/steps-for.ts'
import {
  stockDocumentLineSchema,
  type StockDocument,
  type StockDocumentLine,
} from '../../../shared/domain/stock-document.ts'
import { openPracticeShop, type PracticeShop } from '../../practice/testing/practice-shop.ts'
import { createAbsenceTrust } from '../absence-trust.ts'
import { createHttpClient } from '../http/http-client.ts'
import type { Gateway } from '../step-report.ts'
import { claimedStep, claimedStockStep } from '../testing/claimed-step.ts'
import { sampleReturn } from '../testing/sample-return.ts'
import { sampleSale } from '../testing/sample-sale.ts'
import { createAccurateClient } from './accurate-client.ts'
import { createAccurateDestination } from './accurate-destination.ts'

const always = (): boolean => true

const openCompany = async (): Promise<{ shop: PracticeShop; gateway: Gateway }> => {
  const shop = await openPracticeShop()
  const { apiToken, signatureSecret } = shop.services.credentials.accurate
  const now = (): number => shop.clock.ms
  const gateway = createAccurateDestination({
    client: createAccurateClient({
      access: { accountUrl: shop.services.accurateUrl, apiToken, signatureSecret },
      http: createHttpClient({ requestTimeoutMs: 2_000, connectTimeoutMs: 1_000, secrets: () => [] }),
      limiter: {
        takeTurn: async () => {
          // As in the other tests of this company: only those of the limit meet it.
          shop.clock.ms += 200
          await Promise.resolve()
        },
      },
      gate: { enter: () => Promise.resolve(), leave: () => undefined },
      now,
    }),
    trust: createAbsenceTrust(0, { now, monotonicNow: () => 0 }),
    now,
  })
  return { shop, gateway }
}

/** Carries out all that a sale owes Accurate, in order. */
const sendAll = async (gateway: Gateway, sale: Sale): Promise<readonly StepOutcome[]> => {
  const outcomes: StepOutcome[] = []
  for (const { destination, kind, tenderIndex } of stepsFor(sale, 'both-not-linked')) {
    if (destination !== 'accurate') continue
    const claimed = claimedStep(sale, kind, tenderIndex === null ? {} : { tenderIndex })
    outcomes.push((await gateway.carryOut(claimed, always)).outcome)
  }
  return outcomes
}

const TEA_AND_BREAD = [
  { sku: 'TEH-01', quantity: 4, price: 5_000 },
  { sku: 'ROTI-01', quantity: 1, price: 15_000 },
]
const stockOf = (shop: PracticeShop, sku: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    shop.services
      .readHoldings()
      .books.stock.filter((row) => row.sku === sku)
      .map((row) => [row.warehouseName, row.quantity]),
  )
const bread = saleLineSchema.parse({
  sku: 'ROTI-01',
  name: 'Roti',
  barcode: null,
  quantity: 1,
  regularPrice: 15_000,
  unitPrice: 15_000,
  amount: 15_000,
})

describe('what comes back, in Accurate', () => {
  test('a return goes against its invoice, into both warehouses, and its money goes out again', async () => {
    const { shop, gateway } = await openCompany()
    const sale = sampleSale({ sequence: 1, lines: TEA_AND_BREAD })
    await sendAll(gateway, sale)
    const returned = sampleReturn(sale, 2, { quantity: 3, restocked: 2 })
    const outcomes = await sendAll(gateway, returned)
    expect(outcomes).toMatchObject([
      { type: 'sent', remote: { number: 'K1-R261121-0002', total: 15_000 } },
      { type: 'sent', remote: { number: 'K1-R261121-0002-1', total: -15_000 } },
    ])
    const { books } = shop.services.readHoldings()
    expect(books.returns).toMatchObject([
      { number: 'K1-R261121-0002', invoiceNumber: sale.number, total: 15_000, outstanding: 0 },
    ])
    expect(books.sums).toEqual({ invoiced: 35_000, returned: 15_000, received: 35_000, refunded: 15_000, rounding: 0 })
    expect(stockOf(shop, 'TEH-01')).toEqual({ 'Gudang-Utama': 8, 'Gudang-Rusak': 1 })
  })

  test('an exchange sets the return off against its own invoice and takes only the rest', async () => {
    const { shop, gateway } = await openCompany()
    const sale = sampleSale({ sequence: 1, lines: TEA_AND_BREAD })
    await sendAll(gateway, sale)
    const exchange = sampleReturn(sale, 2, { quantity: 2, exchangedFor: [bread], rounding: -100 })
    const outcomes = await sendAll(gateway, exchange)
    expect(outcomes.map((outcome) => outcome.type)).toEqual(['sent', 'sent', 'sent', 'sent'])
    const { invoices, books } = shop.services.readHoldings()
    expect(invoices[0]).toMatchObject({ number: exchange.number, total: 15_000, discounted: 100, outstanding: 0 })
    expect(books.returns[0]).toMatchObject({ total: 10_000, outstanding: 0, refunds: [] })
    expect(books.sums).toMatchObject({ received: 35_000 + 4_900, refunded: 0, rounding: -100 })
  })

  test('every document of an exchange whose answer was lost is found by its number, and none is made twice', async () => {
    const { shop, gateway } = await openCompany()
    const sale = sampleSale({ sequence: 1, lines: TEA_AND_BREAD })
    await sendAll(gateway, sale)
    const back = sampleReturn(sale, 2, { quantity: 4, exchangedFor: [bread] })
    for (const step of stepsFor(back, 'both-not-linked').filter((owed) => owed.destination === 'accurate')) {
      const tender = step.tenderIndex === null ? {} : { tenderIndex: step.tenderIndex }
      shop.setFaults('accurate', { loseNextAnswers: 1 })
      expect((await gateway.carryOut(claimedStep(back, step.kind, tender), always)).outcome.type).toBe('unknown')
      shop.setFaults('accurate', {})
      const look = claimedStep(back, step.kind, { ...tender, mode: 'resolve', lastSendAtMs: 1 })
      expect((await gateway.carryOut(look, always)).outcome.type).toBe('sent')
      // Sent again against all rules, it is refused as doubled and recognised as ours.
      expect((await gateway.carryOut(claimedStep(back, step.kind, tender), always)).outcome.type).toBe('sent')
    }
    const { books } = shop.services.readHoldings()
    expect(books.sums).toEqual({ invoiced: 50_000, returned: 20_000, received: 35_000, refunded: 5_000, rounding: 0 })
  })

  test('a refund that Accurate refuses says how to enter it by hand', async () => {
    const { gateway } = await openCompany()
    const sale = sampleSale({ sequence: 1, lines: TEA_AND_BREAD })
    const returned = sampleReturn(sale, 2, { quantity: 1 })
    const { outcome } = await gateway.carryOut(claimedStep(returned, 'accurate.refund', { tenderIndex: 0 }), always)
    expect(outcome).toMatchObject({ type: 'attention' })
    expect(JSON.stringify(outcome)).toContain('Enter this refund in Accurate by hand')
  })
})

describe('a number that is taken', () => {
  test('by the sale of another register is never taken for sent, neither when sending nor when looking', async () => {
    const { shop, gateway } = await openCompany()
    const theirs = sampleSale({ sequence: 1, lines: TEA_AND_BREAD })
    await sendAll(gateway, theirs)
    const ours = { ...theirs, id: 'b5e1c7a0-0f7e-4d0c-9a53-0000000000ff' }
    const sent = await gateway.carryOut(claimedStep(ours, 'accurate.invoice'), always)
    expect(sent.outcome).toMatchObject({ type: 'attention', attention: { code: 'number-taken' } })
    const look = claimedStep(ours, 'accurate.invoice', { mode: 'resolve', lastSendAtMs: 1 })
    expect((await gateway.carryOut(look, always)).outcome).toMatchObject({ attention: { code: 'number-taken' } })
    expect(shop.services.readHoldings().invoices).toHaveLength(1)
  })

  test('is found by the code of the register, newest first', async () => {
    const { gateway } = await openCompany()
    expect(await gateway.findNumbersOf('K1')).toEqual({ type: 'found', numbers: [] })
    for (const sequence of [2, 10, 1]) await sendAll(gateway, sampleSale({ sequence, lines: TEA_AND_BREAD }))
    const numbers = ['K1-261121-0010', 'K1-261121-0002', 'K1-261121-0001']
    expect(await gateway.findNumbersOf('K1')).toEqual({ type: 'found', numbers })
    expect(await gateway.findNumbersOf('1')).toEqual({ type: 'found', numbers: [] })
  })

  test('is not known of when Accurate cannot be asked', async () => {
    const { shop, gateway } = await openCompany()
    shop.setFaults('accurate', { isCut: true })
    expect(await gateway.findNumbersOf('K1')).toEqual({ type: 'unknown' })
  })
})

describe('a stock document, in Accurate', () => {
  const lineOf = (sku: string, quantity: number, known: object = {}): StockDocumentLine =>
    stockDocumentLineSchema.parse({
      sku,
      name: sku,
      quantity,
      counted: null,
      expected: null,
      pulledOnHand: null,
      ...known,
    })
  const document = (change: Partial<StockDocument> = {}): StockDocument => ({
    voiding: null,
    id: 'c0d1c7a0-0f7e-4d0c-9a53-000000000001',
    number: 'K1-S261121-0001',
    kind: 'in',
    register: 'K1',
    by: 'Ayu',
    approval: null,
    atMs: Date.UTC(2026, 10, 21, 3),
    utcOffsetMinutes: 420,
    warehouseId: '50',
    toWarehouseId: null,
    pulledAtMs: null,
    reason: 'Restock',
    note: '',
    lines: [
      lineOf('TEH-01', 5),
      lineOf('ROTI-01', -1),
      lineOf('GULA-01', 0),
      lineOf('GULA-01', 7, { isDropped: true }),
    ],
    route: 'accurate-only',
    ...change,
  })
  const send = async (gateway: Gateway, what: StockDocument, attempts: readonly Attempt[] = []) =>
    (await gateway.carryOut(claimedStockStep(what, 'accurate.adjustment', { attempts }), always)).outcome

  test('moves stock up and down in its own warehouse, once', async () => {
    const { shop, gateway } = await openCompany()
    const here = document({ warehouseId: '51' })
    expect(await send(gateway, here)).toMatchObject({ type: 'sent', remote: { number: 'K1-S261121-0001' } })
    expect(await send(gateway, here)).toMatchObject({ type: 'sent' })
    expect(stockOf(shop, 'TEH-01')).toEqual({ 'Gudang-Utama': 10, 'Gudang-Belakang': 5 })
    expect(stockOf(shop, 'ROTI-01')).toEqual({ 'Gudang-Utama': 3, 'Gudang-Belakang': -1 })
    expect(shop.services.readHoldings().books.adjustments[0]?.lines).toHaveLength(2)
  })

  test("goes to the shop's warehouse where the document's is not Accurate's", async () => {
    const { shop, gateway } = await openCompany()
    expect(await send(gateway, document({ warehouseId: '51', route: 'both-not-linked' }))).toMatchObject({
      type: 'sent',
    })
    expect(stockOf(shop, 'TEH-01')).toEqual({ 'Gudang-Utama': 15 })
  })

  test('goes out of one warehouse and in at the other when it is a transfer', async () => {
    const { shop, gateway } = await openCompany()
    const line = lineOf('TEH-01', -4)
    const transfer = document({ kind: 'transfer', toWarehouseId: '51', lines: [line] })
    expect(await send(gateway, transfer)).toMatchObject({ type: 'sent' })
    expect(stockOf(shop, 'TEH-01')).toEqual({ 'Gudang-Utama': 6, 'Gudang-Belakang': 4 })
    const nowhere = document({ kind: 'transfer', toWarehouseId: '99', lines: [line] })
    expect(await send(gateway, nowhere)).toMatchObject({ attention: { code: 'unknown-warehouse' } })
  })

  test('that changes nothing is done without a call', async () => {
    const { shop, gateway } = await openCompany()
    // Both warehouses are Forstok's: they are one in Accurate.
    const within = { kind: 'transfer', toWarehouseId: '702', route: 'both-not-linked' } as const
    const transfer = document({ ...within, lines: [lineOf('TEH-01', -4)] })
    expect(await send(gateway, transfer)).toMatchObject({ type: 'sent', remote: { number: null } })
    expect(shop.services.readHoldings().books.adjustments).toEqual([])
  })

  test('of a count is sent while the stock stands as it was known, and else is to be counted again', async () => {
    const { shop, gateway } = await openCompany()
    const line = lineOf('TEH-01', -2, { counted: 8, expected: 10, pulledOnHand: 10 })
    const count = document({ kind: 'count', lines: [line] })
    await sendAll(gateway, sampleSale({ sequence: 1, lines: [{ sku: 'TEH-01', quantity: 1, price: 5_000 }] }))
    const refused = await send(gateway, count)
    expect(refused).toMatchObject({ attention: { code: 'count-again' } })
    expect(JSON.stringify(refused)).toContain('TEH-01')
    expect(shop.services.readHoldings().books.adjustments).toEqual([])
    // The till knew of that sale when it counted: pulled 10, one sold since, 9 expected.
    const informed = document({ kind: 'count', lines: [{ ...line, expected: 9, counted: 7 }] })
    expect(await send(gateway, informed)).toMatchObject({ type: 'sent' })
    expect(stockOf(shop, 'TEH-01')).toEqual({ 'Gudang-Utama': 7 })
    // One more is sold between counting and approving, and arrives before the count.
    const later = document({
      kind: 'count',
      id: 'c0d1c7a0-0f7e-4d0c-9a53-000000000002',
      number: 'K1-S261121-0002',
      lines: [
        { ...line, pulledOnHand: 7, expected: 7, counted: 6, quantity: -1, serviceExpected: 6, serviceQuantity: -1 },
      ],
    })
    await sendAll(gateway, sampleSale({ sequence: 2, lines: [{ sku: 'TEH-01', quantity: 1, price: 5_000 }] }))
    expect(await send(gateway, later)).toMatchObject({ type: 'sent' })
    expect(stockOf(shop, 'TEH-01')).toEqual({ 'Gudang-Utama': 5 })
    // It stands already: an answer that was lost must not make it look like a move by somebody else.
    expect(await send(gateway, informed)).toMatchObject({ type: 'sent' })
  })
})

test('a sale that was rounded stands in Accurate with its rounding, and is paid to the rupiah', async () => {
  const { shop, gateway } = await openCompany()
  const plain = sampleSale({ sequence: 1, lines: TEA_AND_BREAD })
  const [tender] = plain.tenders
  if (tender === undefined) throw new Error('A paid sale has a tender')
  for (const [sequence, rounding] of [
    [1, 50],
    [2, -50],
  ] as const) {
    const total = rupiah(35_000 + rounding)
    const tenders = [{ ...tender, amount: total, applied: total }]
    const sale = { ...sampleSale({ sequence, lines: TEA_AND_BREAD }), rounding: rupiah(rounding), total, tenders }
    expect((await sendAll(gateway, sale)).map((outcome) => outcome.type)).toEqual(['sent', 'sent'])
  }
  const { invoices, books } = shop.services.readHoldings()
  expect(invoices).toMatchObject([
    { total: 35_000, discounted: 50, outstanding: 0 },
    { total: 35_050, discounted: 0, outstanding: 0 },
  ])
  expect(books.sums).toMatchObject({ invoiced: 70_000, received: 70_000, rounding: 0 })
})
