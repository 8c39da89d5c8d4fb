import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import type { PrintTrouble } from '../../shared/domain/print-trouble.ts'
import type { Result } from '../../shared/domain/result.ts'
import { labelPrinter } from '../../shared/domain/usual-printers.ts'
import type { DocumentPdf } from '../../shared/ipc/document-pdf.ts'
import { renderDocument, type RenderRequest } from './render-document.ts'
import { createWorkerRenderer, type WorkerRenderer } from './worker-renderer.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const ENTRY = fileURLToPath(new URL('./print-worker.ts', import.meta.url))
const REQUEST: RenderRequest = {
  content: { type: 'sale', sale: sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY }) },
  document: 'label',
  isCopy: true,
  printer: labelPrinter('l', 'L', { type: 'practice' }),
  designs: DEFAULT_DESIGNS,
}

/** Under test the thread runs the source through tsx; the built app runs the bundled chunk. */
const startWorker = async (fontDirectory: string): Promise<Worker> =>
  new Worker(`require('tsx/cjs/api').register(); require(${JSON.stringify(ENTRY)})`, {
    eval: true,
    workerData: { fontDirectory },
  })

const bytesOf = (drawn: Result<Uint8Array, PrintTrouble>): Uint8Array => {
  if (!drawn.ok) throw new Error(drawn.error.code)
  return drawn.value
}

describe('worker renderer', () => {
  const renderers: WorkerRenderer[] = []
  const logged: string[] = []
  const begin = (
    start: (fontDirectory: string) => Promise<Worker>,
    how: { readonly isForStrangers?: boolean; readonly taskLimitMs?: number } = {},
  ): WorkerRenderer => {
    logged.length = 0
    const renderer = createWorkerRenderer({
      ...how,
      startWorker: start,
      fontDirectory: FONTS,
      log: (_level, message) => logged.push(message),
    })
    renderers.push(renderer)
    return renderer
  }
  afterEach(async () => {
    await Promise.all(renderers.splice(0).map((renderer) => renderer.stop()))
  })

  test('draws in its thread the same bytes as on this one', async () => {
    const renderer = begin(startWorker)
    renderer.warmUp()
    const bytes = bytesOf(await renderer.render(REQUEST))
    expect(Buffer.from(bytes).equals(bytesOf(await renderDocument(REQUEST, FONTS)))).toBe(true)
    expect(logged).toEqual([])
  })

  test('makes PDFs in its thread, while this one goes on', async () => {
    const order = {
      kind: 'documents',
      what: { type: 'invoice', sale: sampleSale() },
      designs: DEFAULT_DESIGNS,
      title: 'K1-261121-0007',
      madeAtMs: 1_795_269_900_000,
    } as const
    const renderer = begin(startWorker)
    const turns = { here: 0 }
    const counting = setInterval(() => {
      turns.here += 1
    }, 1)
    const made = await renderer.makePdf(order)
    clearInterval(counting)
    expect(Buffer.from(bytesOf(made)).toString('latin1')).toMatch(/^%PDF-/)
    expect(turns.here).toBeGreaterThan(10)
    expect(logged).toEqual([])
    const what: DocumentPdf = { type: 'labels', perSheet: 'a4', sales: [sampleSale()] }
    expect(await renderer.makePdf({ ...order, what })).toMatchObject({ ok: false, error: { code: 'not-drawable' } })
  })

  test('hands back why a document cannot be drawn', async () => {
    const refused = await begin(startWorker).render({ ...REQUEST, content: { type: 'sale', sale: sampleSale() } })
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-drawable' } })
  })

  test('draws on this thread when the other one cannot start or dies', async () => {
    const cannotStart = begin(() => Promise.reject(new Error('no threads here')))
    expect(bytesOf(await cannotStart.render(REQUEST)).length).toBeGreaterThan(100_000)
    expect(logged.join()).toContain('no threads here')
    const dies = begin(async () => new Worker('throw new Error("broken thread")', { eval: true }))
    expect(bytesOf(await dies.render(REQUEST)).length).toBeGreaterThan(100_000)
    expect(logged.join()).toContain('broken thread')
  })

  test('leaves to its thread what strangers made: a file that kills it fails, and the next gets a new one', async () => {
    const threads = [new Worker('throw new Error("broken thread")', { eval: true })]
    const strangers = begin(async (folder) => threads.shift() ?? startWorker(folder), { isForStrangers: true })
    await expect(strangers.render(REQUEST)).rejects.toThrow('broken thread')
    expect(bytesOf(await strangers.render(REQUEST)).length).toBeGreaterThan(100_000)
    expect(logged).toEqual([])
  })

  test('gives up a file in which its thread is lost, and gets a new one for the next', async () => {
    const answering = (work: string): Worker =>
      new Worker(
        `const { parentPort } = require("node:worker_threads"); parentPort.on("message", ({ id }) => { ${work} })`,
        {
          eval: true,
        },
      )
    const lost = answering('for (;;);')
    const threads = [lost, answering('parentPort.postMessage({ id, type: "drawn", bytes: new Uint8Array(3) })')]
    const strangers = begin(async (folder) => threads.shift() ?? startWorker(folder), {
      isForStrangers: true,
      taskLimitMs: 4000,
    })
    await expect(strangers.render(REQUEST)).rejects.toThrow('did not end')
    expect(bytesOf(await strangers.render(REQUEST))).toHaveLength(3)
    await vi.waitFor(() => expect(lost.threadId).toBe(-1), { timeout: 5000 })
  }, 20_000)

  test('still draws after it was stopped', async () => {
    const renderer = begin(startWorker)
    await renderer.stop()
    expect(bytesOf(await renderer.render(REQUEST)).length).toBeGreaterThan(100_000)
  })
})
