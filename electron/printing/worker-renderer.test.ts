import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'
import { SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import { DEFAULT_PRINTER_SETTINGS } from './printer-settings-store.ts'
import { renderDocument, type RenderRequest } from './render-document.ts'
import { createWorkerRenderer, type WorkerRenderer } from './worker-renderer.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const ENTRY = fileURLToPath(new URL('./print-worker.ts', import.meta.url))
const REQUEST: RenderRequest = {
  content: { type: 'sale', sale: sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY }) },
  document: 'label',
  isCopy: true,
  settings: DEFAULT_PRINTER_SETTINGS,
}

/** Under test the thread runs the source through tsx; the built app runs the bundled chunk. */
const startWorker = async (fontDirectory: string): Promise<Worker> =>
  new Worker(`require('tsx/cjs/api').register(); require(${JSON.stringify(ENTRY)})`, {
    eval: true,
    workerData: { fontDirectory },
  })

describe('worker renderer', () => {
  const renderers: WorkerRenderer[] = []
  const logged: string[] = []
  const begin = (start: (fontDirectory: string) => Promise<Worker>): WorkerRenderer => {
    logged.length = 0
    const renderer = createWorkerRenderer({
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
    const bytes = await renderer.render(REQUEST)
    expect(Buffer.from(bytes).equals(renderDocument(REQUEST, FONTS))).toBe(true)
    expect(logged).toEqual([])
  })

  test('hands back why a document cannot be drawn', async () => {
    await expect(
      begin(startWorker).render({ ...REQUEST, content: { type: 'sale', sale: sampleSale() } }),
    ).rejects.toThrow('not delivered')
  })

  test('draws on this thread when the other one cannot start or dies', async () => {
    const cannotStart = begin(() => Promise.reject(new Error('no threads here')))
    expect((await cannotStart.render(REQUEST)).length).toBeGreaterThan(100_000)
    expect(logged.join()).toContain('no threads here')
    const dies = begin(async () => new Worker('throw new Error("broken thread")', { eval: true }))
    expect((await dies.render(REQUEST)).length).toBeGreaterThan(100_000)
    expect(logged.join()).toContain('broken thread')
  })

  test('still draws after it was stopped', async () => {
    const renderer = begin(startWorker)
    await renderer.stop()
    expect((await renderer.render(REQUEST)).length).toBeGreaterThan(100_000)
  })
})
