import type { DocumentLanguage } from '../../shared/documents/document-words.ts'
import type { ActionableError, ImportedTable } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import type { Journal } from '../journal/journal.ts'
import type { SaveDocumentPdfRequest } from '../../shared/ipc/document-pdf.ts'
import type { LogBook } from '../log.ts'
import { appendAndPrint } from '../printing/append-and-print.ts'
import type { DaySales } from '../reports/day-sales.ts'
import type { InvokeHandlers } from './invoke-handlers.ts'
import type { PracticeDoor, PrintingDoor, StatusDoor, SyncDoor } from './service-doors.ts'

/** What answers the page's messages. What is still starting is a promise: only the messages that need it wait. */
export type HandlerDeps = {
  readonly status: StatusDoor
  readonly journal: Promise<Journal>
  readonly sync: Promise<SyncDoor>
  readonly printing: Promise<PrintingDoor>
  /** Null when the practice services do not run inside this app. */
  readonly practice: Promise<PracticeDoor | null>
  readonly logBook: LogBook
  readonly reportWaiting: (waitingSales: number) => void
  readonly exportAndQuit: (sales: readonly Sale[]) => Promise<Result<{ path: string }, ActionableError>>
  readonly readCatalogueFile: (fileName: string, bytes: Uint8Array) => Promise<Result<ImportedTable, ActionableError>>
  readonly readPracticeCatalogue: () => Promise<Result<ImportedTable, ActionableError>>
  readonly saveDayWorkbook: (
    dayLabel: string,
    day: DaySales,
  ) => Promise<Result<{ path: string | null }, ActionableError>>
  readonly saveDocumentPdf: (
    request: SaveDocumentPdfRequest,
  ) => Promise<Result<{ path: string | null }, ActionableError>>
  readonly saveShiftReport: (
    report: ShiftReport,
    language: DocumentLanguage,
  ) => Promise<Result<{ path: string | null }, ActionableError>>
}

const requirePractice = async (practice: HandlerDeps['practice']): Promise<PracticeDoor> => {
  const services = await practice
  if (services === null) throw new Error('The practice services do not run in this mode')
  return services
}

/** The handler of every message of the contract. Each is one line to the part that knows. */
export const createHandlers = (deps: HandlerDeps): InvokeHandlers => ({
  'app.getStatus': () => ({
    mode: deps.status.mode,
    version: deps.status.version,
    links: deps.status.readLinks(),
    printers: deps.status.readPrinters(),
    hasPracticeServices: deps.status.hasPracticeServices,
  }),
  'app.reportWaiting': ({ waitingSales }) => {
    deps.reportWaiting(waitingSales)
    return null
  },
  'app.exportAndQuit': ({ sales }) => deps.exportAndQuit(sales),
  'app.log': ({ level, scope, message }) => {
    deps.logBook.scope(`page:${scope}`)[level](message)
    return null
  },

  'journal.appendSale': async (request) =>
    appendAndPrint(
      {
        journal: await deps.journal,
        printing: deps.printing,
        log: (level, message) => {
          deps.logBook.scope('main')[level](message)
        },
      },
      request,
    ),
  'journal.markCommitted': async ({ saleId }) => {
    await (await deps.journal).markCommitted(saleId)
    return null
  },
  'journal.list': async () => (await deps.journal).list(),
  'journal.readSales': async ({ saleIds }) => [...(await (await deps.journal).readSales(saleIds))],
  'journal.discard': async ({ saleId, reason }) => {
    await (await deps.journal).discard(saleId, reason)
    return null
  },
  'journal.adoptSale': async ({ sale }) => {
    await (await deps.journal).adoptSale(sale)
    return null
  },
  'journal.noteStepClosed': async ({ saleId, stepId, reason }) => {
    await (await deps.journal).noteStepClosed(saleId, stepId, reason)
    return null
  },
  'journal.noteSaleVoided': async ({ voiding }) => (await deps.journal).noteSaleVoided(voiding),
  'journal.noteTenderConfirmed': async ({ confirmation }) => {
    await (await deps.journal).noteTenderConfirmed(confirmation)
    return null
  },
  'journal.keepRecord': async ({ record }) => (await deps.journal).keepRecord(record),
  'journal.listKeptRecords': async () => (await deps.journal).listKeptRecords(),

  'registers.checkCode': async ({ code }) => (await deps.sync).checkRegisterCode(code),

  'sync.kick': async ({ destination }) => {
    ;(await deps.sync).kick(destination)
    return null
  },
  'sync.pullStock': async () => (await deps.sync).pullStock(),

  'printing.kick': async () => {
    ;(await deps.printing).kick()
    return null
  },
  'printing.handOver': async ({ claimed }) => ({ accepted: await (await deps.printing).handOver(claimed) }),
  'printing.getSettings': async () => (await deps.printing).getSettings(),
  'printing.setSettings': async ({ settings }) => (await deps.printing).setSettings(settings),
  'printing.search': async () => (await deps.printing).search(),
  'printing.exportSettings': async () => (await deps.printing).exportSettings(),
  'printing.watchClosely': async ({ isClose }) => {
    ;(await deps.printing).watchClosely(isClose)
    return null
  },
  'printing.previewPdf': async ({ pdfBase64 }) => (await deps.printing).previewPdf(pdfBase64),
  'printing.listPracticePages': async () => (await deps.printing).listPracticePages(),

  'practice.getFaults': async () => (await requirePractice(deps.practice)).getFaults(),
  'practice.setFaults': async ({ faults }) => {
    await (await requirePractice(deps.practice)).setFaults(faults)
    return null
  },
  'practice.readHoldings': async () => (await requirePractice(deps.practice)).readHoldings(),

  'catalogue.readFile': ({ fileName, bytes }) => deps.readCatalogueFile(fileName, bytes),
  'catalogue.readPracticeFile': () => deps.readPracticeCatalogue(),

  'reports.saveDayWorkbook': ({ dayLabel, sales, voidings = [], confirmations = [] }) =>
    deps.saveDayWorkbook(dayLabel, { sales, voidings, confirmations }),
  'reports.saveDocumentPdf': (request) => deps.saveDocumentPdf(request),
  'reports.saveShiftReport': ({ report, language }) => deps.saveShiftReport(report, language),
})
