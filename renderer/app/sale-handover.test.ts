import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { addItem, setDelivery } from '../../shared/domain/basket-rules.ts'
import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { PrintJob } from '../../shared/domain/print-job.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import {
  createTestBridge,
  itemOf,
  journaledOf,
  saleOf,
  TEN_O_CLOCK_MS,
  tenderOf,
  TEST_DELIVERY,
} from '../storage/till-fixture.ts'
import { historyOf, paid, sellPieces, testTills, withReturn } from './running-till-fixture.ts'

const { setUp, close } = testTills()
afterEach(close)

type Shop = Awaited<ReturnType<typeof setUp>>

/** A lane of main asks for work. */
const ask = async ({ asks }: Pick<Shop, 'asks'>, printerId: string, documents: readonly DocumentKind[]) => {
  const answer = await asks['printJobs.claim']?.({
    printerId,
    documents,
    servedPrinterIds: [printerId],
    knownPrinterIds: ['roll', 'labels'],
    runId: 'run',
    nowMs: 1,
  })
  if (answer === undefined) throw new Error('nobody answers')
  return answer.claimed
}
let settledAtMs = 1
const settle = (shop: Pick<Shop, 'asks'>, { job }: { readonly job: Pick<PrintJob, 'id'> }, type: 'sent' | 'unknown') =>
  shop.asks['printJobs.settle']?.({
    jobId: job.id,
    runId: 'run',
    nowMs: (settledAtMs += 1),
    outcome:
      type === 'sent'
        ? { type, bytesSent: 9 }
        : { type, bytesSent: 4, totalBytes: 9, trouble: printTrouble('stalled') },
  })
const rows = async ({ database }: Shop) =>
  (await database.printJobs.toArray()).map(({ document, state, printerId, runId }) => [
    document,
    state,
    printerId,
    runId,
  ])
const deliver = async ({ till }: Shop) => {
  const basket = setDelivery(addItem(till.openBasket(), itemOf('A', 500)), TEST_DELIVERY)
  const paid = await till.pay(basket, [tenderOf(500)])
  if (!paid.ok) throw new Error(paid.error.code)
}
const onlyPrinting = (calls: readonly string[]) => calls.filter((call) => /print|draw/iu.test(call))

test('a receipt goes out with the journal, is written as taken by the printer that rests, and handed to it without a kick', async () => {
  const shop = await setUp()
  expect(await ask(shop, 'roll', ['receipt'])).toBeNull()
  const sale = await sellPieces(shop, 1)
  expect(await rows(shop)).toEqual([['receipt', 'sending', 'roll', 'run']])
  expect(shop.givenAway).toEqual(['receipt'])
  expect(onlyPrinting(shop.calls)).toEqual(['handOverPrintJob'])
  const [handed] = shop.handedOver
  expect(handed).toMatchObject({
    job: (await shop.database.printJobs.toArray())[0],
    content: { type: 'sale', sale },
    comesAfterCut: false,
    moreWait: false,
  })
})

test('a printer at work is kicked instead: its next claim finds the receipt', async () => {
  const shop = await setUp()
  await sellPieces(shop, 1)
  expect(onlyPrinting(shop.calls)).toEqual(['kickPrinting'])
  expect((await ask(shop, 'roll', ['receipt']))?.job.document).toBe('receipt')
  await sellPieces(shop, 1)
  expect(shop.handedOver).toEqual([])
  expect((await rows(shop)).map(([, state]) => String(state)).toSorted()).toEqual(['sending', 'waiting'])
})

test('each printer gets its own document; of two for one printer the second waits, and only then is the first told so', async () => {
  const shop = await setUp()
  await ask(shop, 'roll', ['receipt'])
  await ask(shop, 'labels', ['label'])
  await deliver(shop)
  expect(shop.handedOver.map(({ job, moreWait }) => [job.document, job.printerId, moreWait])).toEqual([
    ['receipt', 'roll', false],
    ['label', 'labels', false],
  ])
  const without = await setUp()
  await ask(without, 'roll', ['receipt'])
  await deliver(without)
  expect(without.handedOver.map(({ job, moreWait }) => [job.document, moreWait])).toEqual([['receipt', false]])
  const other = await setUp()
  await ask(other, 'roll', ['receipt', 'label'])
  await deliver(other)
  expect(other.handedOver.map(({ job, moreWait }) => [job.document, moreWait])).toEqual([['receipt', true]])
  expect(await rows(other)).toContainEqual(['label', 'waiting', null, null])
})

test('after it was settled the printer asks, rests and is handed the next one; a cut before is told', async () => {
  const shop = await setUp()
  await ask(shop, 'roll', ['receipt'])
  for (const outcome of ['unknown', 'sent', 'sent'] as const) {
    await sellPieces(shop, 1)
    const handed = shop.handedOver.at(-1)
    if (handed === undefined) throw new Error('nothing was handed over')
    await vi.waitFor(async () => {
      await settle(shop, handed, outcome)
      expect(await ask(shop, 'roll', ['receipt'])).toBeNull()
    })
    shop.pass(1000)
  }
  expect(shop.handedOver.map(({ comesAfterCut }) => comesAfterCut)).toEqual([false, true, false])
  expect((await rows(shop)).map(([, state]) => String(state)).toSorted()).toEqual(['sent', 'sent', 'unknown'])
})

test('what is not accepted waits again, and the printer is called', async () => {
  const shop = await setUp()
  await ask(shop, 'roll', ['receipt'])
  shop.acceptPrintJobs(false)
  await sellPieces(shop, 1)
  await vi.waitFor(() => expect(onlyPrinting(shop.calls)).toEqual(['handOverPrintJob', 'kickPrinting']))
  expect(await rows(shop)).toEqual([['receipt', 'waiting', null, null]])
  expect((await ask(shop, 'roll', ['receipt']))?.job.document).toBe('receipt')
})

test('when nobody can tell whether it was handed over, the cashier is asked; nothing is sent twice', async () => {
  const main = createTestBridge()
  const shop = await setUp({
    ...main,
    bridge: { ...main.bridge, handOverPrintJob: () => Promise.reject(new Error('gone')) },
  })
  await ask(shop, 'roll', ['receipt'])
  await sellPieces(shop, 1)
  await vi.waitFor(() => expect(onlyPrinting(shop.calls)).toContain('kickPrinting'))
  expect(await ask(shop, 'roll', ['receipt'])).toBeNull()
  expect((await rows(shop)).map(([, state]) => state)).toEqual(['unknown'])
})

test('a printer that asks while a job is on its way to it gets nothing, and what it is handed stays its own', async () => {
  const main = createTestBridge()
  let answer = (_answer: { accepted: boolean }): void => undefined
  const bridge = {
    ...main.bridge,
    handOverPrintJob: () =>
      new Promise<{ accepted: boolean }>((resolve) => {
        answer = resolve
      }),
  }
  const shop = await setUp({ ...main, bridge })
  await ask(shop, 'roll', ['receipt'])
  await sellPieces(shop, 1)
  expect(await ask(shop, 'roll', ['receipt'])).toBeNull()
  expect((await rows(shop)).map(([, state]) => state)).toEqual(['sending'])
  answer({ accepted: true })
})

test('a sale that is not written lets the printer go and calls it', async () => {
  const shop = await setUp()
  await ask(shop, 'roll', ['receipt'])
  const add = vi.spyOn(shop.database.audit, 'add').mockRejectedValue(new Error('disk full'))
  const paid = await shop.till.pay(addItem(shop.till.openBasket(), itemOf('A', 500)), [tenderOf(500)])
  expect(paid.ok).toBe(false)
  expect(shop.handedOver).toEqual([])
  expect(onlyPrinting(shop.calls)).toEqual(['kickPrinting'])
  add.mockRestore()
})

const failOnce = (shop: Shop) => vi.spyOn(shop.database.audit, 'add').mockRejectedValue(new Error('disk full'))

test('a receipt that went out with a sale that could not be written is asked about when it is paid again, and never sent twice', async () => {
  const shop = await setUp()
  await ask(shop, 'roll', ['receipt'])
  const fault = failOnce(shop)
  const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
  expect((await shop.till.pay(basket, [tenderOf(500)])).ok).toBe(false)
  expect(shop.givenAway).toEqual(['receipt'])
  fault.mockRestore()
  await ask(shop, 'roll', ['receipt'])
  expect((await shop.till.pay(basket, [tenderOf(500)])).ok).toBe(true)
  expect(shop.givenAway).toEqual(['receipt'])
  expect(shop.handedOver).toEqual([])
  expect(await rows(shop)).toEqual([['receipt', 'unknown', 'roll', 'run']])
  await ask(shop, 'roll', ['receipt'])
  await sellPieces(shop, 1)
  expect(shop.handedOver).toHaveLength(1)
})

test('a receipt that went out with a journal whose answer was lost is asked about', async () => {
  const shop = await setUp()
  await ask(shop, 'roll', ['receipt'])
  const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
  shop.loseJournalAnswers(true)
  expect((await shop.till.pay(basket, [tenderOf(500)])).ok).toBe(false)
  shop.loseJournalAnswers(false)
  await ask(shop, 'roll', ['receipt'])
  expect((await shop.till.pay(basket, [tenderOf(500)])).ok).toBe(true)
  expect(shop.handedOver).toEqual([])
  expect((await rows(shop)).map(([, state]) => state)).toEqual(['unknown'])
})

test('a sale that is priced again is given away once, and its receipt stays on its way', async () => {
  const shop = await setUp()
  const first = await sellPieces(shop, 1)
  await settle(shop, { job: { id: `${first.id}/receipt` } }, 'sent')
  await shop.database.printJobs.clear()
  expect(await ask(shop, 'roll', ['receipt'])).toBeNull()
  const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
  shop.till.expectPayment(basket)
  const closed = await shop.till.closeShift({
    count: [],
    note: '',
    approval: { by: 'Budi', atMs: 1, reason: 'selisih' },
  })
  expect(closed.ok).toBe(true)
  const again = await shop.till.pay(basket, [tenderOf(500)])
  expect(again.ok && again.value.shiftId).not.toBe(first.shiftId)
  expect(shop.givenAway).toEqual(['receipt'])
  expect(shop.handedOver).toHaveLength(1)
  expect((await rows(shop)).filter(([document]) => document === 'receipt')).toEqual([
    ['receipt', 'sending', 'roll', 'run'],
  ])
})

test('what a printer tells of a receipt before its sale is written waits until it is', async () => {
  const main = createTestBridge()
  const shop = await setUp({
    ...main,
    bridge: {
      ...main.bridge,
      appendSaleToJournal: async (request) => {
        const answer = await main.bridge.appendSaleToJournal(request)
        told = (async () => settle(shop, { job: { id: `${request.sale.id}/receipt` } }, 'sent'))()
        return answer
      },
    },
  })
  let told: Promise<unknown> | undefined
  await ask(shop, 'roll', ['receipt'])
  await sellPieces(shop, 1)
  expect(await told).toEqual({ accepted: true })
  expect((await rows(shop)).map(([, state]) => state)).toEqual(['sent'])
})

test('nothing goes out before it is written while something comes back: that may have come back otherwise meanwhile', async () => {
  const shop = await setUp()
  const sale = await sellPieces(shop, 2)
  const [receipt] = await shop.database.printJobs.toArray()
  await ask(shop, 'roll', ['receipt'])
  await settle(shop, { job: { id: receipt?.id ?? '' } }, 'sent')
  await ask(shop, 'roll', ['receipt'])
  const back = withReturn(shop.till.openBasket(), await historyOf(shop, sale.id), 1)
  await paid(shop.till, back, tenderOf(-500))
  expect(shop.givenAway).toEqual([])
  expect(shop.handedOver).toHaveLength(1)
})

test('a receipt that went out with other goods than were paid in the end is told of as such', async () => {
  const shop = await setUp()
  await ask(shop, 'roll', ['receipt'])
  const fault = failOnce(shop)
  const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
  await shop.till.pay(basket, [tenderOf(500)])
  fault.mockRestore()
  const more = await paid(shop.till, addItem(basket, itemOf('B', 1_000)), tenderOf(1_500))
  expect(await shop.database.printJobs.toArray()).toMatchObject([
    { id: `${more.id}/receipt`, state: 'unknown', trouble: { code: 'paid-anew' }, isCutOff: true },
  ])
})

test('a label that went out is asked about although the goods are taken away in the end', async () => {
  const shop = await setUp()
  await ask(shop, 'labels', ['label'])
  const fault = failOnce(shop)
  const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
  await shop.till.pay(setDelivery(basket, TEST_DELIVERY), [tenderOf(500)])
  fault.mockRestore()
  await paid(shop.till, basket, tenderOf(500))
  const states = (await rows(shop)).map(([document, state]) => `${String(document)} ${String(state)}`)
  expect(states.toSorted()).toEqual(['label unknown', 'receipt waiting'])
})

/** The basket to be paid, in a shift that is closed after everything was read. */
const outdatedOnce = async (shop: Shop) => {
  await sellPieces(shop, 1)
  await shop.database.printJobs.clear()
  await ask(shop, 'roll', ['receipt'])
  const basket = addItem(shop.till.openBasket(), itemOf('A', 500))
  shop.till.expectPayment(basket)
  await shop.till.closeShift({ count: [], note: '', approval: { by: 'Budi', atMs: 1, reason: 'selisih' } })
  await shop.database.printJobs.clear()
  return basket
}
/** A printer that is let go finds what waits for it. */
const findsItsNext = async (shop: Shop) => {
  await sellPieces(shop, 1)
  await ask(shop, 'roll', ['receipt'])
  return shop.handedOver.length > 0 || (await rows(shop)).some(([, state]) => state === 'sending')
}

test('a payment that breaks between two tries lets its printer go', async () => {
  const shop = await setUp()
  const basket = await outdatedOnce(shop)
  const fault = vi.spyOn(shop.database.settings, 'get').mockRejectedValue(new Error('disk'))
  await expect(shop.till.pay(basket, [tenderOf(500)])).rejects.toThrow('disk')
  fault.mockRestore()
  expect(await findsItsNext(shop)).toBe(true)
})

test('a receipt that has gone out stands in the queue although receipts were switched off between two tries', async () => {
  const shop = await setUp()
  const basket = await outdatedOnce(shop)
  const settings = await shop.till.readSettings()
  await shop.database.settings.put({ key: 'till', value: { ...settings, printsReceipts: false } })
  const sale = await paid(shop.till, basket, tenderOf(500))
  expect(shop.handedOver.map(({ job }) => job.id)).toEqual([`${sale.id}/receipt`])
  expect(await rows(shop)).toEqual([['receipt', 'sending', 'roll', 'run']])
})

test('a sale of a run that ended, put back because its money was taken, asks about its receipt; others do not', async () => {
  const shop = await setUp()
  const lost = { ...saleOf(randomUUID(), 7, TEN_O_CLOCK_MS) }
  const papers = [{ document: 'receipt', printerId: 'roll', runId: 'earlier' } as const]
  shop.journal.set(lost.id, { ...journaledOf(lost, false), papers })
  const kept = { ...saleOf(randomUUID(), 8, TEN_O_CLOCK_MS) }
  shop.journal.set(kept.id, { ...journaledOf(kept, true), papers })
  const { undecided, recovered } = await shop.till.recover()
  expect([undecided.map(({ id }) => id), recovered.map(({ id }) => id)]).toEqual([[lost.id], [kept.id]])
  expect(await shop.till.restoreUndecided(lost.id)).toMatchObject({ ok: true })
  expect(await shop.database.printJobs.toArray()).toMatchObject([
    { id: `${lost.id}/receipt`, state: 'unknown', trouble: { code: 'run-ended' }, isCutOff: true, printerId: 'roll' },
  ])
})
