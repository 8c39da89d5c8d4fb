import type { Page } from 'playwright-core'
import { labelPrinter } from '../../shared/domain/usual-printers.ts'
import type { Till } from '../../renderer/app/till.ts'
import { tenderOf } from '../../renderer/storage/till-fixture.ts'
import { SAMPLE_DELIVERY } from '../../shared/documents/sample-sale.ts'
import { addItem, setDelivery } from '../../shared/domain/basket-rules.ts'
import { INDOMIE } from '../e2e/goods.ts'
import { tillCommands } from '../fixtures/till-commands.ts'
import { waitUntil } from '../fixtures/wait-until.ts'
import { listenAsPrinter } from './bench-printer.ts'
import { printOnlyOn } from './print-only-on.ts'
import { formatMs, printLine } from './report-line.ts'

const LABELS = 100
/** A6 at 203 dpi: eight rows a millimetre of 100 bytes each. */
const BYTES_PER_MM = 800
/** Three times as fast as usual label printers, so that the row takes under a minute; what keeps up with this keeps up with them. */
const DEFAULT_MM_PER_SECOND = 300
/** What small label printers hold ahead. */
const BUFFER_BYTES = 65_536

const speedMmPerSecond = (): number => Number(process.env['KONTER_BENCH_MM_PER_SECOND'] ?? DEFAULT_MM_PER_SECOND)

/** Sells one delivery and asks for its label again and again, as a person who prints many orders does. */
const queueLabels = async (page: Page, count: number): Promise<void> => {
  const commands = tillCommands(page)
  const item = await commands.findItem(INDOMIE.sku)
  if (item === null) throw new Error(`The catalogue has no ${INDOMIE.sku}`)
  const basket = setDelivery(addItem(await commands.openBasket(), item, 1, item.price), SAMPLE_DELIVERY)
  const { sale } = await commands.pay(basket, [tenderOf(item.price, 'card')])
  // The first one prints by itself.
  await page.evaluate(
    async ({ saleId, times }) => {
      const module = '/till.js'
      const { till }: { readonly till: Till } = await import(module)
      for (let index = 0; index < times; index += 1) await till.printDocument(saleId, 'label')
    },
    { saleId: sale.id, times: count - 1 },
  )
}

/** Labels in a row to a network printer that takes them at the pace of its paper. Prints how long it took, and how often it had to wait. */
export const measureLabelRow = async (page: Page): Promise<void> => {
  const mmPerSecond = speedMmPerSecond()
  const bytesPerMs = (mmPerSecond * BYTES_PER_MM) / 1000
  const printer = await listenAsPrinter({ bytesPerMs, bufferBytes: BUFFER_BYTES })
  try {
    const settings = labelPrinter('bench-label', 'Label', { type: 'tcp', host: '127.0.0.1', port: printer.port })
    await printOnlyOn(page, { ...settings, asksStatus: false })
    await queueLabels(page, LABELS)
    await waitUntil('all labels are at the printer', async () => printer.jobs.length >= LABELS, { timeoutMs: 300_000 })
    const { jobs, dryTimesMs } = printer
    const [first, last] = [jobs[0], jobs.at(-1)]
    if (first === undefined || last === undefined) throw new Error('No label came')
    const endedAtMs = performance.now() + printer.busyForMs()
    const byteCount = jobs.reduce((sum, job) => sum + job.byteCount, 0)
    const [tookS, floorS] = [(endedAtMs - first.firstByteAtMs) / 1000, byteCount / bytesPerMs / 1000]
    printLine({
      what: `from a label’s last byte to the next one’s first`,
      samplesMs: jobs.slice(1).map((job, index) => job.firstByteAtMs - (jobs[index]?.lastByteAtMs ?? Number.NaN)),
      budgetMs: null,
    })
    console.log(
      `${String(jobs.length)} labels at ${String(mmPerSecond)} mm/s: ${tookS.toFixed(1)} s, floor ${floorS.toFixed(1)} s; the printer had nothing to print ${String(dryTimesMs.length)} times, longest ${formatMs(Math.max(0, ...dryTimesMs))} ms  ${dryTimesMs.length === 0 ? 'within' : 'OVER'}`,
    )
  } finally {
    await printer.close()
  }
}
