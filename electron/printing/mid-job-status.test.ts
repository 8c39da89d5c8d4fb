import { randomFillSync } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { PrinterSettings, TransportSettings } from '../../shared/domain/printer.ts'
import { success } from '../../shared/domain/result.ts'
import { receiptPrinter, routesTo } from '../../shared/domain/usual-printers.ts'
import { createPrinterMonitor, type PrinterMonitor } from './printer-monitor.ts'
import { waitingJob } from './testing/page-queue.ts'
import { createPrintRig, QUICK_LIMITS, type PrintRig } from './testing/print-rig.ts'
import type { Transport } from './transport.ts'
import { createTcpTransport } from './transports/tcp-transport.ts'
import { createMemoryUsb } from './transports/testing/memory-usb.ts'
import { startTcpPrinter, type TcpPrinter } from './transports/testing/tcp-printer.ts'
import { createUsbTransport } from './transports/usb-transport.ts'

const PATIENCE = { personTimeoutMs: 20_000, lookEveryMs: 30 }
/** More than the system's buffers of a connection hold. */
const JOB = randomFillSync(new Uint8Array(8_000_000))
const USB: TransportSettings = { type: 'usb', vendorId: 0x0483, productId: 0x5743, serialNumber: 'SN0001' }
/** Automatic status of ESC/POS: paper out, and well. */
const PAPER_OUT = Uint8Array.of(0x18, 0x00, 0x0c, 0x0f)
const WELL = Uint8Array.of(0x10, 0x00, 0x00, 0x0f)

describe('a printer whose paper ends in the middle of a job', () => {
  const ends: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0)) await end()
  })

  /** One printer with one job, its lane and its monitor, which asks nothing by itself. */
  const begin = (transport: TransportSettings, open: () => Transport, job: Uint8Array) => {
    const settings: PrinterSettings = {
      version: 2,
      printers: [{ ...receiptPrinter('r', 'Struk', transport), asksStatus: false }],
      routes: routesTo('r', 'r'),
    }
    const rig: PrintRig = createPrintRig(settings, [waitingJob('a')], {
      render: async () => success(job),
      openTransport: open,
      onStateChanged: () => monitor.look(),
      onHeard: (printer, heard) => monitor.overhear(printer, heard),
    })
    const monitor: PrinterMonitor = createPrinterMonitor({
      settings: () => rig.settings,
      runner: rig.runner,
      openTransport: open,
      watchUsb: async () => success(() => undefined),
      log: () => undefined,
      now: () => Date.now(),
      onChanged: () => undefined,
    })
    monitor.look()
    ends.push(
      () => rig.runner.stop(),
      () => monitor.stop(),
    )
    rig.runner.kick()
    const status = () => monitor.statuses()[0]
    return {
      rig,
      status,
      shows: (problems: readonly string[]) =>
        vi.waitFor(() => expect(status()?.condition?.problems).toEqual(problems), { timeout: 5000, interval: 5 }),
      outcome: () =>
        vi.waitFor(
          () => {
            const [outcome] = rig.queue.outcomes.values()
            if (outcome === undefined) throw new Error('no outcome')
            return outcome
          },
          { timeout: 5000, interval: 5 },
        ),
    }
  }
  const pass = (timeMs: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, timeMs)
    })

  test('over USB: it shows while the job is being sent, which goes on with new paper and is there once', async () => {
    const usb = createMemoryUsb({ stallsAtByte: 50_000, portStatus: 0x38 })
    const job = JOB.subarray(0, 120_127)
    const limits = { chunkTimeoutMs: 100, chunkBytes: 16_384, ...PATIENCE }
    const { shows, status, outcome } = begin(
      USB,
      () => createUsbTransport(USB_SETTINGS, limits, async () => usb.port),
      job,
    )
    await shows(['paper-out'])
    // Longer than a printer is waited for that does not say why.
    await pass(3 * limits.chunkTimeoutMs)
    expect(status()).toMatchObject({ work: 'sending', presence: 'present', trouble: { code: 'paper-out' } })
    usb.putInPaper()
    expect(await outcome()).toEqual({ type: 'sent', bytesSent: job.length })
    expect(usb.received().equals(job)).toBe(true)
    expect(usb.calls).not.toContain('abandon')
    await vi.waitFor(() => expect(status()).toMatchObject({ work: 'idle', trouble: null }))
  })

  test('over USB: given up when nobody puts any in; what it kept waiting does not come later', async () => {
    const usb = createMemoryUsb({ stallsAtByte: 50_000, portStatus: 0x38 })
    const limits = { chunkTimeoutMs: 50, chunkBytes: 16_384, personTimeoutMs: 200, lookEveryMs: 30 }
    const { outcome } = begin(
      USB,
      () => createUsbTransport(USB_SETTINGS, limits, async () => usb.port),
      JOB.subarray(0, 120_127),
    )
    expect(await outcome()).toMatchObject({ type: 'unknown', trouble: { code: 'paper-out' }, bytesSent: 49_152 })
    expect(usb.calls).toContain('abandon')
    usb.putInPaper()
    await pass(50)
    expect(usb.received()).toHaveLength(49_152)
  })

  test('over the network: it shows where the printer says so by itself, and the job goes on', async () => {
    let resume = (): void => undefined
    const printer: TcpPrinter = await startTcpPrinter((socket, received) => {
      let isOut = false
      socket.on('data', () => {
        if (isOut || received() < 100_000) return
        isOut = true
        socket.pause()
        socket.write(PAPER_OUT)
        resume = () => {
          socket.write(WELL)
          socket.resume()
        }
      })
      socket.once('end', () => socket.end())
    })
    ends.push(() => printer.stop())
    const address = { host: '127.0.0.1', port: printer.port }
    const limits = { ...QUICK_LIMITS, ...PATIENCE, stallTimeoutMs: 150 }
    const { shows, status, outcome } = begin(
      { type: 'tcp', ...address },
      () => createTcpTransport(address, limits),
      JOB,
    )
    await shows(['paper-out'])
    await pass(3 * limits.stallTimeoutMs)
    expect(status()).toMatchObject({ work: 'sending', trouble: { code: 'paper-out' } })
    resume()
    expect(await outcome()).toEqual({ type: 'sent', bytesSent: JOB.length })
    expect(printer.received().equals(JOB)).toBe(true)
    expect(printer.connections()).toBe(1)
    await shows([])
  })
})

const USB_SETTINGS = { vendorId: 0x0483, productId: 0x5743, serialNumber: 'SN0001' }
