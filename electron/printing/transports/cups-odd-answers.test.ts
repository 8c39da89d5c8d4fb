import type { Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { Inquiry } from '../transport.ts'
import { inquireOfCups } from './cups-inquiry.ts'
import type { RunProgram } from './run-program.ts'
import { startTcpPrinter, type TcpPrinter } from './testing/tcp-printer.ts'

const counted = (bytes: Buffer): Buffer => Buffer.concat([Buffer.of(bytes.length >> 8, bytes.length & 0xff), bytes])
const value = (mark: number, name: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.of(mark), counted(Buffer.from(name)), counted(bytes)])
const STATE = value(0x23, 'printer-state', Buffer.of(0, 0, 0, 3))
const ACCEPTS = value(0x22, 'printer-is-accepting-jobs', Buffer.of(1))
const reasons = (...words: readonly string[]): Buffer =>
  Buffer.concat(words.map((word, at) => value(0x44, at === 0 ? 'printer-state-reasons' : '', Buffer.from(word))))
/** A version 2.0 answer to request 1. */
const header = (status: number, version = 2): Buffer => Buffer.of(version, 0, status >> 8, status & 0xff, 0, 0, 0, 1)
const answerOf = (...parts: readonly Buffer[]): Buffer => Buffer.concat([...parts, Buffer.of(3)])
const WELL = answerOf(header(0), Buffer.of(4), STATE, reasons('none'), ACCEPTS)
const PAPER_OUT = answerOf(header(0), Buffer.of(4), STATE, reasons('media-empty-error', 'other-report'), ACCEPTS)
const MOMENTARILY: Inquiry = { type: 'told', problems: [], isPrinting: false, isConnecting: false }

describe('a CUPS of odd answers', () => {
  const servers: TcpPrinter[] = []
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()))
  })
  /** A CUPS that does this with whoever connects, and its programs, of which `lpstat` says that the queue is paused. */
  const begin = async (onConnect: (socket: Socket) => void, host = '127.0.0.1') => {
    const server = await startTcpPrinter(onConnect)
    servers.push(server)
    const runs: string[] = []
    const run: RunProgram = async (name, values) => {
      runs.push([name, ...values].join(' '))
      const stdout = values.includes('-H') ? `${host}:${String(server.port)}\n` : 'printer X disabled since now -\n'
      return { type: 'ended', code: 0, stdout, stderr: '' }
    }
    const clock = { nowMs: 0 }
    return { server, runs, clock, ask: () => inquireOfCups('X', run, () => clock.nowMs) }
  }
  const over = (body: Buffer) => (socket: Socket) =>
    socket.once('data', () => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${String(body.length)}\r\n\r\n`)
      socket.end(body)
    })
  const BY_PROGRAM = { type: 'silent', port: { isSelected: false } }

  test('that answers as it should is not asked by a program', async () => {
    const { ask, runs } = await begin(over(PAPER_OUT))
    expect(await ask()).toEqual({ ...MOMENTARILY, problems: ['paper-out'] })
    expect(await ask()).toEqual({ ...MOMENTARILY, problems: ['paper-out'] })
    expect(runs).toEqual(['lpstat -H'])
  })

  test('is never believed on an answer that was cut, wherever it was', async () => {
    const lengths = Array.from({ length: PAPER_OUT.length }, (_, length) => length)
    const cuts = await Promise.all(
      lengths.map(async (length) => {
        const { ask } = await begin(over(PAPER_OUT.subarray(0, length)))
        return ask()
      }),
    )
    expect(cuts).toHaveLength(PAPER_OUT.length)
    for (const inquiry of cuts) expect(inquiry).toMatchObject(BY_PROGRAM)
  })

  test.each([
    ['another version of IPP', answerOf(header(0, 9), STATE, reasons('none'))],
    ['the answer to another question', Buffer.concat([Buffer.of(2, 0, 0, 0, 0, 0, 0, 7), WELL.subarray(8)])],
    ['a refusal', answerOf(header(0x0403), STATE, reasons('none'))],
    ['an error of its own', answerOf(header(0x0500))],
    ['no state', answerOf(header(0), reasons('none'))],
    ['no reasons', answerOf(header(0), STATE)],
    ['a state of the wrong kind', answerOf(header(0), value(0x23, 'printer-state', Buffer.of(3)), reasons('none'))],
    [
      'reasons that it does not know',
      answerOf(header(0), STATE, value(0x12, 'printer-state-reasons', Buffer.alloc(0))),
    ],
    [
      'an answer without end',
      answerOf(header(0), STATE, ...Array.from({ length: 3 }, () => reasons('x'.repeat(30_000)))),
    ],
    ['nothing', Buffer.alloc(0)],
  ])('that gives %s leaves the question to its program', async (_, body) => {
    const { ask } = await begin(over(body))
    expect(await ask()).toMatchObject(BY_PROGRAM)
  })

  test('that has no such queue leaves it to its program to say so, and is asked again', async () => {
    const { ask, server } = await begin(over(answerOf(header(0x0406))))
    expect(await ask()).toMatchObject(BY_PROGRAM)
    expect(await ask()).toMatchObject(BY_PROGRAM)
    expect(server.connections()).toBe(2)
  })

  test('that names long and strange reasons says nothing by them', async () => {
    const strange = ['x'.repeat(20_000), '', 'media', 'cups-missing-filter-warning', 'cups-certificate-error', 'ü']
    const { ask } = await begin(over(answerOf(header(0), STATE, reasons(...strange), ACCEPTS)))
    expect(await ask()).toEqual(MOMENTARILY)
  })

  test('that is slow, or wants encryption, is left alone for half a minute and then asked again', async () => {
    const refusal = (socket: Socket) => socket.once('data', () => socket.end('HTTP/1.1 426 Upgrade Required\r\n\r\n'))
    for (const onConnect of [() => undefined, refusal]) {
      const { ask, server, runs, clock } = await begin(onConnect)
      expect(await ask()).toMatchObject(BY_PROGRAM)
      clock.nowMs = 29_999
      expect(await ask()).toMatchObject(BY_PROGRAM)
      expect({ asked: server.connections(), runs }).toEqual({
        asked: 1,
        runs: ['lpstat -H', 'lpstat -l -p X', 'lpstat -l -p X'],
      })
      clock.nowMs = 30_000
      expect(await ask()).toMatchObject(BY_PROGRAM)
      expect(server.connections()).toBe(2)
    }
  })

  test('on another computer is asked by its program alone', async () => {
    const { ask, server } = await begin(over(PAPER_OUT), 'print.shop.example')
    expect(await ask()).toMatchObject(BY_PROGRAM)
    expect(server.connections()).toBe(0)
  })

  test('where it listens is asked again after some minutes', async () => {
    const { ask, runs, clock } = await begin(over(WELL))
    for (const nowMs of [0, 299_999, 300_000]) {
      clock.nowMs = nowMs
      expect(await ask()).toEqual(MOMENTARILY)
    }
    expect(runs).toEqual(['lpstat -H', 'lpstat -H'])
  })
})
