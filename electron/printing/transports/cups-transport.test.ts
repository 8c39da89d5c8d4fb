import { randomFillSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outcomeOf } from '../transport.ts'
import { ensureAbortPolicy, listCupsQueues } from './cups-queues.ts'
import { createCupsTransport } from './cups-transport.ts'
import { startPrivateCups, whyNoCups, type PrivateCups } from './testing/private-cups.ts'
import { startTcpPrinter, type TcpPrinter } from './testing/tcp-printer.ts'

const JOB = randomFillSync(new Uint8Array(120_127))
const HUGE_JOB = randomFillSync(new Uint8Array(12_000_000))
const LIMITS = { handOverTimeoutMs: 15_000, followTimeoutMs: 15_000, followEveryMs: 100, bytesPerSecond: 10_000_000 }
const IMPATIENT = { ...LIMITS, followTimeoutMs: 500 }
const reason = whyNoCups()
if (reason !== null) process.stderr.write(`The tests with a real CUPS were skipped: ${reason}.\n`)

describe.skipIf(reason !== null)('a raw queue of a real CUPS', () => {
  const started: { cups?: PrivateCups } = {}
  const printers: TcpPrinter[] = []
  const cups = (): PrivateCups => {
    if (started.cups === undefined) throw new Error('not started')
    return started.cups
  }
  const start = async (...values: Parameters<typeof startTcpPrinter>): Promise<string> => {
    const printer = await startTcpPrinter(...values)
    printers.push(printer)
    return `socket://127.0.0.1:${String(printer.port)}/?contimeout=2`
  }
  beforeAll(async () => {
    started.cups = await startPrivateCups()
  }, 30_000)
  afterAll(async () => {
    await Promise.all(printers.map((printer) => printer.stop()))
    await started.cups?.stop()
  })
  const print = async (queue: string, bytes: Uint8Array = JOB, limits = LIMITS) =>
    outcomeOf(await createCupsTransport(queue, limits, cups().run).send(bytes), bytes.length)

  test('takes a job byte for byte, once', async () => {
    const uri = await start((socket) => socket.once('end', () => socket.end()))
    await cups().addQueue('LABEL', uri, ['-E'])
    expect(await print('LABEL')).toEqual({ type: 'sent', bytesSent: JOB.length })
    const printer = printers.at(-1)
    expect(printer?.received().equals(JOB)).toBe(true)
    expect(printer?.connections()).toBe(1)
    const inquiry = await createCupsTransport('LABEL', LIMITS, cups().run).ask(new Uint8Array(), 100)
    expect(inquiry).toEqual({ type: 'told', problems: [], isPrinting: false, isConnecting: false })
  }, 30_000)

  test('that does not exist fails a job, and is found absent', async () => {
    expect(await print('NONE')).toMatchObject({ type: 'failed', trouble: { code: 'not-found' } })
    const inquiry = await createCupsTransport('NONE', LIMITS, cups().run).ask(new Uint8Array(), 100)
    expect(inquiry).toMatchObject({ type: 'absent', trouble: { code: 'not-found' } })
    expect((await ensureAbortPolicy('NONE', cups().run)).ok).toBe(false)
  })

  test('gives a job up when its printer is off, once told to: unknown, since CUPS had begun', async () => {
    const uri = await start(() => undefined)
    await printers.at(-1)?.stop()
    printers.pop()
    await cups().addQueue('OFF', uri, ['-E'])
    expect(await ensureAbortPolicy('OFF', cups().run)).toEqual({ ok: true, value: null })
    expect(await print('OFF')).toMatchObject({ type: 'unknown', trouble: { code: 'queue-refused' } })
  }, 40_000)

  test('whose printer resets in the middle: unknown', async () => {
    const uri = await start((socket) => socket.once('data', () => socket.resetAndDestroy()))
    await cups().addQueue('RESET', uri, ['-E', '-o', 'printer-error-policy=abort-job'])
    expect(await print('RESET', HUGE_JOB)).toMatchObject({ type: 'unknown', trouble: { code: 'queue-refused' } })
  }, 30_000)

  test('whose printer takes nothing: unknown, and cancelled so that nothing comes later', async () => {
    const uri = await start((socket) => socket.pause(), { reads: false })
    await cups().addQueue('STUCK', uri, ['-E'])
    expect(await print('STUCK', HUGE_JOB, IMPATIENT)).toMatchObject({ type: 'unknown', trouble: { code: 'stalled' } })
    const left = await cups().run('lpstat', ['-W', 'not-completed', '-o', 'STUCK'], { timeoutMs: 5000 })
    expect(left.type === 'ended' ? left.stdout : left.detail).toBe('')
  }, 30_000)

  test('that is stopped: failed, since it was cancelled before it began', async () => {
    const uri = await start(() => undefined)
    const printer = printers.at(-1)
    await cups().addQueue('STOPPED', uri)
    await cups().run('cupsaccept', ['STOPPED'], { timeoutMs: 5000 })
    const transport = createCupsTransport('STOPPED', IMPATIENT, cups().run)
    expect(await transport.ask(new Uint8Array(), 100)).toMatchObject({ type: 'told', problems: ['queue-paused'] })
    expect(await print('STOPPED', JOB, IMPATIENT)).toMatchObject({ type: 'failed', trouble: { code: 'queue-refused' } })
    await cups().run('cupsenable', ['STOPPED'], { timeoutMs: 5000 })
    expect(await print('STOPPED', JOB.subarray(0, 10), IMPATIENT)).toMatchObject({ type: 'unknown' })
    expect(printer?.received().equals(JOB.subarray(0, 10))).toBe(true)
  }, 30_000)

  test('is listed with its device', async () => {
    const queues = await listCupsQueues(cups().run)
    const found = queues.ok ? queues.value.find(({ queue }) => queue === 'LABEL') : null
    expect(found?.deviceUri).toMatch(/^socket:\/\/127\.0\.0\.1:\d+/u)
  })
})

test('a queue name that no program can be given fails a job, and nothing is sent', async () => {
  const report = await createCupsTransport('LABEL\0', LIMITS).send(JOB)
  expect(report).toMatchObject({ hasBegun: false, trouble: { code: 'not-found' } })
})

test('without CUPS nothing is sent, and it is said', async () => {
  const run = () => Promise.resolve({ type: 'missing', detail: 'spawn lp ENOENT' } as const)
  const report = await createCupsTransport('LABEL', LIMITS, run).send(JOB)
  expect(report).toMatchObject({ hasBegun: false, trouble: { code: 'not-found', detail: 'spawn lp ENOENT' } })
  expect(await listCupsQueues(run)).toEqual({ ok: false, error: 'spawn lp ENOENT' })
})
