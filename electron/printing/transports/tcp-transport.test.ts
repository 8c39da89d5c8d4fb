import { randomFillSync } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { outcomeOf, type EndOfJob, type SendOptions } from '../transport.ts'
import { createTcpTransport } from './tcp-transport.ts'
import { startTcpPrinter, type TcpPrinter } from './testing/tcp-printer.ts'

const JOB = randomFillSync(new Uint8Array(120_127))
const HUGE_JOB = randomFillSync(new Uint8Array(24_000_000))
const LIMITS = { connectTimeoutMs: 1000, stallTimeoutMs: 300, closeTimeoutMs: 300 }
const QUESTION = Uint8Array.of(0x1d, 0x72, 0x01)
const END_OF_JOB: EndOfJob = {
  question: QUESTION,
  isDone: (answers) => (answers.length === 0 ? null : answers.at(-1) === 0x00),
  askAgainEveryMs: 0,
  timeoutMs: 300,
}

const printers: TcpPrinter[] = []
const start = async (...values: Parameters<typeof startTcpPrinter>): Promise<TcpPrinter> => {
  const printer = await startTcpPrinter(...values)
  printers.push(printer)
  return printer
}
afterEach(async () => {
  await Promise.all(printers.splice(0).map((printer) => printer.stop()))
})

const transportTo = ({ port }: TcpPrinter) => createTcpTransport({ host: '127.0.0.1', port }, LIMITS)
const print = async (printer: TcpPrinter, bytes: Uint8Array, options: SendOptions = {}) =>
  outcomeOf(await transportTo(printer).send(bytes, options), bytes.length)
const closesAtEnd: Parameters<typeof startTcpPrinter>[0] = (socket) => socket.once('end', () => socket.end())
/** Answers with `answer` when it has read as much as the job and the question. */
const answers =
  (answer: number, length: number): Parameters<typeof startTcpPrinter>[0] =>
  (socket, received) => {
    socket.on('data', () => {
      if (received() === length + QUESTION.length) socket.write(Uint8Array.of(answer))
    })
    closesAtEnd(socket, received)
  }

describe('a job over TCP', () => {
  test('arrives byte for byte, and tells how far it is', async () => {
    const printer = await start(closesAtEnd)
    const progress: number[] = []
    const outcome = await print(printer, JOB, { onProgress: (bytes) => progress.push(bytes) })
    expect(outcome).toEqual({ type: 'sent', bytesSent: JOB.length })
    expect(printer.received().equals(JOB)).toBe(true)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.length).toBeGreaterThan(5)
    expect(progress.at(-1)).toBe(JOB.length)
  })

  test('fails where nobody listens, since nothing left', async () => {
    const printer = await start(() => undefined)
    await printer.stop()
    expect(await print(printer, JOB)).toMatchObject({
      type: 'failed',
      trouble: { code: 'not-found', detail: expect.stringContaining('ECONNREFUSED') },
    })
  })

  test('is unknown when the printer stops reading in the middle', async () => {
    const printer = await start((socket) => socket.pause(), { reads: false })
    expect(await print(printer, HUGE_JOB)).toMatchObject({ type: 'unknown', trouble: { code: 'stalled' } })
  })

  test('is unknown when the system took all of it and the printer none', async () => {
    const printer = await start((socket) => socket.pause(), { reads: false })
    expect(await print(printer, JOB)).toMatchObject({
      type: 'unknown',
      trouble: { code: 'not-confirmed' },
      bytesSent: JOB.length,
    })
  })

  test('is unknown when the printer resets midway, and nothing is sent again', async () => {
    const printer = await start((socket) => socket.once('data', () => socket.resetAndDestroy()))
    const report = await transportTo(printer).send(HUGE_JOB)
    expect(outcomeOf(report, HUGE_JOB.length)).toMatchObject({ type: 'unknown', trouble: { code: 'cut-off' } })
    expect(report.acceptedBytes).toBeLessThan(HUGE_JOB.length)
    expect(printer.connections()).toBe(1)
  })

  test('is unknown when the printer closes before it has everything', async () => {
    const printer = await start((socket) => socket.once('data', () => socket.end()))
    expect((await print(printer, HUGE_JOB)).type).toBe('unknown')
  })

  test('arrives whole at a printer that talks all the time', async () => {
    const printer = await start((socket, received) => {
      socket.write(Buffer.alloc(5000, 0x12))
      socket.on('data', () => socket.write(Buffer.from([0x14, 0x00, 0x00, 0x0f])))
      closesAtEnd(socket, received)
    })
    const report = await transportTo(printer).send(JOB)
    expect(outcomeOf(report, JOB.length).type).toBe('sent')
    expect(report.answers.length).toBeGreaterThan(0)
    expect(report.answers.length).toBeLessThanOrEqual(4096)
    expect(printer.received().equals(JOB)).toBe(true)
  })
})

describe('the question at the end of a job over TCP', () => {
  test('makes it confirmed when the printer says that it is done', async () => {
    const printer = await start(answers(0x00, JOB.length))
    expect(await print(printer, JOB, { endOfJob: END_OF_JOB })).toEqual({ type: 'confirmed', bytesSent: JOB.length })
    expect(printer.received().equals(Buffer.concat([JOB, QUESTION]))).toBe(true)
  })

  test('leaves it sent when the printer is silent, which means nothing', async () => {
    const printer = await start(closesAtEnd)
    expect((await print(printer, JOB, { endOfJob: END_OF_JOB })).type).toBe('sent')
  })

  test('makes it unknown when the printer says that it is not done', async () => {
    const printer = await start(answers(0x0c, JOB.length))
    expect(await print(printer, JOB, { endOfJob: END_OF_JOB })).toMatchObject({
      type: 'unknown',
      trouble: { code: 'not-confirmed' },
    })
  })

  test('is not answered by what the printer said before it', async () => {
    const printer = await start((socket, received) => {
      socket.write(Uint8Array.of(0x00))
      // The job is too large for the system's buffers: the question cannot leave before the printer reads.
      socket.pause()
      setTimeout(() => socket.resume(), 100)
      closesAtEnd(socket, received)
    })
    expect((await print(printer, Buffer.alloc(12_000_000, 1), { endOfJob: END_OF_JOB })).type).toBe('sent')
  })

  test('is asked again until the printer is done', async () => {
    let asked = 0
    const printer = await start((socket, received) => {
      socket.on('data', (data) => {
        if (!data.equals(QUESTION)) return
        asked += 1
        socket.write(Uint8Array.of(asked < 3 ? 0x20 : 0x00))
      })
      closesAtEnd(socket, received)
    })
    const job = JOB.subarray(0, 3000)
    const endOfJob = { ...END_OF_JOB, askAgainEveryMs: 30, timeoutMs: 2000 }
    expect((await print(printer, job, { endOfJob })).type).toBe('confirmed')
    expect(asked).toBe(3)
  })
})

describe('asking a printer over TCP', () => {
  test('gives its answer', async () => {
    const printer = await start((socket) => socket.once('data', () => socket.write(Uint8Array.of(0x12))))
    expect(await transportTo(printer).ask(QUESTION, 500)).toEqual({
      type: 'answered',
      answers: Buffer.of(0x12),
      port: null,
    })
  })

  test('is silence where it says nothing, or was asked nothing', async () => {
    const printer = await start(() => undefined)
    expect(await transportTo(printer).ask(QUESTION, 80)).toEqual({ type: 'silent', port: null })
    expect(await transportTo(printer).ask(new Uint8Array(), 80)).toEqual({ type: 'silent', port: null })
  })

  test('finds it absent and busy where the machine refuses', async () => {
    const printer = await start(() => undefined)
    await printer.stop()
    expect(await transportTo(printer).ask(QUESTION, 500)).toMatchObject({ type: 'absent', trouble: { code: 'busy' } })
  })
})
