import { setTimeout as wait } from 'node:timers/promises'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { createPrintLane, type PrintLane } from './print-lane.ts'
import { createPageQueue, waitingJob, type PageQueue } from './testing/page-queue.ts'
import {
  runScriptArbitrary,
  scriptedRender,
  scriptedTransport,
  turnsPass,
  type RunScript,
} from './testing/print-fault-script.ts'

const PRINTER = receiptPrinter('r', 'Struk', { type: 'spooler', name: 'R' })
const WISH = { printerId: 'r', documents: ['receipt'], servedPrinterIds: ['r'], knownPrinterIds: ['r'] } as const

/** What a run of a script left behind; the oracle counts bytes where they leave, apart from what anybody reports. */
type RunResult = {
  readonly queue: PageQueue
  /** Bytes that left, for each sending. */
  readonly sendings: readonly { readonly id: string; readonly left: number[] }[]
  readonly overlaps: number
  readonly wrongStates: readonly string[]
}

const isOver = ({ jobs }: PageQueue): boolean => jobs.every(({ state }) => state !== 'waiting' && state !== 'sending')

const runScript = async (script: RunScript): Promise<RunResult> => {
  const ids = script.jobs.map((_job, index) => String(index))
  const queue = createPageQueue(ids.slice(0, script.waitAtFirst).map((id) => waitingJob(id)))
  queue.claimFaults.push(...script.claimFaults)
  queue.settleFaults.push(...script.settleFaults)
  const sendings: { id: string; left: number[] }[] = []
  const wrongStates: string[] = []
  let busyWith = 0
  let overlaps = 0
  /** Counts two that use the printer at the same time. */
  const alone = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    overlaps += busyWith
    busyWith += 1
    try {
      return await work()
    } finally {
      busyWith -= 1
    }
  }
  const lane: PrintLane = createPrintLane({
    printer: () => PRINTER,
    claimJob: () => queue.claim(WISH),
    settleJob: queue.settle,
    noteProgress: () => undefined,
    onStateChanged: () => {
      // What is shown as ended is settled, or could not be.
      const { work } = lane.state()
      const last = queue.outcomes.get(sendings.at(-1)?.id ?? '')?.type
      if (work === 'asking' && last !== undefined && last !== 'unknown') wrongStates.push(`${work} after ${last}`)
    },
    render: scriptedRender(script.jobs),
    isAnswering: ({ asksStatus }) => asksStatus,
    openTransport: (_printer, { job }) => {
      const jobScript = script.jobs[Number(job.id)]
      if (jobScript === undefined) throw new Error('no such job')
      const sending = { id: job.id, left: [] as number[] }
      const transport = scriptedTransport(jobScript, (bytes) => sending.left.push(bytes.length))
      sendings.push(sending)
      return { ...transport, send: (bytes, options) => alone(() => transport.send(bytes, options)) }
    },
    log: () => undefined,
    now: () => 0,
    retryDelayMs: 0,
  })
  lane.kick()
  for (const id of ids.slice(script.waitAtFirst)) {
    await turnsPass(2)
    queue.jobs.push(waitingJob(id))
    lane.kick()
  }
  for (const turns of script.visitTurns) {
    await turnsPass(turns)
    await lane.visit(() => alone(() => turnsPass(turns)))
  }
  for (let look = 0; !isOver(queue) && look < 2000; look += 1) await wait(1)
  lane.kick()
  await lane.stop()
  return { queue, sendings, overlaps, wrongStates }
}

/** What must never be, in words; empty when all is well. The jobs' ids are their places. */
const wrongsOf = (script: RunScript, { queue, sendings, overlaps, wrongStates }: RunResult): readonly string[] => {
  const wrongs = [...wrongStates]
  if (overlaps > 0) wrongs.push('two used the printer at the same time')
  const order = sendings.map(({ id }) => id)
  if (order.join() !== order.toSorted().join()) wrongs.push(`out of order: ${order.join()}`)
  script.jobs.forEach((job, index) => {
    const id = String(index)
    const type = queue.outcomes.get(id)?.type
    const copies = sendings.filter((sending) => sending.id === id)
    const left = copies.flatMap((sending) => sending.left).reduce((sum, bytes) => sum + bytes, 0)
    const says = (what: string): number =>
      wrongs.push(`job ${id} (${String(type)}, ${String(left)} bytes left): ${what}`)
    if (type === undefined || !queue.jobs.some((each) => each.id === id)) says('lost')
    if (copies.length > 1) says('sent more than once')
    if (type === 'failed' && left > 0) says('failed, and yet something left')
    if ((type === 'sent' || type === 'confirmed') && left !== job.length) says('not whole')
    if (left === job.length && job.printer === 'takes' && type !== 'sent') says('its outcome was lost')
    if (left > 0 && left < job.length && type !== 'unknown') says('cut, and not told')
  })
  return wrongs
}

test(
  'of random faults no job is lost without notice and none is printed twice',
  { timeout: propertyTimeoutMs() },
  async () => {
    const ends = new Set<string>()
    await fc.assert(
      fc.asyncProperty(runScriptArbitrary, async (script) => {
        const result = await runScript(script)
        expect(wrongsOf(script, result)).toEqual([])
        for (const { type } of result.queue.outcomes.values()) ends.add(type)
      }),
      { numRuns: propertyRuns(600) },
    )
    // The scripts reach every end.
    expect([...ends].toSorted()).toEqual(['confirmed', 'failed', 'sent', 'unknown'])
  },
)
