import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { closeSync, constants, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, Socket, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDeviceTransport } from './device-transport.ts'
import { createTcpTransport } from './tcp-transport.ts'
import { outcomeOf, type TransportReport } from './transport.ts'

const JOB = randomFillSync(new Uint8Array(120_127))
const HUGE_JOB = randomFillSync(new Uint8Array(24_000_000))
const LIMITS = { connectTimeoutMs: 1000, stallTimeoutMs: 300, closeTimeoutMs: 300 }

describe('TCP printer', () => {
  const servers: Server[] = []
  const sockets: Socket[] = []

  const listen = (onSocket: (socket: Socket) => void): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer((socket) => {
        sockets.push(socket)
        socket.on('error', () => undefined)
        onSocket(socket)
      })
      servers.push(server)
      server.listen(0, '127.0.0.1', () => resolve(portOf(server)))
    })

  const portOf = (server: Server): number => {
    const address: AddressInfo | string | null = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return address.port
  }

  const send = (port: number, bytes: Uint8Array): Promise<TransportReport> =>
    createTcpTransport({ host: '127.0.0.1', port }, LIMITS).send(bytes)

  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy()
    for (const server of servers.splice(0)) server.close()
  })

  test('takes the whole job, byte for byte: done', async () => {
    const received: Buffer[] = []
    const port = await listen((socket) => socket.on('data', (data) => received.push(data)))
    const report = await send(port, JOB)
    expect(outcomeOf(report)).toEqual({ type: 'done', bytesSent: JOB.length })
    expect(Buffer.concat(received).equals(JOB)).toBe(true)
  })

  test('that nobody answers at: failed, since nothing left', async () => {
    const port = await listen(() => undefined)
    await new Promise((resolve) => servers.pop()?.close(resolve))
    const outcome = outcomeOf(await send(port, JOB))
    expect(outcome.type).toBe('failed')
    expect(JSON.stringify(outcome)).toContain('ECONNREFUSED')
  })

  test('that stops reading in the middle: unknown', async () => {
    const port = await listen((socket) => socket.pause())
    const outcome = outcomeOf(await send(port, HUGE_JOB))
    expect(outcome).toMatchObject({ type: 'unknown', message: expect.stringContaining('berhenti') })
  })

  test('that reads nothing although the system took the whole job: unknown, never done', async () => {
    const port = await listen((socket) => socket.pause())
    const outcome = outcomeOf(await send(port, JOB))
    expect(outcome).toMatchObject({ type: 'unknown', bytesSent: JOB.length })
  })

  test('that resets midway: unknown', async () => {
    const port = await listen((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const report = await send(port, HUGE_JOB)
    expect(outcomeOf(report).type).toBe('unknown')
    expect(report.acceptedBytes).toBeLessThan(HUGE_JOB.length)
  })

  test('that closes before it has everything: unknown', async () => {
    const port = await listen((socket) => socket.once('data', () => socket.end()))
    expect(outcomeOf(await send(port, HUGE_JOB)).type).toBe('unknown')
  })

  test('that talks all the time gets the whole job all the same', async () => {
    const received: Buffer[] = []
    const port = await listen((socket) => {
      socket.write(Buffer.alloc(5000, 0x12))
      socket.on('data', (data) => {
        received.push(data)
        socket.write(Buffer.from([0x14, 0x00, 0x00, 0x0f]))
      })
    })
    const report = await send(port, JOB)
    expect(outcomeOf(report).type).toBe('done')
    expect(report.answers.length).toBeGreaterThan(0)
    expect(Buffer.concat(received).equals(JOB)).toBe(true)
  })

  test('is connected to once a job: nothing is sent again', async () => {
    let connections = 0
    const port = await listen((socket) => {
      connections += 1
      socket.once('data', () => socket.resetAndDestroy())
    })
    await send(port, HUGE_JOB)
    expect(connections).toBe(1)
  })
})

describe('device file', () => {
  let directory = ''
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'konter-device-'))
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))
  const limits = { stallTimeoutMs: 200, retryEveryMs: 5 }
  /** Opens a pipe's reading end without waiting for a writer. */
  const openReader = (path: string): number => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const fifo = (): string => {
    const path = join(directory, 'lp0')
    execFileSync('mkfifo', [path])
    return path
  }

  test('takes the whole job, byte for byte: done', async () => {
    const path = join(directory, 'lp0')
    writeFileSync(path, '')
    expect(outcomeOf(await createDeviceTransport(path, limits).send(JOB))).toEqual({
      type: 'done',
      bytesSent: JOB.length,
    })
    expect(readFileSync(path).equals(JOB)).toBe(true)
  })

  test('that is missing: failed, and no file is made in its place', async () => {
    const path = join(directory, 'lp0')
    expect(outcomeOf(await createDeviceTransport(path, limits).send(JOB)).type).toBe('failed')
    expect(existsSync(path)).toBe(false)
  })

  test('that takes the job slowly gets all of it', async () => {
    const path = fifo()
    const received: Buffer[] = []
    const reader = new Socket({ fd: openReader(path), readable: true, writable: false })
    reader.on('data', (data: Buffer) => {
      received.push(data)
      reader.pause()
      setTimeout(() => reader.resume(), 2)
    })
    const ended = new Promise((resolve) => reader.once('end', resolve))
    const outcome = outcomeOf(await createDeviceTransport(path, limits).send(JOB))
    await ended
    reader.destroy()
    expect(outcome.type).toBe('done')
    expect(Buffer.concat(received).equals(JOB)).toBe(true)
  })

  test('that nobody is behind: failed, since nothing left', async () => {
    expect(outcomeOf(await createDeviceTransport(fifo(), limits).send(JOB)).type).toBe('failed')
  })

  test('that stops taking: unknown, with what it took', async () => {
    const path = fifo()
    const reader = openReader(path)
    const outcome = outcomeOf(await createDeviceTransport(path, limits).send(JOB))
    closeSync(reader)
    expect(outcome).toMatchObject({ type: 'unknown', message: expect.stringContaining('berhenti') })
    expect('bytesSent' in outcome ? outcome.bytesSent : 0).toBeGreaterThan(0)
  })
})
