import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { rigJob } from './rig-jobs.ts'
import {
  aWhile,
  demand,
  demandSameBytes,
  SERIAL_NUMBER,
  withLane,
  type Bench,
  type Scenario,
  type UsbWay,
} from './scenario.ts'

const PRINTER_FILES = '/dev/usb'
const HOLDER = '/rig/hold-printer.py'
const NOBODY = 65_534

const printerFiles = (): readonly string[] => (existsSync(PRINTER_FILES) ? readdirSync(PRINTER_FILES) : [])

/** Prints a label that must end as failed with this code, so that not one byte may arrive; gives how long that took. */
const demandFailed = async (way: UsbWay, code: string): Promise<string> =>
  withLane({ way, kind: 'label' }, async (lane) => {
    const { outcome, tookMs } = await lane.print(rigJob('label', 40))
    demand(outcome.type === 'failed' && outcome.trouble.code === code, `ended as ${JSON.stringify(outcome)}`)
    return `failed (${code}) after ${String(tookMs)} ms`
  })

const demandNextWhole = async (way: UsbWay, { printer }: Bench): Promise<void> =>
  withLane({ way, kind: 'label' }, async (lane) => {
    const job = rigJob('label', 41)
    const { outcome } = await lane.print(job)
    demand(outcome.type === 'sent', `the next job ended as ${JSON.stringify(outcome)}`)
    demandSameBytes(await printer.takeAll(job.length), job)
  })

/** What must hold when the printer cannot take a job at all. */
export const absentScenarios = (way: UsbWay): readonly Scenario[] => [
  {
    title: 'printer off: failed, and no file appears in its place; on again, the next job is whole',
    run: async (bench) => {
      await bench.printer.switchOff()
      const facts = await demandFailed(way, 'not-found')
      demand(printerFiles().length === 0, `${PRINTER_FILES} holds ${printerFiles().join(', ')}`)
      await bench.printer.switchOn(0)
      await aWhile()
      demand((await bench.printer.firmware().count()).bytes === 0, 'the failed job was printed later')
      await demandNextWhole(way, bench)
      return facts
    },
  },
  heldBy(way, way),
  // What has the device file open must not lose the printer in the middle of its work either.
  ...(way === 'usb' ? [heldBy('usb', 'device')] : []),
  {
    title: 'a person without the right to print: not permitted',
    run: async (bench) => {
      process.setegid?.(NOBODY)
      process.seteuid?.(NOBODY)
      let facts: string
      try {
        facts = await demandFailed(way, 'not-permitted')
      } finally {
        process.seteuid?.(0)
        process.setegid?.(0)
      }
      demand((await bench.printer.takeAll()).length === 0, 'something was printed all the same')
      return facts
    },
  },
  ...(way === 'usb' ? serialNumberScenarios : []),
]

const serialNumberScenarios: readonly Scenario[] = [
  {
    title: 'found again by its serial number on another port, while a printer of the same model has its old number',
    run: async (bench) => {
      const { printer, otherPrinter } = bench
      const before = printer.gadget.deviceFile()
      await printer.switchOff()
      await otherPrinter.switchOn(0)
      await printer.switchOn(1)
      try {
        const after = printer.gadget.deviceFile()
        demand(before !== after, `it is ${String(after)} as before`)
        await demandNextWhole('usb', bench)
        demand((await otherPrinter.takeAll()).length === 0, 'the other printer got something')
        return `${String(before)}, then ${String(after)}`
      } finally {
        await printer.switchOff()
        await otherPrinter.switchOff()
        await printer.switchOn(0)
      }
    },
  },
  {
    title: 'another printer of the same model in its place is not printed on',
    run: async ({ printer }) => {
      await printer.switchOff()
      printer.gadget.renumber('SN0009')
      try {
        await printer.switchOn(0)
        const facts = await demandFailed('usb', 'not-found')
        demand((await printer.takeAll()).length === 0, 'it got something')
        return facts
      } finally {
        await printer.switchOff()
        printer.gadget.renumber(SERIAL_NUMBER)
        await printer.switchOn(0)
      }
    },
  },
]

const heldBy = (way: UsbWay, hold: UsbWay): Scenario => ({
  title: `${hold === 'usb' ? 'the interface' : 'the device file'} held by another program: busy; let go, the next job is whole`,
  run: async (bench) => {
    const holder = spawn('python3', [HOLDER, hold, SERIAL_NUMBER], { stdio: ['pipe', 'pipe', 'inherit'] })
    const gone = once(holder, 'exit')
    let facts: string
    try {
      await once(holder.stdout, 'data')
      facts = await demandFailed(way, 'busy')
    } finally {
      holder.stdin.end()
      await gone
    }
    demand((await bench.printer.takeAll()).length === 0, 'something was printed all the same')
    await demandNextWhole(way, bench)
    return facts
  },
})
