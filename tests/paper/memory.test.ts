import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { createWorkerRenderer } from '../../electron/printing/worker-renderer.ts'
import { SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import { isDeepRun } from '../../shared/domain/testing/property-runs.ts'
import { PAPER_DOCUMENTS, requestFor } from './paper-documents.ts'
import { FONTS } from './sent-pages.ts'

const ENTRY = fileURLToPath(new URL('../../electron/printing/print-worker.ts', import.meta.url))
/** The thread's caches and the allocator's own reserve fill with the first ones. */
const WARM_UP_LABELS = 60
const LABELS = isDeepRun() ? 1000 : 140
/** One canvas a label (3.8 MB) goes far beyond; in the deep run one picture a label (120 kB) too. The allocator's own ups and downs reach 50 MB. */
const MOST_GROWTH_BYTES = isDeepRun() ? 80e6 : 120e6

/** The process' memory without what the main thread's own garbage would add. */
const residentBytes = (): number => {
  globalThis.gc?.()
  return process.memoryUsage.rss()
}

/** A sale like no other: none of its own texts stood on a label before. */
const sampleSaleNumbered = (number: number) =>
  sampleSale({
    number: `K1-261121-${String(number).padStart(4, '0')}`,
    kind: 'delivery',
    delivery: {
      ...SAMPLE_DELIVERY,
      recipientName: `Rina Kusumawati ${String(number)}`,
      phone: `0813-2244-${String(number).padStart(4, '0')}`,
      address: `Jl. Cihampelas No. ${String(number)}, RT 04 RW 02, sebelah apotek`,
      postalCode: String(40_000 + number),
      awb: `JP${String(8_812_340_000 + number)}`,
      note: `Tolong titip di rumah nomor ${String(number + 1)} bila kosong.`,
    },
  })

test(
  'the memory of the print worker does not grow from label to label',
  async () => {
    const label = PAPER_DOCUMENTS.find(({ name }) => name === 'label-100x150')
    if (label === undefined) throw new Error('There is no label')
    const renderer = createWorkerRenderer({
      startWorker: async (fontDirectory) =>
        new Worker(`require('tsx/cjs/api').register(); require(${JSON.stringify(ENTRY)})`, {
          eval: true,
          workerData: { fontDirectory },
        }),
      fontDirectory: FONTS,
      log: (_level, message) => {
        throw new Error(message)
      },
    })
    try {
      const request = requestFor(label, { language: 'id', dpi: 203, printerLanguage: 'tspl' })
      let labelsPrinted = 0
      const print = async (count: number): Promise<void> => {
        for (let index = 0; index < count; index += 1) {
          labelsPrinted += 1
          const content = { type: 'sale', sale: sampleSaleNumbered(labelsPrinted) } as const
          const rendered = await renderer.render({ ...request, content })
          if (!rendered.ok) throw new Error(rendered.error.detail)
        }
      }
      await print(WARM_UP_LABELS)
      const before = residentBytes()
      await print(LABELS)
      const growthBytes = residentBytes() - before
      expect(growthBytes, `after ${String(LABELS)} labels`).toBeLessThan(MOST_GROWTH_BYTES)
    } finally {
      await renderer.stop()
    }
  },
  isDeepRun() ? 600_000 : 60_000,
)
