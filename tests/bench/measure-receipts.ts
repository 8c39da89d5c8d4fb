import type { Page } from 'playwright-core'
import { receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { BENG_BENG, INDOMIE, KALPA } from '../e2e/goods.ts'
import { waitUntil } from '../fixtures/wait-until.ts'
import { type JobArrival, listenAsPrinter } from './bench-printer.ts'
import { pageClockOffsetMs } from './page-clock.ts'
import { printOnlyOn } from './print-only-on.ts'
import { formatMs, printLine } from './report-line.ts'
import { payInWindow, scan } from './sell-in-window.ts'

const SALES = 50
/** The first ones load what later ones find. */
const WARM_UPS = 3
const BUDGET_MS = 60
const SCAN_PAUSE_MS = 100
/** Takes whatever comes, as a printer with a large buffer does. */
const PACE = { bytesPerMs: 1e6, bufferBytes: 1e9 }

declare global {
  interface Window {
    konterPayPressedAtMs?: number
  }
}

/** What a sale's moments are in the page's own time. */
type PageMoments = {
  readonly pressedAtMs: number
  readonly begunAtMs: number
  readonly contextMs: number
  readonly journalMs: number
  readonly transactionMs: number
  readonly durableAtMs: number
}

const listenForPay = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.addEventListener(
      'pointerup',
      ({ target, timeStamp }) => {
        const button = target instanceof Element ? target.closest('button') : null
        if (button?.textContent.includes('Selesaikan pembayaran') === true) window.konterPayPressedAtMs = timeStamp
      },
      true,
    )
  })

const readMoments = (page: Page): Promise<PageMoments> =>
  page.evaluate(() => {
    const last = (name: string): PerformanceEntry | undefined => performance.getEntriesByName(name).at(-1)
    const endOf = (entry: PerformanceEntry | undefined): number =>
      entry === undefined ? Number.NaN : entry.startTime + entry.duration
    return {
      pressedAtMs: window.konterPayPressedAtMs ?? Number.NaN,
      begunAtMs: last('konter:pay')?.startTime ?? Number.NaN,
      contextMs: last('konter:context')?.duration ?? Number.NaN,
      journalMs: last('konter:journal')?.duration ?? Number.NaN,
      transactionMs: last('konter:transaction')?.duration ?? Number.NaN,
      durableAtMs: endOf(last('konter:pay')),
    }
  })

type Sample = { readonly page: PageMoments; readonly job: JobArrival }

/** From the press on Pay to the first byte at a network printer: sales paid through the window of the built till. Prints its lines. */
export const measureReceipts = async (page: Page): Promise<void> => {
  const printer = await listenAsPrinter(PACE)
  try {
    await printOnlyOn(
      page,
      receiptPrinter('bench-receipt', 'Struk', { type: 'tcp', host: '127.0.0.1', port: printer.port }),
    )
    await listenForPay(page)
    const samples: Sample[] = []
    for (let sale = 0; sale < WARM_UPS + SALES; sale += 1) {
      for (const { barcode } of [INDOMIE, BENG_BENG, KALPA]) await scan(page, barcode, SCAN_PAUSE_MS)
      const before = printer.jobs.length
      // Who waits for a dialog looks through the whole page at every frame, which no cashier does.
      await payInWindow(page, () =>
        waitUntil('the receipt is at the printer', async () => printer.jobs.length > before, {
          timeoutMs: 30_000,
          intervalMs: 20,
        }),
      )
      const job = printer.jobs.at(-1)
      if (job !== undefined && sale >= WARM_UPS) samples.push({ page: await readMoments(page), job })
    }
    const { offsetMs, errorMs } = await pageClockOffsetMs(page)
    const line = (what: string, of: (sample: Sample) => number, budgetMs: number | null = null): void =>
      printLine({ what, samplesMs: samples.map(of), budgetMs })
    line(
      'Pay to the first byte at the printer',
      (each) => each.job.firstByteAtMs - offsetMs - each.page.pressedAtMs,
      BUDGET_MS,
    )
    line('  of it: to durable', (each) => each.page.durableAtMs - each.page.pressedAtMs)
    line('    of that: press to command', (each) => each.page.begunAtMs - each.page.pressedAtMs)
    line('    of that: what the database knows', (each) => each.page.contextMs)
    line('    of that: journal, with the way there and back', (each) => each.page.journalMs)
    line('    of that: strict transaction', (each) => each.page.transactionMs)
    // Drawn while the sale is being written; handed over when it is durable.
    line(
      '  of it: from durable to connected with the printer',
      (each) => each.job.connectedAtMs - offsetMs - each.page.durableAtMs,
    )
    line('  of it: connected to first byte', (each) => each.job.firstByteAtMs - each.job.connectedAtMs)
    console.log(`clocks of page and printer agree to ${formatMs(errorMs)} ms`)
  } finally {
    await printer.close()
  }
}
