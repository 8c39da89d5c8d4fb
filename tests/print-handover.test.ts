import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { appendAndPrint } from '../electron/printing/append-and-print.ts'
import { createPrintRunner, type PrintRunner } from '../electron/printing/print-runner.ts'
import { turnsPass } from '../electron/printing/testing/print-fault-script.ts'
import { nothingLeft } from '../electron/printing/transport.ts'
import { createTestBridge, itemOf } from '../renderer/storage/till-fixture.ts'
import { addItem } from '../shared/domain/basket-rules.ts'
import { cash, startTestTill } from '../renderer/app/running-till-fixture.ts'
import type { ClaimedPrintJob } from '../shared/domain/print-job.ts'
import { printTrouble } from '../shared/domain/print-trouble.ts'
import { success } from '../shared/domain/result.ts'
import type { Bridge } from '../shared/ipc/bridge.ts'
import { labelPrinter, receiptPrinter, routesTo } from '../shared/domain/usual-printers.ts'
import { isDeepRun, propertyTimeoutMs } from '../shared/domain/testing/property-runs.ts'

/** What goes wrong with one message between page and main. */
type LineFault = 'none' | 'not-carried' | 'answer-lost'
type Step =
  /** A cashier who is told that it did not work presses again, or not. */
  | { readonly type: 'sell'; readonly waitsForPaper: boolean; readonly pressesAgain: boolean }
  | { readonly type: 'reload' }
  | { readonly type: 'kick' }
  | { readonly type: 'rest'; readonly turns: number }
type Script = {
  readonly steps: readonly Step[]
  readonly lineFaults: readonly LineFault[]
  readonly lineTurns: readonly number[]
  readonly printers: readonly ('takes' | 'refuses' | 'stops')[]
  /** Of each try to write a sale, whether the database takes it. */
  readonly writes: readonly boolean[]
}

const scriptArbitrary: fc.Arbitrary<Script> = fc.record({
  steps: fc.array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          type: fc.constant('sell' as const),
          waitsForPaper: fc.boolean(),
          pressesAgain: fc.boolean(),
        }),
      },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('reload' as const) }) },
      { weight: 2, arbitrary: fc.record({ type: fc.constant('kick' as const) }) },
      {
        weight: 2,
        arbitrary: fc.record({ type: fc.constant('rest' as const), turns: fc.integer({ min: 0, max: 6 }) }),
      },
    ),
    { minLength: 1, maxLength: 9 },
  ),
  lineFaults: fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant<LineFault>('none') },
      { weight: 1, arbitrary: fc.constantFrom<LineFault>('not-carried', 'answer-lost') },
    ),
    { maxLength: 30 },
  ),
  lineTurns: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }),
  printers: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constant('takes' as const) },
      { weight: 1, arbitrary: fc.constantFrom('refuses' as const, 'stops' as const) },
    ),
    { maxLength: 12 },
  ),
  writes: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.constant(false)), { maxLength: 12 }),
})

const SETTINGS = {
  version: 2 as const,
  printers: [
    receiptPrinter('r', 'Struk', { type: 'spooler', name: 'R' }),
    labelPrinter('l', 'Label', { type: 'spooler', name: 'L' }),
  ],
  routes: routesTo('r', 'l'),
}

/** A till with its real storage and main's real runner, and between them a line that delays, loses and forgets. */
const createShop = async (script: Script) => {
  const name = randomUUID()
  const faults = [...script.lineFaults]
  const delays = [...script.lineTurns]
  const fates = [...script.printers]
  /** Every sending that really reached a printer: the oracle, apart from what anybody reports. */
  const sendings: string[] = []
  let handovers = 0
  const carry = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    const fault = faults.shift() ?? 'none'
    await turnsPass(delays.shift() ?? 0)
    if (fault === 'not-carried') throw new Error('the line is down')
    const answer = await work()
    await turnsPass(delays.shift() ?? 0)
    if (fault === 'answer-lost') throw new Error('the answer was lost')
    return answer
  }
  const main = createTestBridge()
  const handOver = async (claimed: ClaimedPrintJob): Promise<boolean> => {
    handovers += 1
    return claimed.job.runId === 'run' && runner.handOver(claimed)
  }
  const bridge: Bridge = {
    ...main.bridge,
    appendSaleToJournal: (request) =>
      carry(() =>
        appendAndPrint(
          {
            journal: {
              appendSale: async (sale, _highest, papers) => {
                const isFirst = !main.journal.has(sale.id)
                const answer = await main.bridge.appendSaleToJournal(request)
                const held = main.journal.get(sale.id)
                if (isFirst && held !== undefined) {
                  papers?.onNumbered(held.sale)
                  await turnsPass(delays.shift() ?? 0)
                  papers?.onDurable(held.sale)
                }
                return answer
              },
            },
            printing: Promise.resolve({ drawAhead: () => undefined, handOver }),
            log: () => undefined,
          },
          request,
        ),
      ),
    kickPrinting: async () => {
      await turnsPass(delays.shift() ?? 0)
      runner.kick()
      return null
    },
    handOverPrintJob: ({ claimed }: Parameters<typeof main.bridge.handOverPrintJob>[0]) =>
      carry(async () => ({ accepted: await handOver(claimed) })),
  }
  const writes = [...script.writes]
  const openShop = async () => {
    const opened = await startTestTill({ ...main, bridge }, name)
    const add = opened.database.audit.add.bind(opened.database.audit)
    // The last part of the transaction of a sale.
    vi.spyOn(opened.database.audit, 'add').mockImplementation((...args) =>
      writes.shift() === false ? Dexie.Promise.reject(new Error('the disk is full')) : add(...args),
    )
    return opened
  }
  const pressPay = async (pressesAgain: boolean): Promise<void> => {
    const { till } = shop
    const basket = addItem(till.openBasket(), itemOf('A', 500), 1)
    while (!(await till.pay(basket, cash(500))).ok) if (!pressesAgain) return
  }
  const putBackUndecided = async (): Promise<void> => {
    const { undecided } = await shop.till.recover()
    for (const { id } of undecided) expect(await shop.till.restoreUndecided(id)).toMatchObject({ ok: true })
  }
  let shop = await openShop()
  let sellings: Promise<unknown>[] = []
  let pageNumber = 1
  /** Asks the page that is loaded now; what an earlier one says is not heard. */
  const askPage = async <Value>(work: () => Promise<Value> | undefined): Promise<Value> => {
    const asked = pageNumber
    const answer = await carry(async () => work())
    if (asked !== pageNumber || answer === undefined) throw new Error('the page was loaded again')
    return answer
  }
  const runner: PrintRunner = createPrintRunner({
    claimJob: async (wish) =>
      (await askPage(() => main.asks['printJobs.claim']?.({ ...wish, runId: 'run', nowMs: 1 }))).claimed,
    settleJob: async (jobId, outcome) => {
      await askPage(() => main.asks['printJobs.settle']?.({ jobId, runId: 'run', nowMs: 2, outcome }))
    },
    noteProgress: () => undefined,
    settings: () => SETTINGS,
    render: async () => success(Buffer.from('paper')),
    openTransport: (_printer, { job }) => ({
      send: async (bytes) => {
        const fate = fates.shift() ?? 'takes'
        await turnsPass(1)
        if (fate === 'refuses') return nothingLeft(printTrouble('busy'))
        sendings.push(job.id)
        const trouble = fate === 'stops' ? printTrouble('stalled') : null
        return { acceptedBytes: bytes.length, hasBegun: true, trouble, answers: new Uint8Array(), isConfirmed: false }
      },
      ask: async () => ({ type: 'deaf' }),
    }),
    isAnswering: () => false,
    onStateChanged: () => undefined,
    log: () => undefined,
    now: () => 0,
    retryDelayMs: 1,
  })
  return {
    runner,
    sendings,
    handovers: () => handovers,
    sell: (pressesAgain: boolean) => {
      const selling = pressPay(pressesAgain)
      sellings.push(selling)
      return selling
    },
    reload: async () => {
      // The page that goes away has written all, or the sale never was: its transactions end with it.
      await Promise.allSettled(sellings)
      sellings = []
      pageNumber += 1
      shop.database.close()
      shop = await openShop()
      runner.kick()
      await putBackUndecided()
    },
    jobs: () => shop.database.printJobs.toArray(),
    sales: () => shop.database.sales.count(),
    end: async () => {
      await Promise.all(sellings)
      faults.length = 0
      await putBackUndecided()
      await vi.waitFor(
        async () => {
          runner.kick()
          const open = (await shop.database.printJobs.toArray()).filter(
            ({ state }) => state === 'waiting' || state === 'sending',
          )
          expect(open).toEqual([])
        },
        { timeout: 10_000, interval: 3 },
      )
      await runner.stop()
    },
    close: () => {
      shop.database.close()
    },
  }
}

const runScript = async (script: Script) => {
  const shop = await createShop(script)
  try {
    shop.runner.kick()
    await turnsPass(8)
    let sales = 0
    for (const step of script.steps) {
      if (step.type === 'sell') {
        sales += 1
        const selling = shop.sell(step.pressesAgain)
        if (step.waitsForPaper) await selling
      } else if (step.type === 'reload') await shop.reload()
      else if (step.type === 'kick') shop.runner.kick()
      else await turnsPass(step.turns)
    }
    await shop.end()
    const stored = await shop.sales()
    return { sales, stored, jobs: await shop.jobs(), sendings: [...shop.sendings], handovers: shop.handovers() }
  } finally {
    shop.close()
  }
}

test(
  'whatever is lost between page and main: every receipt is sent once, or somebody is asked, or it failed with nothing sent',
  async () => {
    let handed = 0
    let asked = 0
    await fc.assert(
      fc.asyncProperty(scriptArbitrary, async (script) => {
        const { sales, stored, jobs, sendings, handovers } = await runScript(script)
        handed += handovers
        // One whose append never reached the journal, and which nobody paid again, is none.
        expect(stored).toBeLessThanOrEqual(sales)
        expect(jobs.length).toBeLessThanOrEqual(stored)
        asked += jobs.filter(({ state }) => state === 'unknown').length
        // A sale that was put back prints nothing by itself; what it had given away before is asked about.
        const jobIds = new Set(jobs.map(({ id }) => id))
        expect(sendings.filter((id) => !jobIds.has(id))).toEqual([])
        expect(new Set(sendings).size).toBe(sendings.length)
        const wrong = jobs.filter(({ id, state }) => {
          if (state === 'unknown') return false
          return sendings.includes(id) ? state !== 'sent' : state !== 'failed'
        })
        expect(wrong).toEqual([])
      }),
      { numRuns: isDeepRun() ? 3_000 : 80 },
    )
    expect(handed).toBeGreaterThan(50)
    expect(asked).toBeGreaterThan(10)
  },
  propertyTimeoutMs(),
)

test(
  'while nothing is lost nobody is asked anything, however kicks and claims cross what is handed over',
  async () => {
    let handed = 0
    await fc.assert(
      fc.asyncProperty(scriptArbitrary, async (script) => {
        const steps = script.steps.flatMap((step): readonly Step[] =>
          step.type === 'reload' ? [] : [step, { type: 'kick' }],
        )
        const { jobs, handovers } = await runScript({ ...script, steps, lineFaults: [], printers: [], writes: [] })
        handed += handovers
        expect(jobs.map(({ state }) => state)).toEqual(jobs.map(() => 'sent'))
      }),
      { numRuns: isDeepRun() ? 3_000 : 80 },
    )
    expect(handed).toBeGreaterThan(20)
  },
  propertyTimeoutMs(),
)
