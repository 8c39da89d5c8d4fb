import type { Socket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { success } from '../../shared/domain/result.ts'
import { createPrinterMonitor, type PrinterMonitor } from './printer-monitor.ts'
import { questionsFor } from './printer-questions.ts'
import { bytesOf, renderBytes, waitingJob } from './testing/page-queue.ts'
import { createPrintRig, QUICK_LIMITS, twoPrinters, type PrintRig } from './testing/print-rig.ts'
import { createTcpTransport } from './transports/tcp-transport.ts'
import { startTcpPrinter, type TcpPrinter } from './transports/testing/tcp-printer.ts'

const INTERVALS = { promptMs: 20, costlyMs: 20, rareMs: 60, soonMs: 5 }
const QUESTION = Buffer.from(questionsFor('escpos').status.question)
/** DLE EOT 1 to 4. */
const WELL = Uint8Array.of(0x12, 0x12, 0x12, 0x12)
const PAPER_OUT = Uint8Array.of(0x1a, 0x32, 0x12, 0x72)

describe('printer monitor over the network', () => {
  const ends: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })

  /** A receipt printer that answers `answer` to its question, its monitor and its runner. */
  const begin = async () => {
    const state = { answer: WELL }
    /** What came over each connection. */
    const heard: Buffer[] = []
    const printer: TcpPrinter = await startTcpPrinter((socket: Socket) => {
      const index = heard.push(Buffer.alloc(0)) - 1
      socket.on('data', (data) => {
        heard[index] = Buffer.concat([heard[index] ?? Buffer.alloc(0), data])
        if (heard[index]?.equals(QUESTION)) socket.write(state.answer)
      })
      socket.on('end', () => socket.end())
    })
    const { printers, routes } = twoPrinters(printer.port, 1)
    const receipts = printers.slice(0, 1).map((each) => ({ ...each, asksStatus: true }))
    const rig: PrintRig = createPrintRig({ version: 2, printers: receipts, routes }, [], {
      // The end of a job is not asked for: every connection is either a job or a question.
      openTransport: ({ transport }) => {
        if (transport.type !== 'tcp') throw new Error('not this way')
        const { send, ask } = createTcpTransport(transport, QUICK_LIMITS)
        return { send: (bytes) => send(bytes), ask }
      },
      render: renderBytes(60_000),
      onStateChanged: () => monitor.look(),
    })
    const monitor: PrinterMonitor = createPrinterMonitor({
      settings: () => rig.settings,
      runner: rig.runner,
      openTransport: (way) => {
        if (way.type !== 'tcp') throw new Error('not this way')
        return createTcpTransport(way, QUICK_LIMITS)
      },
      watchUsb: async () => success(() => undefined),
      log: () => undefined,
      now: () => Date.now(),
      onChanged: () => undefined,
      intervals: INTERVALS,
    })
    ends.push(monitor.stop, rig.runner.stop, printer.stop)
    monitor.start()
    return { state, heard, printer, rig, monitor, status: () => monitor.statuses()[0] }
  }
  const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 5000, interval: 5 })

  test('shows what the printer says, and that it is gone', async () => {
    const { state, printer, status } = await begin()
    await until(() => expect(status()).toMatchObject({ presence: 'present', condition: { problems: [] } }))
    state.answer = PAPER_OUT
    await until(() => expect(status()?.condition?.problems).toEqual(['paper-out']))
    await printer.stop()
    await until(() => expect(status()).toMatchObject({ presence: 'unknown', condition: null }))
  })

  test('never talks into a job', async () => {
    const { heard, rig, status } = await begin()
    await until(() => expect(status()?.presence).toBe('present'))
    for (let id = 0; id < 12; id += 1) {
      rig.queue.jobs.push(waitingJob(String(id)))
      rig.runner.kick()
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
    await until(() => expect(rig.queue.outcomes.size).toBe(12))
    expect([...rig.queue.outcomes.values()].every(({ type }) => type === 'sent')).toBe(true)
    const jobs = heard.filter((bytes) => bytes.length > 0 && !bytes.equals(QUESTION))
    expect(jobs.map((bytes) => bytes.subarray(0, 4).toString('latin1'))).toHaveLength(12)
    jobs.forEach((bytes, index) => expect(bytes.equals(Buffer.from(bytesOf(String(index), 60_000)))).toBe(true))
    await until(() => expect(status()).toMatchObject({ work: 'idle', condition: { problems: [] } }))
  })
})
