import type { PrintOutcome } from '../../../../shared/domain/print-job.ts'
import { openTransport } from '../../../../electron/printing/transports/open-transport.ts'
import { LABEL_BYTES_PER_SECOND, rigJob, rigJobOfSize, type RigJobKind } from './rig-jobs.ts'
import { aWhile, demand, demandSameBytes, settingsOf, withLane, type Scenario, type UsbWay } from './scenario.ts'
import { waitUntil } from './wait-until.ts'

/** Less than in a shop, to save the rig's time. */
const STALL_TIMEOUT_MS = 3000
const KINDS: readonly RigJobKind[] = ['label', 'receipt']
/** What must hold when a job ends in its middle. */
export const cutScenarios = (way: UsbWay): readonly Scenario[] => [
  ...KINDS.map((kind) => paperOut(way, kind)),
  ...KINDS.map((kind) => cablePulled(way, kind)),
  {
    title: 'the port says that paper is out, and nobody puts any in: unknown, and nothing comes later',
    run: async ({ printer }) => {
      const firmware = printer.firmware()
      await firmware.set({ portStatus: 0x38, stopAfter: 0 })
      const startedMs = performance.now()
      const inquiry = await openTransport(settingsOf(way)).ask(new Uint8Array(), 500)
      const tookMs = Math.round(performance.now() - startedMs)
      const port = 'port' in inquiry ? inquiry.port : null
      demand(port !== null && port.isPaperEmpty && port.isSelected, JSON.stringify(inquiry))
      return withLane({ way, kind: 'label', stallTimeoutMs: 1000, personTimeoutMs: STALL_TIMEOUT_MS }, async (lane) => {
        const job = rigJob('label', 30)
        const { outcome, tookMs: jobMs } = await lane.print(job)
        const code = 'trouble' in outcome ? outcome.trouble.code : outcome.type
        demand(outcome.type === 'unknown' && code === 'paper-out', `ended as ${JSON.stringify(outcome)}`)
        demand(jobMs > STALL_TIMEOUT_MS, `it was not waited for: ${String(jobMs)} ms`)
        await firmware.set({ portStatus: 0x18, stopAfter: -1 })
        const got = await printer.takeAll()
        demandSameBytes(got, job.subarray(0, got.length))
        await aWhile()
        demand((await firmware.count()).bytes === 0, 'more came by itself')
        return `asked between jobs: ${String(tookMs)} ms; the job ended ${outcome.type}, ${code}, after ${String(jobMs)} ms`
      })
    },
  },
  {
    title: 'a short receipt that the stopped printer’s buffer holds is printed once when paper is back',
    run: async ({ printer }) =>
      withLane({ way, kind: 'receipt' }, async (lane) => {
        await printer.firmware().set({ stopAfter: 0 })
        const job = rigJobOfSize(4000, 31)
        const { outcome, tookMs } = await lane.print(job)
        await aWhile()
        await printer.firmware().set({ stopAfter: -1 })
        const got = await printer.takeAll()
        demand(outcome.type === 'sent' || outcome.type === 'unknown', `ended as ${JSON.stringify(outcome)}`)
        demandSameBytes(got, job.subarray(0, got.length))
        demand(outcome.type === 'unknown' || got.length === job.length, `sent, but ${String(got.length)} arrived`)
        return `${describe(outcome)} after ${String(tookMs)} ms; the printer got ${String(got.length)}`
      }),
  },
]

const describe = (outcome: PrintOutcome): string =>
  outcome.type === 'unknown'
    ? `unknown (${outcome.trouble.code}) at ${String(outcome.bytesSent)}`
    : outcome.type === 'failed'
      ? `failed (${outcome.trouble.code})`
      : outcome.type

const paperOut = (way: UsbWay, kind: RigJobKind): Scenario => ({
  title: `paper out in the middle of a ${kind}: unknown, nothing twice, the next job is whole`,
  run: async ({ printer }) =>
    withLane({ way, kind, stallTimeoutMs: STALL_TIMEOUT_MS }, async (lane) => {
      const firmware = printer.firmware()
      const [job, nextJob] = [rigJob(kind, 10), rigJob(kind, 11)]
      await firmware.set({ stopAfter: Math.floor(job.length / 8) })
      const { outcome, tookMs } = await lane.print(job)
      demand(outcome.type === 'unknown', `ended as ${JSON.stringify(outcome)}`)
      await firmware.set({ stopAfter: -1 })
      const got = await printer.takeAll()
      demandSameBytes(got, job.subarray(0, got.length))
      const bytesSent = outcome.type === 'unknown' ? outcome.bytesSent : 0
      const facts = `${describe(outcome)} after ${String(tookMs)} ms; the printer got ${String(got.length)}`
      demand(bytesSent <= got.length, `${facts}: more was told than arrived`)
      await aWhile()
      demand((await firmware.count()).bytes === 0, 'more came by itself')
      return `${facts}; ${await nextIsWhole(lane.print(nextJob), nextJob, printer.takeAll)}`
    }),
})

/** The next job follows what frees the printer from the cut-off one, and is there once. */
const nextIsWhole = async (
  printing: Promise<{ readonly outcome: PrintOutcome }>,
  job: Buffer,
  takeAll: (expectedBytes?: number) => Promise<Buffer>,
): Promise<string> => {
  const { outcome } = await printing
  demand(outcome.type === 'sent', `the next job ended as ${JSON.stringify(outcome)}`)
  const got = await takeAll(job.length)
  const at = got.indexOf(job)
  demand(at >= 0 && at + job.length === got.length, `the next job is not whole in ${String(got.length)} bytes`)
  return `then ${String(at)} bytes of recovery and the whole next job`
}

const cablePulled = (way: UsbWay, kind: RigJobKind): Scenario => ({
  title: `cable pulled in the middle of a ${kind}: unknown, nothing twice, the next job is whole`,
  run: async ({ printer }) =>
    withLane({ way, kind }, async (lane) => {
      const firmware = printer.firmware()
      const [job, nextJob] = [rigJob(kind, 20), rigJob(kind, 21)]
      await firmware.set({ rate: LABEL_BYTES_PER_SECOND / 2 })
      const ending = lane.print(job)
      await waitUntil(
        async () => ((await firmware.count()).bytes > job.length / 5 ? true : null),
        'the job is half way',
      )
      const pulledMs = performance.now()
      const got = await printer.switchOff()
      const { outcome } = await ending
      const tookMs = Math.round(performance.now() - pulledMs)
      demand(outcome.type === 'unknown', `ended as ${JSON.stringify(outcome)}`)
      demandSameBytes(got, job.subarray(0, got.length))
      await printer.switchOn(0)
      await aWhile()
      demand((await printer.firmware().count()).bytes === 0, 'the rest came by itself')
      const facts = `${describe(outcome)} ${String(tookMs)} ms after the pull; the printer got ${String(got.length)}`
      return `${facts}; ${await nextIsWhole(lane.print(nextJob), nextJob, printer.takeAll)}`
    }),
})
