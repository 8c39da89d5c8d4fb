import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { createPrinterMonitor } from '../printer-monitor.ts'
import { outcomeOf } from '../transport.ts'
import { receiptPrinter, routesTo } from '../../../shared/domain/usual-printers.ts'
import { success } from '../../../shared/domain/result.ts'
import { createTcpTransport } from './tcp-transport.ts'

const JOB = Uint8Array.of(0x1b, 0x40, 0x0a)
const LIMITS = { connectTimeoutMs: 300, stallTimeoutMs: 300, closeTimeoutMs: 300 }
/** Several times what this machine needs for a connection to itself. */
const ANSWER_TIMEOUT_MS = 250

/** Listens, then looks away until it is woken; tells how many bytes came to it until the system tried again, after a second. */
const SILENT_HOST = `
const { createServer } = require('node:net')
const { parentPort, workerData } = require('node:worker_threads')
let bytes = 0
const server = createServer((socket) => socket.on('data', (data) => { bytes += data.length }))
server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
  parentPort.postMessage(server.address().port)
  Atomics.wait(workerData, 0, 0)
  setTimeout(() => parentPort.postMessage(bytes), 1200)
})
`

const isAnswered = async (socket: Socket): Promise<boolean> => {
  const timer = setTimeout(() => socket.emit('unanswered'), ANSWER_TIMEOUT_MS)
  const answered = once(socket, 'connect').then(() => true)
  const unanswered = once(socket, 'unanswered').then(() => false)
  try {
    return await Promise.race([answered, unanswered])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A port at which whoever connects hears nothing, not even a refusal, as from a printer that was switched off: of a program that
 * looks away, the system's own queue for connections is full, and it drops what comes then. `wake` gives the bytes that arrived.
 */
const startSilentHost = async (): Promise<{ port: number; wake: () => Promise<number> }> => {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(SILENT_HOST, { eval: true, workerData: flag })
  const sockets: Socket[] = []
  const heard = async (): Promise<number> => z.tuple([z.number()]).parse(await once(worker, 'message'))[0]
  const wakeUp = (): void => {
    Atomics.store(flag, 0, 1)
    Atomics.notify(flag, 0)
  }
  onTestFinished(async () => {
    wakeUp()
    for (const socket of sockets) socket.destroy()
    await worker.terminate()
  })
  const port = await heard()
  for (;;) {
    if (sockets.length > 16) throw new Error('the system goes on taking connections')
    const socket = connect({ host: '127.0.0.1', port })
    socket.on('error', () => undefined)
    sockets.push(socket)
    if (!(await isAnswered(socket))) {
      return {
        port,
        wake: () => {
          const bytes = heard()
          wakeUp()
          return bytes
        },
      }
    }
  }
}

test('a job to a network printer that is off fails in time as not found, and nothing comes to it later', async () => {
  const { port, wake } = await startSilentHost()
  const report = await createTcpTransport({ host: '127.0.0.1', port }, LIMITS).send(JOB)
  expect(report.acceptedBytes).toBe(0)
  expect(outcomeOf(report, JOB.length)).toEqual({
    type: 'failed',
    trouble: { code: 'not-found', detail: `connect ETIMEDOUT 127.0.0.1:${String(port)}` },
  })
  // The system of a printer that was switched on would take up a connection whose maker still tries.
  expect(await wake()).toBe(0)
})

/** What a monitor knows of the printer at this port, and every presence that it told. */
const watchPort = (host: string, port: number) => {
  const way = { type: 'tcp', host, port } as const
  const transport = createTcpTransport(way, LIMITS)
  const presences: string[] = []
  let questions = 0
  const monitor = createPrinterMonitor({
    settings: () => ({ version: 2, printers: [receiptPrinter('p', 'P', way)], routes: routesTo('p', null) }),
    runner: { state: () => null, visit: async (_id, work) => work() },
    openTransport: () => ({
      ...transport,
      ask: (...values) => {
        questions += 1
        return transport.ask(...values)
      },
    }),
    watchUsb: async () => success(() => undefined),
    log: () => undefined,
    now: () => performance.now(),
    onChanged: (statuses) => presences.push(...statuses.map(({ presence }) => presence)),
  })
  onTestFinished(monitor.stop)
  monitor.start()
  const untilPresence = (presence: string): Promise<void> =>
    vi.waitFor(() => expect(monitor.statuses()[0]?.presence).toBe(presence), { timeout: 10_000, interval: 5 })
  return { presences, untilPresence, questions: () => questions }
}

test('a network printer that is off is known to be absent after two looks, not to be busy', async () => {
  const { port } = await startSilentHost()
  const address = { host: '127.0.0.1', port }
  expect(await createTcpTransport(address, LIMITS).ask(Uint8Array.of(0x10, 0x04, 0x01), 200)).toMatchObject({
    type: 'absent',
    trouble: { code: 'not-found', detail: `connect ETIMEDOUT 127.0.0.1:${String(port)}` },
  })
  const { untilPresence, questions } = watchPort('127.0.0.1', port)
  await untilPresence('absent')
  expect(questions()).toBe(2)
})

test('a network printer that wakes up when it was looked for in vain is never shown as absent', async () => {
  const { port, wake } = await startSilentHost()
  const { presences, untilPresence, questions } = watchPort('127.0.0.1', port)
  await vi.waitFor(() => expect(questions()).toBe(1), { timeout: 5000, interval: 5 })
  await wake()
  await untilPresence('present')
  expect(questions()).toBeGreaterThanOrEqual(2)
  expect(presences).not.toContain('absent')
})

test.skipIf(process.platform !== 'linux')('a printer that the network says it cannot reach is absent', async () => {
  // Nothing has a connection to everybody: the system says so without asking a network.
  const { untilPresence, questions } = watchPort('255.255.255.255', 9100)
  await untilPresence('absent')
  expect(questions()).toBe(2)
})
