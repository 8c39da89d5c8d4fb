import { failure, success } from '../shared/domain/result.ts'
import type { PrinterStatus } from '../shared/ipc/printer-settings.ts'
import type { PageLink } from './ipc/page-link.ts'
import type { PrintingDoor } from './ipc/service-doors.ts'
import type { Log } from './log.ts'
import { exportFailure } from './reports/export-sales.ts'

/** Printing as it starts: what messages use once it is there, and what is known of the printers until then. */
export type Printing = { readonly door: Promise<PrintingDoor>; readonly readStatus: () => readonly PrinterStatus[] }

/** Starts the print runner; it claims nothing before the page is loaded. A new run makes jobs of an earlier one `unknown`. */
export const beginPrinting = (deps: {
  readonly mode: 'practice' | 'live'
  readonly settingsFile: string
  readonly fontFolder: string
  readonly page: PageLink
  readonly now: () => number
  readonly mintId: () => string
  readonly log: Log
}): Printing => {
  const { page, now, mintId } = deps
  const runId = mintId()
  const log = (level: 'info' | 'warn' | 'error', message: string): void => {
    deps.log[level](message)
  }
  let statuses: readonly PrinterStatus[] = (['receipt', 'label'] as const).map((document) => ({
    document,
    state: 'unknown',
    sinceMs: now(),
    message: null,
  }))

  const start = async (): Promise<PrintingDoor> => {
    const [{ createPrintRunner }, { createPrinterSettingsStore }, practice, { createWorkerRenderer }, worker] =
      await Promise.all([
        import('./printing/print-runner.ts'),
        import('./printing/printer-settings-store.ts'),
        import('./practice/printer/practice-printer.ts'),
        import('./printing/worker-renderer.ts'),
        import('./printing/start-print-worker.ts'),
      ])
    const store = createPrinterSettingsStore(deps.settingsFile, log)
    let settings = await store.read()
    const practicePrinter =
      deps.mode === 'practice'
        ? practice.createPracticePrinter({
            onPage: (printed) => {
              page.emit('practice.pagePrinted', printed)
            },
            now,
            mintId,
          })
        : null
    const { render } = createWorkerRenderer({
      startWorker: worker.startPrintWorker,
      fontDirectory: deps.fontFolder,
      log,
    })
    const runner = createPrintRunner({
      claimJob: async (document) => (await page.ask('printJobs.claim', { document, runId, nowMs: now() })).claimed,
      settleJob: async (jobId, outcome) => {
        const { accepted } = await page.ask('printJobs.settle', { jobId, runId, nowMs: now(), outcome })
        if (!accepted) log('warn', `The print job ${jobId} no longer waited for this run`)
      },
      settings: () => settings,
      practicePrinter,
      fontDirectory: deps.fontFolder,
      render,
      onStatusChanged: (changed) => {
        statuses = changed
        page.emit('printers.changed', { printers: statuses })
      },
      log,
      now,
    })
    statuses = runner.statuses()
    page.onLoaded(runner.start)
    return {
      kick: runner.kick,
      getSettings: () => settings,
      setSettings: async (wanted) => {
        try {
          await store.write(wanted)
        } catch (error) {
          return failure(exportFailure(error))
        }
        settings = wanted
        runner.kick()
        return success(null)
      },
      listPracticePages: () => [...(practicePrinter?.pages() ?? [])],
    }
  }
  return { door: start(), readStatus: () => statuses }
}
