import { randomFillSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../transport.ts'
import type { SpoolerAnswer, SpoolerPort } from './spooler-port.ts'
import { createSpoolerTransport, listSpoolerPrinters, spoolerTransportOver } from './spooler-transport.ts'

const JOB = randomFillSync(new Uint8Array(150_000))
const LIMITS = { followTimeoutMs: 20, followEveryMs: 5 }

type Plan = {
  readonly refuses?: keyof SpoolerPort<number>
  /** Windows' error at a write once it took as many bytes. */
  readonly writesUpTo?: number
  /** The job's status each time that it is looked for; not listed after the last. */
  readonly statuses?: readonly number[]
  readonly status?: number
  readonly attributes?: number
}

const createMemorySpooler = (plan: Plan = {}) => {
  const received: Uint8Array[] = []
  const calls: string[] = []
  let count = 0
  let looks = 0
  const answer = <Value>(name: keyof SpoolerPort<number>, value: Value): Promise<SpoolerAnswer<Value>> => {
    calls.push(name)
    return Promise.resolve(plan.refuses === name ? { ok: false, code: 1801 } : { ok: true, value })
  }
  const port: SpoolerPort<number> = {
    openPrinter: () => answer('openPrinter', 1),
    startDocument: () => answer('startDocument', 7),
    startPage: () => answer('startPage', true),
    write: (_handle, bytes) => {
      if (plan.writesUpTo !== undefined && count + bytes.length > plan.writesUpTo) {
        return Promise.resolve({ ok: false, code: 112, taken: plan.writesUpTo - count })
      }
      received.push(Uint8Array.from(bytes))
      count += bytes.length
      return Promise.resolve({ ok: true, value: bytes.length })
    },
    endPage: () => answer('endPage', true),
    endDocument: () => answer('endDocument', true),
    abort: () => answer('abort', true),
    close: () => answer('close', true),
    state: () => answer('state', { attributes: plan.attributes ?? 0, status: plan.status ?? 0 }),
    jobs: () => {
      const status = plan.statuses?.[looks]
      looks += 1
      return answer('jobs', status === undefined ? [] : [{ jobId: 7, status, statusText: 'words' }])
    },
    printerNames: () => answer('printerNames', ['LABEL']),
  }
  return { port, calls, received: () => Buffer.concat(received) }
}

const print = async ({ port }: ReturnType<typeof createMemorySpooler>) =>
  outcomeOf(await spoolerTransportOver(port, 'LABEL', LIMITS).send(JOB), JOB.length)

describe('a job to the Windows spooler', () => {
  test('is handed over in chunks, in one document of one page, and followed until the queue lets go of it', async () => {
    const spooler = createMemorySpooler({ statuses: [0, 0x10] })
    expect(await print(spooler)).toEqual({ type: 'sent', bytesSent: JOB.length })
    expect(spooler.received().equals(JOB)).toBe(true)
    expect(spooler.calls).toEqual([
      'openPrinter',
      'startDocument',
      'startPage',
      'endPage',
      'endDocument',
      'jobs',
      'jobs',
      'jobs',
      'close',
    ])
  })

  test.each([
    ['openPrinter', ['openPrinter']],
    ['startDocument', ['openPrinter', 'startDocument', 'close']],
    ['startPage', ['openPrinter', 'startDocument', 'startPage', 'abort', 'close']],
  ] as const)('fails when %s is refused', async (refuses, calls) => {
    const spooler = createMemorySpooler({ refuses })
    expect(await print(spooler)).toMatchObject({ type: 'failed', trouble: { detail: 'Windows 1801' } })
    expect(spooler.calls).toEqual(calls)
  })

  test('fails, and is dropped, when not one byte was taken', async () => {
    const spooler = createMemorySpooler({ writesUpTo: 0 })
    expect(await print(spooler)).toMatchObject({ type: 'failed', trouble: { code: 'queue-refused' } })
    expect(spooler.calls).toContain('abort')
    expect(spooler.calls).not.toContain('endDocument')
  })

  test('is unknown, and dropped, when only a part was taken', async () => {
    const spooler = createMemorySpooler({ writesUpTo: 70_000 })
    expect(await print(spooler)).toMatchObject({ type: 'unknown', bytesSent: 70_000 })
    expect(spooler.calls).toContain('abort')
  })

  test('is unknown when the very first write took a part before it failed', async () => {
    expect(await print(createMemorySpooler({ writesUpTo: 10 }))).toMatchObject({ type: 'unknown', bytesSent: 10 })
  })

  test('is unknown when the document cannot be ended', async () => {
    expect((await print(createMemorySpooler({ refuses: 'endDocument' }))).type).toBe('unknown')
  })

  test.each([
    [0, 'not-confirmed'],
    [0x40, 'paper-out'],
    [0x100, 'queue-refused'],
  ])('is unknown when it still lies in the queue with status %i: %s', async (status, code) => {
    const spooler = createMemorySpooler({ statuses: Array.from({ length: 50 }, () => status) })
    expect(await print(spooler)).toMatchObject({ type: 'unknown', trouble: { code } })
  })

  test('is sent when the queue keeps printed jobs', async () => {
    expect((await print(createMemorySpooler({ statuses: [0x80, 0x80, 0x80] }))).type).toBe('sent')
  })
})

describe('asking the Windows spooler', () => {
  const ask = ({ port }: ReturnType<typeof createMemorySpooler>) =>
    spoolerTransportOver(port, 'LABEL', LIMITS).ask(new Uint8Array(), 100)

  test('tells what the driver tells, and nothing where it tells nothing', async () => {
    expect(await ask(createMemorySpooler())).toEqual({ type: 'deaf' })
    expect(await ask(createMemorySpooler({ status: 0x10 }))).toEqual({
      type: 'silent',
      port: { isPaperEmpty: true, hasError: false, isSelected: true },
    })
    expect(await ask(createMemorySpooler({ attributes: 0x400 }))).toEqual({
      type: 'silent',
      port: { isPaperEmpty: false, hasError: false, isSelected: false },
    })
  })

  test('finds a printer that does not exist absent', async () => {
    expect(await ask(createMemorySpooler({ refuses: 'openPrinter' }))).toMatchObject({
      type: 'absent',
      trouble: { code: 'not-found' },
    })
  })
})

test.runIf(process.platform !== 'win32')(
  'without Windows there is no spooler, which is said and nothing sent',
  async () => {
    expect((await createSpoolerTransport('LABEL').send(JOB)).hasBegun).toBe(false)
    expect((await createSpoolerTransport('LABEL').ask(new Uint8Array(), 10)).type).toBe('absent')
    expect((await listSpoolerPrinters()).ok).toBe(false)
  },
)
