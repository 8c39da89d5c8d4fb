import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { success } from '../../../shared/domain/result.ts'
import { labelPrinter, NO_PRINTERS } from '../../../shared/domain/usual-printers.ts'
import { createPrinterMonitor } from '../printer-monitor.ts'
import type { Inquiry, QueueReport } from '../transport.ts'
import { createCupsTransport } from './cups-transport.ts'
import type { RunProgram } from './run-program.ts'
import { startPrivateCups, whyNoCups, type PrivateCups } from './testing/private-cups.ts'
import { makeTalkingPrinter, TALKING_BACKENDS } from './testing/talking-backend.ts'

const reason = whyNoCups()
if (reason !== null) process.stderr.write(`The tests with a real CUPS were skipped: ${reason}.\n`)

describe.skipIf(reason !== null)('the state of a queue of a real CUPS', () => {
  const started: { cups?: PrivateCups } = {}
  const printer = makeTalkingPrinter()
  const { say } = printer
  const cups = (): PrivateCups => {
    if (started.cups === undefined) throw new Error('not started')
    return started.cups
  }
  const program: RunProgram = (...values) => cups().run(...values)
  const runs: string[] = []
  const countingProgram: RunProgram = (name, values, options) => {
    runs.push([name, ...values].join(' '))
    return cups().run(name, values, options)
  }
  const ask = (queue: string, run: RunProgram = program): Promise<Inquiry> =>
    createCupsTransport(queue, undefined, run).ask(new Uint8Array(), 500)
  /** Asks until CUPS has heard what its printer said. */
  const askUntil = (isHeard: (told: QueueReport) => boolean): Promise<QueueReport> =>
    vi.waitFor(
      async () => {
        const inquiry = await ask('SAYS')
        if (inquiry.type !== 'told' || !isHeard(inquiry)) throw new Error(`not heard: ${JSON.stringify(inquiry)}`)
        return inquiry
      },
      { timeout: 10_000, interval: 20 },
    )
  beforeAll(async () => {
    started.cups = await startPrivateCups(TALKING_BACKENDS)
    await cups().addQueue('SAYS', printer.deviceUri, ['-E', '-o', 'printer-error-policy=abort-job'])
    const printed = await cups().run('lp', ['-d', 'SAYS', '-o', 'raw', '--', '-'], {
      timeoutMs: 5000,
      input: Buffer.from('label'),
    })
    if (printed.type !== 'ended' || printed.code !== 0) throw new Error(JSON.stringify(printed))
    await askUntil((told) => told.isPrinting)
  }, 30_000)
  afterAll(async () => {
    printer.remove()
    await started.cups?.stop()
  })
  test('is what its printer says in the middle of a job', async () => {
    say('STATE: +media-empty-error')
    const empty = await askUntil(({ problems }) => problems.length > 0)
    expect(empty).toMatchObject({ problems: ['paper-out'], isPrinting: true })
    say('STATE: -media-empty-error', 'STATE: +door-open-report', 'STATE: +com.maker.strange')
    const open = await askUntil(({ problems }) => problems.includes('cover-open'))
    expect(open).toMatchObject({ problems: ['cover-open'], isConnecting: false })
    say('STATE: -door-open-report', 'STATE: +connecting-to-device')
    expect(await askUntil(({ isConnecting }) => isConnecting)).toMatchObject({ problems: [] })
    say('STATE: com.maker.strange')
    expect(await askUntil(({ isConnecting }) => !isConnecting)).toMatchObject({ problems: [] })
  }, 40_000)

  test('is known of while a job is on its way, when no printer is asked, and no program is started for it', async () => {
    say('STATE: none')
    await askUntil(({ problems }) => problems.length === 0)
    const monitor = createPrinterMonitor({
      settings: () => ({ ...NO_PRINTERS, printers: [labelPrinter('p', 'P', { type: 'cups', queue: 'SAYS' })] }),
      // Its lane is taken by a job all the time.
      runner: { state: () => null, visit: async () => null },
      openTransport: () => createCupsTransport('SAYS', undefined, countingProgram),
      watchUsb: async () => success(() => undefined),
      careForQueue: async () => ({ advice: null, wasTried: false }),
      log: () => undefined,
      now: () => Date.now(),
      onChanged: () => undefined,
      intervals: { promptMs: 20, costlyMs: 60_000, rareMs: 60_000, soonMs: 5 },
    })
    onTestFinished(monitor.stop)
    const untilKnown = (known: object): Promise<void> =>
      vi.waitFor(() => expect(monitor.statuses()[0]).toMatchObject(known), { timeout: 10_000, interval: 10 })
    monitor.start()
    say('STATE: +media-needed')
    await untilKnown({ presence: 'unknown', condition: { problems: ['paper-out'] } })
    say('STATE: none')
    await untilKnown({ presence: 'unknown', condition: null })
    say('STATE: +cover-open-error')
    await untilKnown({ condition: { problems: ['cover-open'] } })
    expect(runs).toEqual(['lpstat -H'])
  }, 40_000)

  test('is that of the queue too: paused, and closed to new jobs', async () => {
    await cups().addQueue('HELD', 'socket://127.0.0.1:9')
    expect(await ask('HELD')).toMatchObject({ type: 'told', problems: ['queue-paused', 'queue-closed'] })
    await cups().run('cupsenable', ['HELD'], { timeoutMs: 5000 })
    expect(await ask('HELD')).toMatchObject({ type: 'told', problems: ['queue-closed'] })
    await cups().run('cupsaccept', ['HELD'], { timeoutMs: 5000 })
    expect(await ask('HELD')).toMatchObject({ type: 'told', problems: [] })
  })

  test('of one that there is not is absence, by the word of CUPS’ program', async () => {
    expect(await ask('NONE')).toMatchObject({ type: 'absent', trouble: { code: 'not-found' } })
  })
})
