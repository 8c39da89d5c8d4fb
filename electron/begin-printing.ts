import { printTroubleWords, type PrintTrouble } from '../shared/domain/print-trouble.ts'
import { failure, success } from '../shared/domain/result.ts'
import type { PrinterSettings } from '../shared/domain/printer.ts'
import type { SalePaper } from '../shared/domain/sale-paper.ts'
import type { ActionableError } from '../shared/ipc/contract.ts'
import type { PrinterStatus } from '../shared/ipc/printer-settings.ts'
import type { PageLink } from './ipc/page-link.ts'
import type { PrintingDoor } from './ipc/service-doors.ts'
import type { Log } from './log.ts'
import type { PrintLog } from './printing/print-log.ts'
import { exportFailure } from './reports/export-sales.ts'
import { loadPracticePrinting } from './printing/load-practice-printing.ts'
import type { PreviewedPage } from './printing/worker-messages.ts'
import { savePrinterSettings } from './printing/save-printer-settings.ts'

/** Printing as it starts: what messages use once it is there, and what is known of the printers until then. */
export type Printing = {
  readonly door: Promise<PrintingDoor>
  readonly readStatus: () => readonly PrinterStatus[]
  /** Resolves when the jobs under way are settled; takes no further ones. */
  readonly finish: () => Promise<void>
  /** Takes up again what `finish` ended: the window stays open. */
  readonly resume: () => void
}

export type PrintingDeps = {
  readonly mode: 'practice' | 'live'
  readonly settingsFile: string
  readonly fontFolder: string
  readonly documentsFolder: () => string
  readonly askPath: (proposedPath: string) => Promise<string | null>
  readonly page: PageLink
  readonly now: () => number
  readonly mintId: () => string
  readonly log: Log
  /** What went to printers with sales of which nobody knows yet whether they were paid. */
  readonly papersLeftBehind: () => Promise<readonly SalePaper[]>
}

const toShownPage = ({ pngBase64, ...size }: PreviewedPage) => ({
  ...size,
  imageUrl: `data:image/png;base64,${pngBase64}` as const,
})

const unreadablePdf = (trouble: PrintTrouble): ActionableError => ({
  code: 'pdf.unreadable',
  message: printTroubleWords(trouble),
  detail: trouble.detail,
})

/** The fonts and the canvas are loaded when the till's own start is over. */
const WARM_UP_AFTER_MS = 2000

/** The page draws what changes; a printer that takes up a receipt changes while the page still writes its sale. */
const TELL_AFTER_MS = 100

/** Everything that printing stands on, loaded when it begins: the first sale does not wait for it. */
const loadParts = () =>
  Promise.all([
    import('./printing/print-runner.ts'),
    import('./printing/printer-settings-store.ts'),
    import('../shared/domain/usual-printers.ts'),
    import('./printing/transports/open-transport.ts'),
    import('./printing/transports/list-usb-printers.ts'),
    import('./printing/worker-renderer.ts'),
    import('./printing/start-print-worker.ts'),
    import('./printing/printer-monitor.ts'),
    import('./printing/draw-ahead.ts'),
  ])

/** Starts the print runner; it claims nothing before the page is loaded. A new run makes jobs of an earlier one `unknown`. */
export const beginPrinting = (deps: PrintingDeps): Printing => {
  const { page, now, mintId } = deps
  const runId = mintId()
  const log: PrintLog = (level, message) => {
    deps.log[level](message)
  }
  let readStatus: Printing['readStatus'] = () => []
  let finish: Printing['finish'] = async () => undefined
  let resume: Printing['resume'] = () => undefined

  // Asked before anybody can say what became of those sales: after that they look like all others.
  const leftBehind = deps.papersLeftBehind().then(
    (papers) => papers.map(({ printerId }) => printerId),
    (error: unknown) => {
      log('warn', `The journal cannot tell which printers were left in the middle: ${String(error)}`)
      return []
    },
  )

  const start = async (): Promise<PrintingDoor> => {
    const [
      { createPrintRunner },
      { createPrinterSettingsStore },
      { NO_PRINTERS, PRACTICE_PRINTERS },
      { openTransport },
      { watchUsb, tellingOfPlugging },
      { createWorkerRenderer },
      { startPrintWorker },
      { createPrinterMonitor },
      { drawingAhead, renderRequestOf },
    ] = await loadParts()
    const initial = deps.mode === 'practice' ? PRACTICE_PRINTERS : NO_PRINTERS
    const store = createPrinterSettingsStore(deps.settingsFile, initial, log)
    let settings: PrinterSettings = await store.read()
    const practice = await loadPracticePrinting(deps.mode, {
      onPage: (printed) => {
        page.emit('practice.pagePrinted', printed)
      },
      now,
      mintId,
      fontDirectory: deps.fontFolder,
      log,
    })
    const threads = { startWorker: startPrintWorker, fontDirectory: deps.fontFolder, log }
    const ours = createWorkerRenderer(threads)
    // In a thread of their own: no file, however large or ill-made, holds up a receipt. PDFs to be saved are made there too.
    const strangers = createWorkerRenderer({ ...threads, isForStrangers: true })
    const sales = drawingAhead(ours.render)
    const runner = createPrintRunner({
      claimJob: async (wish) => (await page.ask('printJobs.claim', { ...wish, runId, nowMs: now() })).claimed,
      settleJob: async (jobId, outcome) => {
        const { accepted } = await page.ask('printJobs.settle', { jobId, runId, nowMs: now(), outcome })
        if (!accepted) log('warn', `The print job ${jobId} no longer waited for this run`)
      },
      noteProgress: (jobId, bytesSent, totalBytes) => {
        page.ask('printJobs.noteProgress', { jobId, runId, bytesSent, totalBytes }).catch((error: unknown) => {
          log('warn', `The progress of ${jobId} was not noted: ${String(error)}`)
        })
      },
      settings: () => settings,
      render: (request) => (request.content.type === 'pdf' ? strangers : sales).render(request),
      openTransport: (printer, { job }) => {
        if (printer.transport.type !== 'practice') return openTransport(printer.transport)
        return practice.transportFor(printer, job.document)
      },
      onStateChanged: () => monitor.look(),
      onHeard: (printer, heard) => monitor.overhear(printer, heard),
      isAnswering: ({ id, asksStatus }) => {
        const known = asksStatus ? monitor.statuses().find(({ printerId }) => printerId === id) : undefined
        return known !== undefined && known.condition !== null
      },
      log,
      now,
      leftBehind: () => leftBehind,
    })
    const tellOfPlugged = async (): Promise<void> => {
      const { findPluggedPrinters } = await import('./printing/find-printers.ts')
      page.emit('printers.plugged', { found: (await findPluggedPrinters()).found })
    }
    let telling: NodeJS.Timeout | null = null
    const tellPage = (): void => {
      telling ??= setTimeout(() => {
        telling = null
        page.emit('printers.changed', { printers: monitor.statuses() })
      }, TELL_AFTER_MS)
    }
    const monitor = createPrinterMonitor({
      settings: () => settings,
      runner,
      openTransport,
      watchUsb: tellingOfPlugging(watchUsb, tellOfPlugged, (words) => log('warn', words)),
      onChanged: tellPage,
      log,
      now,
    })
    readStatus = monitor.statuses
    finish = runner.stop
    resume = runner.resume
    page.onLoaded(() => {
      runner.kick()
      monitor.start()
      // The first receipt finds the thread there; the screen comes first.
      setTimeout(ours.warmUp, WARM_UP_AFTER_MS).unref()
    })
    return {
      kick: runner.kick,
      drawAhead: (claimed) => {
        const printer = settings.printers.find(({ id }) => id === claimed.job.printerId)
        if (printer !== undefined && claimed.content.type === 'sale') sales.drawAhead(renderRequestOf(claimed, printer))
      },
      // What another run took is no longer this one's to send.
      handOver: async (claimed) => claimed.job.runId === runId && runner.handOver(claimed),
      getSettings: () => settings,
      setSettings: async (wanted) => {
        try {
          await store.write(wanted)
        } catch (error) {
          return failure(exportFailure(error))
        }
        settings = wanted
        runner.kick()
        monitor.look()
        return success(null)
      },
      search: async () => (await import('./printing/find-printers.ts')).findPrinters(),
      exportSettings: () => savePrinterSettings({ folder: deps.documentsFolder(), askPath: deps.askPath }, settings),
      watchClosely: monitor.watchClosely,
      previewPdf: async (pdfBase64) => {
        const previewed = await strangers.previewPdf(Uint8Array.from(Buffer.from(pdfBase64, 'base64')))
        return previewed.ok
          ? success({ pages: previewed.value.pages.map(toShownPage), pageCount: previewed.value.pageCount })
          : failure(unreadablePdf(previewed.error))
      },
      makePdf: strangers.makePdf,
      listPracticePages: practice.pages,
    }
  }
  return { door: start(), readStatus: () => readStatus(), finish: () => finish(), resume: () => resume() }
}
