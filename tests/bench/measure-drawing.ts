import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createWorkerRenderer } from '../../electron/printing/worker-renderer.ts'
import type { Printer, PrinterLanguage } from '../../shared/domain/printer.ts'
import { PAPER_DOCUMENTS, requestFor } from '../paper/paper-documents.ts'
import { printLine } from './report-line.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'out', 'main')
/** The first ones fill caches; a till draws its first document while nobody waits. */
const WARM_UPS = 5
const SAMPLES = 60
const LABEL_BUDGET_MS = { 203: 60, 300: 120 } as const

type Drawing = {
  readonly words: string
  /** Of PAPER_DOCUMENTS. */
  readonly name: string
  readonly language: PrinterLanguage
  readonly dpi: Printer['dpi']
  readonly budgetMs: number | null
  readonly fonts?: Printer['receiptFonts']
}

const LABELS: readonly Drawing[] = ([203, 300] as const).flatMap((dpi) =>
  (['tspl', 'zpl'] as const).flatMap((language) =>
    ([['label-100x150', 'A6 label'] as const, ['label-long-100x150', 'longest A6 label'] as const] as const).map(
      ([name, words]) => ({
        words: `${words}, ${language === 'tspl' ? 'TSPL' : 'ZPL (Z64)'}, ${String(dpi)} dpi`,
        name,
        language,
        dpi,
        budgetMs: LABEL_BUDGET_MS[dpi],
      }),
    ),
  ),
)
const RECEIPTS: readonly Drawing[] = (['picture', 'printer'] as const).map((fonts) => ({
  words: `receipt 80 mm as ${fonts === 'picture' ? 'a picture' : 'text of the printer’s fonts'}`,
  name: 'receipt-80',
  language: 'escpos',
  dpi: 203,
  budgetMs: null,
  fonts,
}))

/** The entry of the print worker as it was built. */
const builtWorker = (): string => {
  const name = readdirSync(MAIN).find((each) => /^print-worker-.*\.cjs$/u.test(each))
  if (name === undefined) throw new Error(`No print worker was built in ${MAIN}`)
  return join(MAIN, name)
}

const requestOf = ({ name, language: printerLanguage, dpi, fonts }: Drawing) => {
  const document = PAPER_DOCUMENTS.find((each) => each.name === name)
  if (document === undefined) throw new Error(`There is no document ${name}`)
  const request = requestFor(document, { language: 'id', dpi, printerLanguage })
  return fonts === undefined ? request : { ...request, printer: { ...request.printer, receiptFonts: fonts } }
}

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`

/**
 * From a claimed document to its bytes in the main thread: there and back to the built print worker, layout, dots, language. Prints
 * its lines, and how much the process grew over all of them.
 */
export const measureDrawing = async (): Promise<void> => {
  const renderer = createWorkerRenderer({
    startWorker: async (fontDirectory) => new Worker(builtWorker(), { workerData: { fontDirectory } }),
    fontDirectory: join(ROOT, 'assets', 'fonts'),
    log: (_level, message) => {
      throw new Error(message)
    },
  })
  // A worker at rest does not keep the process alive, and neither does waiting for it.
  const awake = setInterval(() => undefined, 1000)
  try {
    const drawings = [...LABELS, ...RECEIPTS]
    let count = 0
    const draw = async (drawing: Drawing, times: number): Promise<readonly number[]> => {
      const request = requestOf(drawing)
      const samplesMs: number[] = []
      for (let index = 0; index < times; index += 1) {
        const beganAtMs = performance.now()
        const drawn = await renderer.render(request)
        if (!drawn.ok) throw new Error(`${drawing.name} is refused: ${drawn.error.code} ${drawn.error.detail}`)
        samplesMs.push(performance.now() - beganAtMs)
      }
      count += times
      return samplesMs
    }
    for (const drawing of drawings) await draw(drawing, WARM_UPS)
    count = 0
    const before = process.memoryUsage.rss()
    for (const drawing of drawings) {
      printLine({ what: drawing.words, samplesMs: await draw(drawing, SAMPLES), budgetMs: drawing.budgetMs })
    }
    console.log(`memory: ${megabytes(process.memoryUsage.rss() - before)} more after ${String(count)} documents`)
  } finally {
    clearInterval(awake)
    await renderer.stop()
  }
}
