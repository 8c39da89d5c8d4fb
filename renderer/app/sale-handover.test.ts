import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { addItem, setDelivery } from '../../shared/domain/basket-rules.ts'
import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { ClaimedPrintJob } from '../../shared/domain/print-job.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import { createTestBridge, itemOf, tenderOf, TEST_DELIVERY } from '../storage/till-fixture.ts'
import { sellPieces, testTills } from './running-till-fixture.ts'

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
const settle = (shop: Shop, { job }: ClaimedPrintJob, type: 'sent' | 'unknown') =>
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

test('a receipt is drawn ahead, written as taken by the printer that rests, and handed to it without a kick', async () => {
  const shop = await setUp()
  expect(await ask(shop, 'roll', ['receipt'])).toBeNull()
  const sale = await sellPieces(shop, 1)
  expect(await rows(shop)).toEqual([['receipt', 'sending', 'roll', 'run']])
  expect(onlyPrinting(shop.calls)).toEqual(['drawAhead', 'handOverPrintJob'])
  const [handed] = shop.handedOver
  expect(handed).toMatchObject({
    job: (await shop.database.printJobs.toArray())[0],
    content: { type: 'sale', sale },
    comesAfterCut: false,
    moreWait: false,
  })
})

test('what is drawn ahead is what is handed over', async () => {
  const main = createTestBridge()
  const drawn: ClaimedPrintJob[] = []
  const bridge = {
    ...main.bridge,
    drawAhead: ({ claimed }: { claimed: ClaimedPrintJob }) => {
      drawn.push(claimed)
      return Promise.resolve(null)
    },
  }
  const shop = await setUp({ ...main, bridge })
  await ask(shop, 'roll', ['receipt'])
  await sellPieces(shop, 1)
  const [ahead] = drawn
  const [handed] = shop.handedOver
  expect(ahead).toEqual({ ...handed, job: { ...handed?.job, id: ahead?.job.id } })
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
  await vi.waitFor(() => expect(onlyPrinting(shop.calls)).toEqual(['drawAhead', 'handOverPrintJob', 'kickPrinting']))
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
  expect(onlyPrinting(shop.calls)).toEqual(['drawAhead', 'kickPrinting'])
  add.mockRestore()
  await ask(shop, 'roll', ['receipt'])
  await sellPieces(shop, 1)
  expect(shop.handedOver).toHaveLength(1)
})
