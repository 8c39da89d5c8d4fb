import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { success } from '../../../shared/domain/result.ts'
import { receiptPrinter, routesTo } from '../../../shared/domain/usual-printers.ts'
import { createPrinterMonitor } from '../printer-monitor.ts'
import { startTcpPrinter } from './testing/tcp-printer.ts'
import { createTcpTransport } from './tcp-transport.ts'

const LIMITS = { connectTimeoutMs: 1000, stallTimeoutMs: 300, closeTimeoutMs: 1000 }
const JOB = Buffer.from('one receipt')

test('a printer that refuses while another till uses it gets the job once, when it is free', async () => {
  const before = await startTcpPrinter(() => undefined)
  const { port } = before
  await before.stop()
  const sending = createTcpTransport({ host: '127.0.0.1', port }, { ...LIMITS, refusedTimeoutMs: 5000 }).send(JOB)
  await new Promise((resolve) => setTimeout(resolve, 400))
  const free = await startTcpPrinter((socket) => socket.on('end', () => socket.end()), { port })
  try {
    expect(await sending).toMatchObject({ acceptedBytes: JOB.length, hasBegun: true, trouble: null })
    expect(free.received().equals(JOB)).toBe(true)
  } finally {
    await free.stop()
  }
})

test('one that goes on refusing fails in time, with nothing sent', async () => {
  const gone = await startTcpPrinter(() => undefined)
  await gone.stop()
  const transport = createTcpTransport({ host: '127.0.0.1', port: gone.port }, { ...LIMITS, refusedTimeoutMs: 300 })
  expect(await transport.send(JOB)).toMatchObject({ acceptedBytes: 0, hasBegun: false, trouble: { code: 'not-found' } })
})

/** Watches the printer at this port for some looks and gives every presence that was told. */
const presencesOver = async (port: number, looks: number): Promise<readonly string[]> => {
  const way = { type: 'tcp', host: '127.0.0.1', port } as const
  const transport = createTcpTransport(way, LIMITS)
  const presences: string[] = []
  let ended = 0
  const monitor = createPrinterMonitor({
    settings: () => ({ version: 2, printers: [receiptPrinter('p', 'P', way)], routes: routesTo('p', null) }),
    runner: { state: () => null, visit: async (_id, work) => work() },
    openTransport: () => ({
      ...transport,
      ask: async (...values) => {
        const inquiry = await transport.ask(...values)
        ended += 1
        return inquiry
      },
    }),
    watchUsb: async () => success(() => undefined),
    log: () => undefined,
    now: () => performance.now(),
    onChanged: (statuses) => presences.push(...statuses.map(({ presence }) => presence)),
    intervals: { promptMs: 20, costlyMs: 20, rareMs: 20, soonMs: 5 },
  })
  onTestFinished(monitor.stop)
  monitor.start()
  await vi.waitFor(() => expect(ended).toBeGreaterThan(looks), { timeout: 10_000, interval: 5 })
  return [...presences, monitor.statuses()[0]?.presence ?? '']
}

test('a printer that refuses, as it does while another till prints on it, is never called off, however often it does', async () => {
  const taken = await startTcpPrinter(() => undefined)
  await taken.stop()
  expect(new Set(await presencesOver(taken.port, 20))).toEqual(new Set(['unknown']))
})

test('one that lets this till wait while another uses its only connection is never called off', async () => {
  const printer = await startTcpPrinter((socket) => {
    // It reads the first connection alone.
    if (printer.connections() > 1) socket.pause()
  })
  onTestFinished(printer.stop)
  const other = connect({ host: '127.0.0.1', port: printer.port })
  onTestFinished(() => {
    other.destroy()
  })
  await vi.waitFor(() => expect(printer.connections()).toBe(1), { timeout: 5000, interval: 5 })
  expect(await presencesOver(printer.port, 6)).not.toContain('absent')
})
