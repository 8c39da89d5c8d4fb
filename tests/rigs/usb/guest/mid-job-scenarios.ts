import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { LABEL_BYTES_PER_SECOND, rigJob } from './rig-jobs.ts'
import { aWhile, demand, demandSameBytes, SERIAL_NUMBER, withLane, type Scenario, type UsbWay } from './scenario.ts'
import { demandInTime } from './second-try.ts'
import { waitUntil } from './wait-until.ts'

/** A second is what a shop may wait; the emulated machine is several times slower than a till. */
const SHOWN_WITHIN_MS = 2000
/** Less than in a shop, to save the rig's time. */
const STALL_TIMEOUT_MS = 3000

/** What must be known of a printer while a job is on its way to it. */
export const midJobScenarios = (way: UsbWay): readonly Scenario[] => [
  {
    title: 'paper out in the middle of a label shows at once; with paper again the job goes on and is there once',
    run: async ({ printer }) =>
      withLane({ way, kind: 'label', stallTimeoutMs: STALL_TIMEOUT_MS }, async (lane) => {
        const firmware = printer.firmware()
        const job = rigJob('label', 50)
        const showsPaperOut = (): true | null =>
          lane.status()?.condition?.problems.includes('paper-out') === true ? true : null
        await firmware.set({ rate: LABEL_BYTES_PER_SECOND / 2 })
        const ending = lane.print(job)
        const soFar = await waitUntil(async () => {
          const { bytes } = await firmware.count()
          return bytes > job.length / 5 ? bytes : null
        }, 'the job is half way')
        await firmware.set({ stopAfter: soFar, portStatus: 0x38 })
        const outAtMs = performance.now()
        await waitUntil(showsPaperOut, 'it shows that paper is out')
        const shownMs = Math.round(performance.now() - outAtMs)
        // Longer than a printer is waited for that does not say why.
        await wait(STALL_TIMEOUT_MS + 1500)
        const stuck = lane.status()
        demand(stuck?.work === 'sending' && stuck.trouble?.code === 'paper-out', JSON.stringify(stuck))
        await firmware.set({ stopAfter: -1, portStatus: 0x18 })
        const { outcome, tookMs } = await ending
        demand(outcome.type === 'sent', `ended as ${JSON.stringify(outcome)}`)
        demandSameBytes(await printer.takeAll(job.length), job)
        await aWhile()
        demand((await firmware.count()).bytes === 0, 'more came by itself')
        const facts = `shown ${String(shownMs)} ms after the paper ended; sent, whole, after ${String(tookMs)} ms`
        demandInTime(shownMs < SHOWN_WITHIN_MS, facts)
        return facts
      }),
  },
  ...(way === 'usb' ? [endpointStalls] : []),
]

const endpointStalls: Scenario = {
  title: 'an endpoint that stalls: not sent, nothing twice, the next job is whole',
  run: async ({ printer }) =>
    withLane({ way: 'usb', kind: 'label' }, async (lane) => {
      execFileSync('python3', ['/rig/halt-printer.py', SERIAL_NUMBER])
      const [job, nextJob] = [rigJob('label', 51), rigJob('label', 52)]
      const { outcome } = await lane.print(job)
      const code = 'trouble' in outcome ? outcome.trouble.code : ''
      demand(outcome.type === 'unknown' && code === 'stalled', `ended as ${JSON.stringify(outcome)}`)
      demand((await printer.takeAll()).length === 0, 'some of it arrived')
      const { outcome: next } = await lane.print(nextJob)
      demand(next.type === 'sent', `the next job ended as ${JSON.stringify(next)}`)
      const got = await printer.takeAll(nextJob.length)
      const at = got.indexOf(nextJob)
      demand(at >= 0 && at + nextJob.length === got.length, `not whole in ${String(got.length)} bytes`)
      return `unknown (${code}), then ${String(at)} bytes of recovery and the whole next job`
    }),
}
