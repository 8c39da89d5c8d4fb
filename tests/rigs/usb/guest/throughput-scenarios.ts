import { SMALL_BUFFERS } from './rig-gadget.ts'
import { LABEL_BYTES_PER_SECOND, rigJob } from './rig-jobs.ts'
import type { RigPrinter } from './rig-printer.ts'
import { demand, demandSameBytes, withLane, type Scenario, type UsbWay } from './scenario.ts'
import { demandInTime } from './second-try.ts'
import { waitUntil } from './wait-until.ts'

/** How many; an ordinary run prints fewer than a shop does in one go. */
const labels = Number(process.env['KONTER_RIG_LABELS'] ?? '1')
/** The head's longest stop; a fifth of a second is usual in the emulated machine, and a lane that pauses shows in it. */
const LONGEST_WAIT_MS = 1000
/** A label, its taking and its comparing, several times over. */
const LABEL_TIMEOUT_MS = 4000
/** Set to hold one label while it prints another. */
const ONE_LABEL_BUFFERS = 16

/** What must hold when labels are printed in a row. */
export const throughputScenarios = (way: UsbWay): readonly Scenario[] => [
  {
    title: `${String(labels)} labels in a row go as fast as a printer of 100 mm/s takes them`,
    timeoutMs: labels * LABEL_TIMEOUT_MS,
    run: async ({ printer }) => {
      await printer.switchOff()
      printer.gadget.giveBuffers(ONE_LABEL_BUFFERS)
      await printer.switchOn(0)
      try {
        return await printInARow(way, printer)
      } finally {
        await printer.switchOff()
        printer.gadget.giveBuffers(SMALL_BUFFERS)
      }
    },
  },
]

const printInARow = (way: UsbWay, printer: RigPrinter): Promise<string> =>
  withLane({ way, kind: 'label' }, async (lane) => {
    const firmware = printer.firmware()
    await firmware.set({ rate: LABEL_BYTES_PER_SECOND })
    const jobs = Array.from({ length: labels }, (_, at) => rigJob('label', 100 + at))
    const total = Buffer.concat(jobs)
    const startedMs = performance.now()
    const ends = await lane.printAll(jobs)
    demand(
      ends.every(({ outcome }) => outcome.type === 'sent'),
      'not every label was taken',
    )
    // Its buffer empties at the head's own pace.
    await waitUntil(async () => ((await firmware.count()).bytes >= total.length ? true : null), 'all are printed')
    const tookMs = performance.now() - startedMs
    const { count, bytes: got } = await firmware.take()
    demandSameBytes(got, total)
    const floorMs = (total.length / LABEL_BYTES_PER_SECOND) * 1000
    const facts =
      `${(tookMs / 1000).toFixed(2)} s, the head alone needs ${(floorMs / 1000).toFixed(2)} s; ` +
      `it waited ${String(count.waitedMs)} ms in all, ${String(count.longestWaitMs)} ms at most`
    demandInTime(tookMs < floorMs * 1.1 && count.longestWaitMs < LONGEST_WAIT_MS, facts)
    return facts
  })
