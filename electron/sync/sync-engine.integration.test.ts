import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saleLineSchema, type Sale } from '../../shared/domain/sale.ts'
import type { SalesRoute } from '../../shared/domain/sales-route.ts'
import { NEVER_MS, type Step } from '../../shared/domain/step.ts'
import type { Link } from '../../shared/ipc/link.ts'
import { NO_FAULTS, type ServiceFaults } from '../../shared/ipc/practice.ts'
import { startPracticeServices, type PracticeServices } from '../practice/practice-services.ts'
import { createSyncEngine, type SyncEngine } from './sync-engine.ts'
import { FAST_TIMING, until } from './testing/fast-timing.ts'
import { createMemoryOutbox, type MemoryOutbox } from './testing/memory-outbox.ts'
import { sampleReturn } from './testing/sample-return.ts'
import { sampleSale } from './testing/sample-sale.ts'

const ITEMS = Array.from({ length: 250 }, (_, index) => ({
  sku: `SKU-${index + 1}`,
  barcode: null,
  name: `Barang ${index + 1}`,
  category: 'Uji',
  price: 1_000 + index * 500,
  costPrice: null,
  stock: 100,
}))

/** A small generator with a seed, so that a failing run can be had again. */
const randomFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

const randomSale = (sequence: number, random: () => number, route: SalesRoute): Sale => {
  const lines = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
    const item = ITEMS[Math.floor(random() * ITEMS.length)]
    return { sku: item?.sku ?? 'SKU-1', quantity: 1 + Math.floor(random() * 3), price: item?.price ?? 1_000 }
  })
  const isSplit = random() < 0.2
  return sampleSale({
    sequence,
    lines,
    kind: sequence % 10 === 0 ? 'delivery' : 'walk-in',
    route,
    ...(isSplit ? { firstShare: 0.5 } : {}),
  })
}

describe('the sync engine against the practice services', () => {
  let directory: string
  let services: PracticeServices
  let outbox: MemoryOutbox
  let engine: SyncEngine
  const seenLinks: (readonly Link[])[] = []
  const sentSteps: string[] = []
  const logged: string[] = []

  const setFaults = (forstok: Partial<ServiceFaults>, accurate: Partial<ServiceFaults>): void =>
    services.setFaults({ forstok: { ...NO_FAULTS, ...forstok }, accurate: { ...NO_FAULTS, ...accurate } })
  const link = (destination: 'forstok' | 'accurate'): Link | undefined =>
    engine.links().find((candidate) => candidate.destination === destination)
  const isAllSent = (): boolean => outbox.steps().every((step) => step.state === 'sent')
  const sell = (
    count: number,
    random = randomFrom(7),
    routeOf: (index: number) => SalesRoute = () => 'both-not-linked',
  ): readonly Sale[] => {
    const sales = Array.from({ length: count }, (_, index) => randomSale(index + 1, random, routeOf(index)))
    for (const sale of sales) outbox.add(sale)
    return sales
  }
  const expectExactlyOnce = (sales: readonly Sale[]): void => {
    const { orders, invoices } = services.readHoldings()
    const byNumber = (rows: readonly (readonly [string, number])[]) => [...rows].sort(([a], [b]) => a.localeCompare(b))
    const totals = (owed: readonly Sale[]) => byNumber(owed.map((sale) => [sale.number, sale.total] as const))
    const invoiced = sales.filter((sale) => sale.route !== 'forstok-only')
    expect(byNumber(orders.map((order) => [order.reference, order.total] as const))).toEqual(totals(sales))
    expect(byNumber(invoices.map((invoice) => [invoice.number, invoice.total] as const))).toEqual(totals(invoiced))
    expect(invoices.filter((invoice) => invoice.outstanding !== 0)).toEqual([])
    const receipts = invoices.flatMap((invoice) => invoice.receipts.map((receipt) => receipt.number))
    expect(new Set(receipts).size).toBe(receipts.length)
    expect(receipts.length).toBe(invoiced.reduce((sum, sale) => sum + sale.tenders.length, 0))
    const kinds = new Map(sales.map((sale) => [sale.number, sale.kind]))
    for (const order of orders)
      expect(order.status).toBe(kinds.get(order.reference) === 'walk-in' ? 'Delivered' : 'Open')
  }

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'konter-sync-'))
    services = await startPracticeServices({ directory, seed: async () => ITEMS, now: () => Date.now() })
    outbox = createMemoryOutbox()
    for (const list of [seenLinks, sentSteps, logged]) list.length = 0
    const { forstok, accurate } = services.credentials
    let ids = 0
    engine = createSyncEngine({
      access: {
        forstok: { authUrl: services.forstokAuthUrl, sellerUrl: services.forstokSellerUrl, ...forstok },
        accurate: { accountUrl: services.accurateUrl, ...accurate },
      },
      page: outbox,
      now: () => Date.now(),
      mintId: () => `claim-${(ids += 1)}`,
      onLinksChanged: (links) => seenLinks.push(links),
      onStepSent: (stepId) => sentSteps.push(stepId),
      log: {
        info: (message) => logged.push(message),
        warn: (message) => logged.push(message),
        error: (message) => logged.push(`error ${message}`),
      },
      timing: FAST_TIMING,
    })
  })
  afterEach(async () => {
    await engine.stop()
    await services.stop()
    rmSync(directory, { recursive: true, force: true })
  })

  test('brings each sale to both services once, and pulls the stock that they leave', async () => {
    const sales = sell(8)
    engine.start()
    await until('all sent', isAllSent)
    expectExactlyOnce(sales)
    const pulled = await engine.pullStock()
    expect(pulled).toMatchObject({ ok: true, value: { skuCount: 250 } })
    const held = new Map(services.readHoldings().stock.map((row) => [row.sku, row.available]))
    const known = outbox.stockRows().filter((row) => held.has(row.sku))
    expect(known.length).toBeGreaterThan(0)
    expect(known.filter((row) => row.available !== held.get(row.sku))).toEqual([])
    expect(new Set(sentSteps)).toEqual(new Set(outbox.steps().map((step) => step.id)))
    expect(logged.filter((line) => line.startsWith('error'))).toEqual([])
  })

  test('goes on at one service while the other is cut, says so, and resumes by itself', async () => {
    setFaults({ isCut: true }, {})
    const sales = sell(4)
    engine.start()
    await until('Accurate done', () =>
      outbox.steps().every((step) => step.destination === 'forstok' || step.state === 'sent'),
    )
    expect(link('forstok')).toMatchObject({ state: 'down', lastAnswerMs: null })
    expect(link('forstok')?.reason).toContain('ECONNREFUSED')
    expect(link('accurate')).toMatchObject({ state: 'up', reason: null })
    expect(services.readHoldings().orders).toEqual([])
    const untouched = outbox.steps().filter((step) => step.kind === 'forstok.order')
    expect(untouched.flatMap((step) => step.attempts)).toEqual([])

    setFaults({}, {})
    await until('all sent', isAllSent)
    expectExactlyOnce(sales)
    expect(link('forstok')?.state).toBe('up')
  })

  test('answers that are lost after the commit are looked up, not sent again', async () => {
    setFaults({ loseNextAnswers: 3 }, { loseNextAnswers: 3 })
    const sales = sell(4)
    engine.start()
    await until('all sent', isAllSent)
    expectExactlyOnce(sales)
    const outcomes = outbox.steps().flatMap((step) => step.attempts.map((attempt) => attempt.outcome))
    expect(outcomes.filter((outcome) => outcome === 'unknown').length).toBeGreaterThanOrEqual(6)
  })

  test('is let in again after wrong credentials were put right, and gave back what it had claimed', async () => {
    setFaults({ refusesCredentials: true }, { refusesCredentials: true })
    const sales = sell(2)
    engine.start()
    await until('both refused', () => engine.links().every((candidate) => candidate.state === 'refused'))
    expect(outbox.steps().every((step) => step.attempts.length === 0)).toBe(true)
    setFaults({}, {})
    engine.kick(null)
    await until('all sent', isAllSent)
    expectExactlyOnce(sales)
    expect(JSON.stringify([seenLinks, logged])).not.toContain(services.credentials.accurate.apiToken)
    expect(JSON.stringify([seenLinks, logged])).not.toContain(services.credentials.forstok.secretKey)
  })

  test('an unknown item at either service stops only its own sale, with the words of the service', async () => {
    const bad = sampleSale({ sequence: 1, lines: [{ sku: 'TIDAK-ADA', quantity: 1, price: 700 }] })
    const good = sampleSale({ sequence: 2, lines: [{ sku: 'SKU-1', quantity: 1, price: 1_000 }] })
    outbox.add(bad)
    outbox.add(good)
    engine.start()
    await until(
      'good sent, bad at rest',
      () =>
        outbox.steps().every((step) => (step.saleId === good.id ? step.state === 'sent' : step.state !== 'claimed')) &&
        outbox.steps().filter((step) => step.state === 'attention').length === 2,
    )
    const attentions = outbox.steps().flatMap((step) => (step.attention === null ? [] : [step.attention]))
    expect(attentions.map((attention) => attention.code)).toEqual(['unknown-item', 'unknown-item'])
    expect(attentions.map((attention) => attention.message).join(' ')).toContain('TIDAK-ADA')
    expect(services.readHoldings().orders).toHaveLength(1)
  })

  const stepOf = (sale: Sale, kind: Step['kind']): Step => {
    const found = outbox.steps().find((step) => step.saleId === sale.id && step.kind === kind)
    if (found === undefined) throw new Error(`Sale ${sale.number} owes no ${kind}`)
    return found
  }
  const SOAP = [{ sku: 'SKU-1', quantity: 3, price: 1_000 }]
  const instead = saleLineSchema.parse({
    sku: 'SKU-2',
    name: 'Barang 2',
    barcode: null,
    quantity: 1,
    regularPrice: 1_500,
    unitPrice: 1_500,
    amount: 1_500,
  })

  test('what comes back waits for the invoice of its sale, and each document arrives once through an outage and lost answers', async () => {
    setFaults({}, { isCut: true })
    const sale = sampleSale({ sequence: 1, lines: SOAP, route: 'accurate-only' })
    const back = sampleReturn(sale, 2, { quantity: 1, restocked: 0 })
    const exchange = sampleReturn(sale, 3, { quantity: 2, exchangedFor: [instead], rounding: -100 })
    for (const each of [sale, back, exchange]) outbox.add(each)
    engine.start()
    await until('Accurate is seen to be cut', () => link('accurate')?.state === 'down')
    outbox.makeDue()
    engine.kick(null)
    for (const each of [back, exchange])
      expect(stepOf(each, 'accurate.return')).toMatchObject({ state: 'queued', dueAtMs: NEVER_MS, attempts: [] })

    setFaults({}, { loseNextAnswers: 4 })
    await until('all sent', isAllSent)
    expect(sentSteps).toHaveLength(outbox.steps().length)
    expect(new Set(sentSteps)).toEqual(new Set(outbox.steps().map((step) => step.id)))
    const placeOf = (each: Sale, kind: Step['kind']): number => sentSteps.indexOf(stepOf(each, kind).id)
    expect(placeOf(sale, 'accurate.invoice')).toBeLessThan(placeOf(back, 'accurate.return'))
    expect(placeOf(sale, 'accurate.invoice')).toBeLessThan(placeOf(exchange, 'accurate.return'))
    const { orders, invoices, books } = services.readHoldings()
    const byNumber = <Held extends { readonly number: string }>(held: readonly Held[]): readonly Held[] =>
      held.toSorted((left, right) => left.number.localeCompare(right.number))
    expect(orders).toEqual([])
    expect(byNumber(invoices).map(({ number, outstanding }) => [number, outstanding])).toEqual([
      [sale.number, 0],
      [exchange.number, 0],
    ])
    expect(byNumber(books.returns).map(({ number, total, outstanding }) => [number, total, outstanding])).toEqual([
      [back.returnNumber, 1_000, 0],
      [exchange.returnNumber, 2_100, 0],
    ])
    // 3,000 sold, 1,000 given back, then 2,000 of goods against 1,500, with 100 more given back in cash.
    expect(books.sums).toEqual({ invoiced: 4_500, returned: 3_100, received: 3_000, refunded: 1_600, rounding: -100 })
    const outcomes = outbox.steps().flatMap((step) => step.attempts.map((attempt) => attempt.outcome))
    expect(outcomes.filter((outcome) => outcome === 'unknown').length).toBeGreaterThanOrEqual(4)
  })

  test('what comes back waits for an invoice that needs attention, and goes when a person has closed that', async () => {
    const theirs = sampleSale({ sequence: 1, lines: SOAP, route: 'accurate-only' })
    outbox.add(theirs)
    engine.start()
    await until('their invoice sent', isAllSent)
    // Another sale under the same number, as two registers of one code make them: Accurate's invoice is not this sale's.
    const sale: Sale = { ...theirs, id: theirs.id.replace(/^b5/, 'c5') }
    const back = sampleReturn(sale, 2, { quantity: 1 })
    for (const each of [sale, back]) outbox.add(each)
    engine.kick(null)
    await until('the invoice stopped', () => stepOf(sale, 'accurate.invoice').state === 'attention')
    outbox.makeDue()
    engine.kick(null)
    await until('the engine looked again', () => link('accurate')?.state === 'up')
    expect(stepOf(back, 'accurate.return')).toMatchObject({ state: 'queued', dueAtMs: NEVER_MS, attempts: [] })
    expect(services.readHoldings().books.returns).toEqual([])

    setFaults({}, { loseNextAnswers: 2 })
    outbox.closeStep(stepOf(sale, 'accurate.invoice').id, 'Sudah ada di Accurate')
    engine.kick(null)
    await until('the rest sent', () => outbox.steps().every(({ state }) => state === 'sent' || state === 'closed'))
    const { invoices, books } = services.readHoldings()
    expect(invoices).toHaveLength(1)
    expect(books.returns).toMatchObject([{ number: back.number, invoiceNumber: sale.number, outstanding: 0 }])
    expect(books.returns[0]?.refunds).toMatchObject([{ number: `${back.number}-1`, amount: 1_000 }])
    expect(books.sums).toMatchObject({ received: 3_000, refunded: 1_000 })
  })

  test('100 sales through random faults arrive exactly once with the right totals', { timeout: 120_000 }, async () => {
    const random = randomFrom(20_261_121)
    const pick = (choices: readonly Partial<ServiceFaults>[]) => choices[Math.floor(random() * choices.length)] ?? {}
    const choices: readonly Partial<ServiceFaults>[] = [
      {},
      { isCut: true },
      { loseAnswerShare: 0.3 },
      { loseNextAnswers: 4 },
      { failNextWith5xx: 3 },
      { failNextWith429: 2 },
      { answerTwiceNext: 6 },
      { delayMs: 30, loseAnswerShare: 0.1 },
      // Longer than a request may take: committed, and given up.
      { delayMs: 600 },
      { refusesCredentials: true },
    ]
    // A third of them also go to Accurate, whose eight calls a second would otherwise make this test a long one.
    const sales = sell(100, random, (index) => (index % 3 === 0 ? 'both-not-linked' : 'forstok-only'))
    engine.start()
    for (let round = 0; round < 40; round += 1) {
      setFaults(pick(choices), pick(choices))
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
    setFaults({ loseAnswerShare: 0.1 }, { loseAnswerShare: 0.1 })
    const nudge = setInterval(() => {
      outbox.makeDue()
      engine.kick(null)
    }, 300)
    try {
      await until('all sent', isAllSent, 90_000)
    } finally {
      clearInterval(nudge)
    }
    expectExactlyOnce(sales)
    const outcomes = outbox.steps().flatMap((step) => step.attempts.map((attempt) => attempt.outcome))
    expect(outcomes).toContain('unknown')
    expect(outcomes).toContain('absent')
    expect(outcomes).not.toContain('attention')
  })
})
