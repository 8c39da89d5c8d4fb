import { createServer, type Server } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import type { ClaimedPrintJob, DocumentKind, PrintOutcome } from '../../shared/domain/print-job.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { PracticePage, PrinterSettings, PrinterStatus } from '../../shared/ipc/printer-settings.ts'
import { SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import { createPracticePrinter } from '../practice/printer/practice-printer.ts'
import { createPrintRunner, type PrintRunner } from './print-runner.ts'
import { DEFAULT_PRINTER_SETTINGS } from './printer-settings-store.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const delivered = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY })

const jobOf = (id: string, document: DocumentKind, sale: Sale): ClaimedPrintJob => ({
  content: { type: 'sale', sale },
  job: {
    id,
    saleId: sale.id,
    saleNumber: sale.number,
    report: null,
    document,
    isCopy: false,
    state: 'printing',
    createdAtMs: 0,
    runId: 'run',
    finishedAtMs: null,
    message: null,
    bytesSent: null,
  },
})

/** A queue in memory in place of the page's table, and a runner that works on it. */
const setUp = (
  jobs: ClaimedPrintJob[],
  changes: { settings?: PrinterSettings; failClaims?: number; failSettles?: number } = {},
) => {
  const settled = new Map<string, PrintOutcome>()
  const pages: PracticePage[] = []
  const logged: string[] = []
  let statuses: readonly PrinterStatus[] = []
  let failClaims = changes.failClaims ?? 0
  let failSettles = changes.failSettles ?? 0
  let minted = 0
  const waiters = new Set<() => void>()
  const runner = createPrintRunner({
    claimJob: async (document) => {
      if (failClaims > 0) {
        failClaims -= 1
        throw new Error('the page is reloading')
      }
      const index = jobs.findIndex(({ job }) => job.document === document)
      return index === -1 ? null : (jobs.splice(index, 1)[0] ?? null)
    },
    settleJob: async (jobId, outcome) => {
      if (failSettles > 0) {
        failSettles -= 1
        throw new Error('the page is reloading')
      }
      settled.set(jobId, outcome)
      for (const waiter of waiters) waiter()
    },
    settings: () => changes.settings ?? DEFAULT_PRINTER_SETTINGS,
    practicePrinter: createPracticePrinter({
      onPage: (page) => pages.push(page),
      now: () => 5,
      mintId: () => `page-${String((minted += 1))}`,
    }),
    fontDirectory: FONTS,
    onStatusChanged: (now) => {
      statuses = now
    },
    log: (_level, message) => logged.push(message),
    now: () => 7,
    retryDelayMs: 20,
  })
  const settledCount = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (settled.size >= count) resolve()
      }
      waiters.add(check)
      check()
    })
  return { runner, settled, pages, logged, jobs, statuses: () => statuses, settledCount }
}

describe('print runner', () => {
  const runners: PrintRunner[] = []
  const servers: Server[] = []
  const begin = (...parts: Parameters<typeof setUp>): ReturnType<typeof setUp> => {
    const rig = setUp(...parts)
    runners.push(rig.runner)
    return rig
  }
  afterEach(async () => {
    for (const server of servers.splice(0)) server.close()
    await Promise.all(runners.splice(0).map((runner) => runner.stop()))
  })

  test('prints what waits for both printers and settles each job as done', async () => {
    const rig = begin([
      jobOf('r1', 'receipt', delivered),
      jobOf('l1', 'label', delivered),
      jobOf('r2', 'receipt', sampleSale()),
    ])
    rig.runner.start()
    await rig.settledCount(3)
    expect([...rig.settled.values()].map(({ type }) => type)).toEqual(['done', 'done', 'done'])
    expect(rig.pages.map(({ document }) => document).sort()).toEqual(['label', 'receipt', 'receipt'])
    expect(rig.pages.every(({ imageUrl }) => imageUrl.startsWith('data:image/png;base64,'))).toBe(true)
    expect(rig.statuses().map(({ state }) => state)).toEqual(['ready', 'ready'])
  })

  test('takes up a job that a kick announces', async () => {
    const rig = begin([])
    rig.runner.start()
    rig.jobs.push(jobOf('r1', 'receipt', sampleSale()))
    rig.runner.kick()
    await rig.settledCount(1)
    expect(rig.settled.get('r1')?.type).toBe('done')
  })

  test('settles a document that cannot be drawn as failed, with words, and goes on with the next', async () => {
    const rig = begin([jobOf('bad', 'label', sampleSale()), jobOf('good', 'label', delivered)])
    rig.runner.start()
    await rig.settledCount(2)
    expect(rig.settled.get('bad')).toMatchObject({ type: 'failed', message: expect.stringContaining('not delivered') })
    expect(rig.settled.get('good')?.type).toBe('done')
  })

  test('prints receipts while the label printer hangs', async () => {
    const held: (() => void)[] = []
    const server = createServer((socket) => {
      socket.pause()
      socket.on('error', () => undefined)
      held.push(() => socket.resetAndDestroy())
    })
    servers.push(server)
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
    const settings: PrinterSettings = {
      ...DEFAULT_PRINTER_SETTINGS,
      label: { ...DEFAULT_PRINTER_SETTINGS.label, transport: { type: 'tcp', host: '127.0.0.1', port } },
    }
    const rig = begin([jobOf('l1', 'label', delivered), jobOf('r1', 'receipt', sampleSale())], { settings })
    rig.runner.start()
    await rig.settledCount(1)
    expect([...rig.settled.keys()]).toEqual(['r1'])
    while (held.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, 50))
    for (const reset of held) reset()
    await rig.settledCount(2)
    expect(rig.settled.get('l1')?.type).toBe('unknown')
    expect(rig.statuses().find(({ document }) => document === 'label')?.state).toBe('asking')
  })

  test('reports a printer that cannot be reached as failed and never prints twice', async () => {
    const settings: PrinterSettings = {
      ...DEFAULT_PRINTER_SETTINGS,
      receipt: { ...DEFAULT_PRINTER_SETTINGS.receipt, transport: { type: 'device', path: '/nowhere/lp0' } },
    }
    const rig = begin([jobOf('r1', 'receipt', sampleSale())], { settings })
    rig.runner.start()
    await rig.settledCount(1)
    rig.runner.kick()
    expect(rig.settled.get('r1')).toMatchObject({ type: 'failed', message: expect.stringContaining('/nowhere/lp0') })
    expect(rig.statuses()[0]).toMatchObject({ document: 'receipt', state: 'failed', sinceMs: 7 })
  })

  test('asks again when the queue could not be asked, and settles again without printing again', async () => {
    const rig = begin([jobOf('r1', 'receipt', sampleSale())], { failClaims: 2, failSettles: 2 })
    rig.runner.start()
    await rig.settledCount(1)
    expect(rig.pages).toHaveLength(1)
    expect(rig.logged.some((line) => line.includes('cannot be asked'))).toBe(true)
  })

  test('finishes the job under way and takes no further one when it is stopped', async () => {
    const rig = begin([jobOf('r1', 'receipt', sampleSale()), jobOf('r2', 'receipt', sampleSale())])
    rig.runner.start()
    await rig.runner.stop()
    expect(rig.settled.size).toBeLessThanOrEqual(1)
    expect(rig.settled.size).toBe(rig.pages.length)
    rig.runner.kick()
    expect(rig.jobs.length).toBeGreaterThanOrEqual(1)
  })
})
