import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { outcomeOf } from '../transport.ts'
import { createDeviceTransport } from './device-transport.ts'
import { readDevicePortStatus } from './device-port-status.ts'

const JOB = randomFillSync(new Uint8Array(120_127))
const LIMITS = { stallTimeoutMs: 200, retryEveryMs: 5 }

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'konter-device-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** Opens a pipe's reading end without waiting for a writer. */
const openReader = (path: string): number => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
const fifo = (): string => {
  const path = join(directory, 'lp0')
  execFileSync('mkfifo', [path])
  return path
}
const print = async (path: string) => outcomeOf(await createDeviceTransport(path, LIMITS).send(JOB), JOB.length)

describe('a job to a device file', () => {
  test('tells how far it is', async () => {
    const path = fifo()
    const reader = new Socket({ fd: openReader(path), readable: true, writable: false })
    reader.resume()
    const progress: number[] = []
    const report = await createDeviceTransport(path, LIMITS).send(JOB, { onProgress: (bytes) => progress.push(bytes) })
    reader.destroy()
    expect(outcomeOf(report, JOB.length)).toEqual({ type: 'sent', bytesSent: JOB.length })
    expect(progress.at(-1)).toBe(JOB.length)
    expect(progress.length).toBeGreaterThan(5)
  })

  test.each([
    ['a file', () => join(directory, 'accounts')],
    ['a link to a file', () => join(directory, 'link')],
    ['a folder', () => directory],
    ['memory', () => '/dev/null'],
  ])('is refused, and nothing written, where the device is %s', async (_what, pathOf) => {
    const accounts = join(directory, 'accounts')
    writeFileSync(accounts, 'root:x:0:0')
    symlinkSync(accounts, join(directory, 'link'))
    expect(await print(pathOf())).toMatchObject({ type: 'failed', trouble: { code: 'not-found' } })
    const inquiry = await createDeviceTransport(pathOf(), LIMITS).ask(new Uint8Array([1]), 50)
    expect(inquiry).toMatchObject({ type: 'absent', trouble: { code: 'not-found' } })
    expect(readFileSync(accounts, 'utf8')).toBe('root:x:0:0')
  })

  test('fails where the device is missing, and makes no file in its place', async () => {
    const path = join(directory, 'lp0')
    expect(await print(path)).toMatchObject({ type: 'failed', trouble: { code: 'not-found' } })
    expect(existsSync(path)).toBe(false)
  })

  test('arrives whole at a printer that takes it slowly', async () => {
    const path = fifo()
    const received: Buffer[] = []
    const reader = new Socket({ fd: openReader(path), readable: true, writable: false })
    reader.on('data', (data: Buffer) => {
      received.push(data)
      reader.pause()
      setTimeout(() => reader.resume(), 2)
    })
    const ended = new Promise((resolve) => {
      reader.once('end', resolve)
    })
    const outcome = await print(path)
    await ended
    reader.destroy()
    expect(outcome.type).toBe('sent')
    expect(Buffer.concat(received).equals(JOB)).toBe(true)
  })

  test('fails where nobody is behind the device, since nothing left', async () => {
    expect(await print(fifo())).toMatchObject({ type: 'failed', trouble: { code: 'not-found' } })
  })

  test('is unknown, with what was taken, when the printer stops', async () => {
    const path = fifo()
    const reader = openReader(path)
    const outcome = await print(path)
    closeSync(reader)
    expect(outcome).toMatchObject({ type: 'unknown', trouble: { code: 'stalled' } })
    expect('bytesSent' in outcome ? outcome.bytesSent : 0).toBeGreaterThan(0)
  })
})

describe('a job to a printer whose paper ends', () => {
  const EMPTY = { isPaperEmpty: true, isSelected: true, hasError: false }
  const WELL = { ...EMPTY, isPaperEmpty: false }

  /** Sends a job to a pipe that nobody empties until the test does; its port is as the test sets it. */
  const begin = (personTimeoutMs: number) => {
    const path = fifo()
    const rig = { port: EMPTY, told: [] as boolean[], wants: null as 'paper-out' | null, reader: openReader(path) }
    const limits = { ...LIMITS, personTimeoutMs, lookEveryMs: 30 }
    const sending = createDeviceTransport(path, limits, async () => rig.port).send(JOB, {
      overhearing: {
        onSaid: () => undefined,
        onPort: ({ isPaperEmpty }) => {
          rig.told.push(isPaperEmpty)
          rig.wants = isPaperEmpty ? 'paper-out' : null
        },
        wants: () => rig.wants,
      },
    })
    return Object.assign(rig, { sending })
  }

  test('is told of, waits for paper longer than a printer is waited for that does not say why, and goes on', async () => {
    const rig = begin(20_000)
    await vi.waitFor(() => expect(rig.told.length).toBeGreaterThan(10), { timeout: 5000 })
    rig.port = WELL
    const received: Buffer[] = []
    const reader = new Socket({ fd: rig.reader, readable: true, writable: false })
    reader.on('data', (data: Buffer) => received.push(data))
    const ended = new Promise((resolve) => {
      reader.once('end', resolve)
    })
    expect(outcomeOf(await rig.sending, JOB.length)).toEqual({ type: 'sent', bytesSent: JOB.length })
    await ended
    expect(Buffer.concat(received).equals(JOB)).toBe(true)
  })

  test('is unknown for want of paper when nobody puts any in', async () => {
    const rig = begin(100)
    expect(outcomeOf(await rig.sending, JOB.length)).toMatchObject({ type: 'unknown', trouble: { code: 'paper-out' } })
    closeSync(rig.reader)
  })
})

describe('asking a device file', () => {
  test('gives the port status where the device has one', async () => {
    const path = fifo()
    const reader = openReader(path)
    const port = { isPaperEmpty: true, isSelected: true, hasError: false }
    const transport = createDeviceTransport(path, LIMITS, () => Promise.resolve(port))
    expect(await transport.ask(new Uint8Array(), 50)).toEqual({ type: 'silent', port })
    closeSync(reader)
  })

  test('finds a device that is missing absent', async () => {
    const inquiry = await createDeviceTransport(join(directory, 'lp0'), LIMITS).ask(new Uint8Array(), 50)
    expect(inquiry).toMatchObject({ type: 'absent', trouble: { code: 'not-found' } })
  })

  test('asks the system itself, which knows no port status of a file', async () => {
    const path = fifo()
    const reader = openReader(path)
    expect(await readDevicePortStatus(reader)).toBeNull()
    expect(await createDeviceTransport(path, LIMITS).ask(new Uint8Array(), 50)).toEqual({ type: 'deaf' })
    closeSync(reader)
  })
})
