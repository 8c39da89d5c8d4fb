import { afterEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import type { Printer, PrinterSettings, TransportSettings } from '../../shared/domain/printer.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import { labelPrinter, NO_PRINTERS, receiptPrinter, routesTo } from '../../shared/domain/usual-printers.ts'
import { createGate } from './testing/gate.ts'
import { waitingJob } from './testing/page-queue.ts'
import { createPrintRig, type PrintRig } from './testing/print-rig.ts'
import type { TransportReport } from './transport.ts'

const USB: TransportSettings = { type: 'usb', vendorId: 1, productId: 2, serialNumber: 'SN' }
const way = (name: string): TransportSettings => ({ type: 'spooler', name })
const ALL_TAKEN: TransportReport = {
  acceptedBytes: 64,
  hasBegun: true,
  trouble: null,
  answers: new Uint8Array(),
  isConfirmed: false,
}

describe('which printer prints a job', () => {
  const rigs: PrintRig[] = []
  /** A rig whose printers take everything; `sent` is what they were sent, by printer. */
  const begin = (settings: PrinterSettings, jobs: Parameters<typeof createPrintRig>[1]) => {
    const sent: string[] = []
    const rig = createPrintRig(settings, jobs, {
      openTransport: ({ id }, { job }) => ({
        send: async () => {
          sent.push(`${job.id} on ${id}`)
          return ALL_TAKEN
        },
        ask: async () => ({ type: 'deaf' }),
      }),
    })
    rigs.push(rig)
    return Object.assign(rig, { sent })
  }
  const settled = (rig: PrintRig, count: number): Promise<void> =>
    vi.waitFor(() => expect(rig.queue.outcomes.size).toBe(count), { timeout: 5000, interval: 2 })
  const withPrinters = (...printers: Printer[]): PrinterSettings => ({
    version: 2,
    printers,
    routes: routesTo('r', 'l'),
  })
  const roll = receiptPrinter('r', 'Struk', way('R'))
  const labels = labelPrinter('l', 'Label', way('L'))
  afterEach(async () => {
    await Promise.all(rigs.splice(0).map(({ runner }) => runner.stop()))
  })

  test('is the one for its kind, or the one that the job names', async () => {
    const rig = begin(withPrinters(roll, labels), [
      waitingJob('a'),
      waitingJob('b', { document: 'shelf-tag' }),
      waitingJob('c', { document: 'test-page', printerId: 'l' }),
    ])
    rig.runner.kick()
    await settled(rig, 3)
    expect(rig.sent.toSorted()).toEqual(['a on r', 'b on l', 'c on l'])
  })

  test('is the substitute while there is one, and the first again afterwards', async () => {
    const jobs = [
      waitingJob('a'),
      waitingJob('named', { document: 'test-page', printerId: 'r' }),
      waitingJob('chosen', { document: 'pdf', printerId: 'r' }),
    ]
    const rig = begin(
      withPrinters({ ...roll, substituteId: 's' }, labels, receiptPrinter('s', 'Cadangan', way('S'))),
      jobs,
    )
    rig.runner.kick()
    await settled(rig, 3)
    expect(rig.sent.toSorted()).toEqual(['a on s', 'chosen on s', 'named on r'])
    rig.settings = withPrinters(roll, labels)
    jobs.push(waitingJob('b'))
    rig.runner.kick()
    await settled(rig, 4)
    expect(rig.sent).toContain('b on r')
  })

  test('is no longer the one it was handed to, once the rule has changed: nothing is sent', async () => {
    const spare = receiptPrinter('s', 'Cadangan', way('S'))
    const rig = begin(withPrinters(roll, labels, spare), [])
    const handed = (id: string) => {
      const job = waitingJob(id, { state: 'sending', printerId: 'r' })
      if (job.subject.type !== 'pdf') throw new Error('not of this queue')
      return { job, content: job.subject, designs: DEFAULT_DESIGNS, comesAfterCut: false, moreWait: false }
    }
    expect(await rig.runner.handOver(handed('a'))).toBe(true)
    await vi.waitFor(() => expect(rig.sent).toEqual(['a on r']))
    rig.settings = withPrinters({ ...roll, substituteId: 's' }, labels, spare)
    expect(await rig.runner.handOver(handed('b'))).toBe(false)
    rig.settings = withPrinters(labels)
    expect(await rig.runner.handOver(handed('c'))).toBe(false)
    expect(await rig.runner.handOver(handed('a'))).toBe(true)
    expect(rig.sent).toEqual(['a on r'])
  })

  test('gets a job once, however often it is handed over', async () => {
    const rig = begin(withPrinters(roll, labels), [])
    const job = waitingJob('a', { state: 'sending', printerId: 'r' })
    if (job.subject.type !== 'pdf') throw new Error('not of this queue')
    const claimed = { job, content: job.subject, designs: DEFAULT_DESIGNS, comesAfterCut: false, moreWait: false }
    expect(await Promise.all([rig.runner.handOver(claimed), rig.runner.handOver(claimed)])).toEqual([true, true])
    await vi.waitFor(() => expect(rig.sent).toEqual(['a on r']))
    expect(await rig.runner.handOver(claimed)).toBe(true)
    await rig.runner.stop()
    expect(rig.sent).toEqual(['a on r'])
  })

  test('prints on when printing is taken up again after a stop', async () => {
    const jobs = [waitingJob('a')]
    const rig = begin(withPrinters(roll, labels), jobs)
    rig.runner.kick()
    await settled(rig, 1)
    await rig.runner.stop()
    jobs.push(waitingJob('b'))
    rig.runner.kick()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(rig.sent).toEqual(['a on r'])
    rig.runner.resume()
    await settled(rig, 2)
    expect(rig.sent).toEqual(['a on r', 'b on r'])
  })

  test('is none: the job fails with that reason, and nothing is drawn', async () => {
    const rig = begin(NO_PRINTERS, [waitingJob('a', { document: 'shift-report' })])
    rig.runner.kick()
    await settled(rig, 1)
    expect(rig.queue.outcomes.get('a')).toEqual({
      type: 'failed',
      trouble: { code: 'no-printer', detail: 'shift-report' },
    })
    expect(rig.sent).toEqual([])
    expect(rig.queue.wishes.every(({ printerId }) => printerId === null)).toBe(true)
  })

  test('is never one that was removed; its jobs go where their kind goes', async () => {
    const jobs = [waitingJob('a')]
    const rig = begin(withPrinters(roll, labels), jobs)
    rig.runner.kick()
    await settled(rig, 1)
    rig.settings = { ...withPrinters(labels), routes: routesTo('l', 'l') }
    jobs.push(waitingJob('b', { printerId: 'r' }), waitingJob('c'))
    rig.runner.kick()
    await settled(rig, 3)
    expect(rig.sent).toEqual(['a on r', 'b on l', 'c on l'])
    expect(rig.runner.state('r')).toBe(null)
    expect(await rig.runner.visit('r', async () => 'asked')).toBe(null)
  })

  test('fails the job of a printer that is removed between taking and drawing it', async () => {
    const rig = begin(withPrinters(roll), [waitingJob('a')])
    rig.runner.kick()
    rig.settings = NO_PRINTERS
    await settled(rig, 1)
    expect(rig.queue.outcomes.get('a')).toMatchObject({ type: 'failed', trouble: { code: 'no-printer' } })
    expect(rig.sent).toEqual([])
  })

  test('takes turns where two set-ups are one machine, and does not where they are two', async () => {
    const order: string[] = []
    const gates = {
      r: createGate<TransportReport>(),
      l: createGate<TransportReport>(),
      x: createGate<TransportReport>(),
    }
    const settings: PrinterSettings = {
      ...withPrinters({ ...roll, transport: USB }, { ...labels, transport: USB }, receiptPrinter('x', 'X', way('X'))),
    }
    const jobs = [
      waitingJob('1'),
      waitingJob('2', { document: 'label' }),
      waitingJob('3', { document: 'test-page', printerId: 'x' }),
    ]
    const rig = createPrintRig(settings, jobs, {
      openTransport: ({ id }) => ({
        send: () => {
          order.push(id)
          return id === 'r' ? gates.r.promise : id === 'l' ? gates.l.promise : gates.x.promise
        },
        ask: async () => ({ type: 'deaf' }),
      }),
    })
    rigs.push(rig)
    rig.runner.kick()
    await vi.waitFor(() => expect(order.toSorted()).toEqual(['r', 'x']))
    // Nor is the machine asked how it is, under either name.
    expect(await rig.runner.visit('l', async () => 'asked')).toBe(null)
    gates.r.open(ALL_TAKEN)
    await vi.waitFor(() => expect(order.at(-1)).toBe('l'))
    gates.l.open(ALL_TAKEN)
    gates.x.open(ALL_TAKEN)
    await settled(rig, 3)
  })

  test('is freed first when the same machine was cut off under its other name', async () => {
    const sent: string[] = []
    const jobs = [waitingJob('1')]
    const rig = createPrintRig(withPrinters({ ...roll, transport: USB }, { ...labels, transport: USB }), jobs, {
      openTransport: ({ id }) => ({
        send: async (bytes) => {
          sent.push(`${id} ${bytes.length > 64 ? 'freed' : 'plain'}`)
          return id === 'r' ? { ...ALL_TAKEN, acceptedBytes: 9, trouble: printTrouble('cut-off') } : ALL_TAKEN
        },
        ask: async () => ({ type: 'deaf' }),
      }),
    })
    rigs.push(rig)
    rig.runner.kick()
    await settled(rig, 1)
    jobs.push(waitingJob('2', { document: 'label' }))
    rig.runner.kick()
    await settled(rig, 2)
    expect(sent).toEqual(['r plain', 'l freed'])
  })

  test('is not waited for again for a word that it twice did not say', async () => {
    const jobs = ['1', '2', '3', '4'].map((id) => waitingJob(id))
    const asked: boolean[] = []
    const rig = createPrintRig(withPrinters({ ...roll, asksStatus: true }), jobs.splice(0, 1), {
      openTransport: () => ({
        send: async (_bytes, options) => {
          asked.push(options?.endOfJob !== undefined)
          return ALL_TAKEN
        },
        ask: async () => ({ type: 'deaf' }),
      }),
    })
    rigs.push(rig)
    for (let count = 1; count <= 4; count += 1) {
      rig.runner.kick()
      await settled(rig, count)
      rig.queue.jobs.push(...jobs.splice(0, 1))
    }
    expect(asked).toEqual([true, true, false, false])
  })
})
