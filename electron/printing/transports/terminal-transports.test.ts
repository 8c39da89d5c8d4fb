import { randomFillSync } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { success } from '../../../shared/domain/result.ts'
import { outcomeOf, type EndOfJob, type Transport } from '../transport.ts'
import { createDeviceTransport } from './device-transport.ts'
import { keepingSerialPorts } from './recent-serial-ports.ts'
import { listSerialPorts, openSerialPort } from './serial-port.ts'
import { createSerialTransport } from './serial-transport.ts'
import { hasPseudoTerminals, openPseudoTerminal, type PseudoTerminal } from './testing/pseudo-terminal.ts'

const JOB = randomFillSync(new Uint8Array(60_127))
const QUESTION = Uint8Array.of(0x1d, 0x72, 0x01)
const END_OF_JOB: EndOfJob = {
  question: QUESTION,
  isDone: (answers) => answers.at(-1) === 0x00,
  askAgainEveryMs: 0,
  timeoutMs: 3000,
}
const canRun = hasPseudoTerminals()
if (!canRun) process.stderr.write('The tests with pseudo terminals were skipped: they need python3.\n')

const terminals: PseudoTerminal[] = []
const open = async (): Promise<PseudoTerminal> => {
  const terminal = await openPseudoTerminal()
  terminals.push(terminal)
  return terminal
}
afterEach(async () => {
  await Promise.all(terminals.splice(0).map((terminal) => terminal.stop()))
})
const arrival = async (terminal: PseudoTerminal, length: number): Promise<Buffer> => {
  for (let tries = 0; terminal.received().length < length && tries < 200; tries += 1) await wait(10)
  return terminal.received()
}

const SERIAL_LIMITS = { stallTimeoutMs: 200, closeTimeoutMs: 200 }
const ways: readonly (readonly [string, (path: string) => Transport])[] = [
  ['a serial port', (path) => createSerialTransport({ path, baudRate: 115_200, serialNumber: null }, SERIAL_LIMITS)],
  ['a device file', (path) => createDeviceTransport(path, { stallTimeoutMs: 300, retryEveryMs: 5 })],
]

describe.skipIf(!canRun).each(ways)('a job to %s that can answer', (_way, create) => {
  test('arrives byte for byte, and tells how far it is', async () => {
    const terminal = await open()
    const progress: number[] = []
    const report = await create(terminal.path).send(JOB, { onProgress: (bytes) => progress.push(bytes) })
    expect(outcomeOf(report, JOB.length)).toEqual({ type: 'sent', bytesSent: JOB.length })
    expect((await arrival(terminal, JOB.length)).equals(JOB)).toBe(true)
    expect(progress.at(-1)).toBe(JOB.length)
  })

  test('is confirmed when the printer answers the question at its end', async () => {
    const terminal = await open()
    terminal.onData(() => {
      if (terminal.received().length === JOB.length + QUESTION.length) terminal.say(Uint8Array.of(0))
    })
    const report = await create(terminal.path).send(JOB, { endOfJob: END_OF_JOB })
    expect(report).toMatchObject({ isConfirmed: true, trouble: null })
    expect(terminal.received().equals(Buffer.concat([JOB, QUESTION]))).toBe(true)
  })

  test('is unknown when the printer stops taking it', async () => {
    const terminal = await open()
    terminal.stopReading()
    await wait(50)
    const outcome = outcomeOf(await create(terminal.path).send(JOB), JOB.length)
    expect(outcome).toMatchObject({ type: 'unknown', trouble: { code: 'stalled' } })
  })

  test('fails where there is no such port', async () => {
    const outcome = outcomeOf(await create('/dev/konter-no-such-port').send(JOB), JOB.length)
    expect(outcome).toMatchObject({ type: 'failed', trouble: { code: 'not-found' } })
    expect(await create('/dev/konter-no-such-port').ask(QUESTION, 50)).toMatchObject({ type: 'absent' })
  })

  test('can be asked about between jobs; silence means nothing', async () => {
    const terminal = await open()
    terminal.onData(() => terminal.say(Uint8Array.of(0x12)))
    const asked = await create(terminal.path).ask(Uint8Array.of(0x10, 0x04, 0x01), 1000)
    expect(asked).toEqual({ type: 'answered', answers: Buffer.of(0x12), port: null })
    terminal.onData(() => undefined)
    expect(await create(terminal.path).ask(Uint8Array.of(0x10, 0x04, 0x01), 80)).toEqual({ type: 'silent', port: null })
  })
})

describe.skipIf(!canRun)('two printers on serial adapters', () => {
  /** Prints for each adapter, both set up on other terminals than those that they have now. */
  const printBoth = async (numbers: readonly [string | null, string | null]) => {
    const [first, second] = [await open(), await open()]
    const lists = keepingSerialPorts(async () =>
      success(
        [first, second].map(({ path }, index) => ({ path, maker: 'FTDI', serialNumber: numbers[index] ?? null })),
      ),
    )
    const send = (serialNumber: string, path: string, job: Uint8Array) =>
      createSerialTransport({ path, baudRate: 115_200, serialNumber }, SERIAL_LIMITS, openSerialPort, lists).send(job)
    const reports = [
      await send('A1', first.path, Uint8Array.of(0xa1)),
      await send('B2', second.path, Uint8Array.of(0xb2)),
    ]
    return { first, second, reports }
  }

  test('keep their jobs when the adapters have changed places', async () => {
    const { first, second, reports } = await printBoth(['B2', 'A1'])
    expect(reports).toMatchObject([{ trouble: null }, { trouble: null }])
    expect((await arrival(first, 1)).equals(Buffer.of(0xb2))).toBe(true)
    expect((await arrival(second, 1)).equals(Buffer.of(0xa1))).toBe(true)
  })

  test('do not print for one that is missing, of which nothing was sent', async () => {
    const { first, second, reports } = await printBoth(['B2', 'C3'])
    expect(reports.map((report) => outcomeOf(report, 1))).toMatchObject([
      { type: 'failed', trouble: { code: 'not-found' } },
      { type: 'sent' },
    ])
    expect((await arrival(first, 1)).equals(Buffer.of(0xb2))).toBe(true)
    expect(second.received()).toHaveLength(0)
  })
})

test('the serial ports of this computer are listed, or it is said why not', async () => {
  const listed = await listSerialPorts()
  expect(listed.ok ? Array.isArray(listed.value) : listed.error.length > 0).toBe(true)
})
