import type {
  AnswerOf,
  AskAnswerOf,
  AskName,
  AskRequestOf,
  EventName,
  EventOf,
  InvokeName,
  RequestOf,
} from './contract.ts'

type Invoke<Name extends InvokeName> = (request: RequestOf<Name>) => Promise<AnswerOf<Name>>
/** Registers the one handler of a message from main; returns a function that takes it away. */
type OnAsk<Name extends AskName> = (handler: (request: AskRequestOf<Name>) => Promise<AskAnswerOf<Name>>) => () => void
/** Adds a listener; returns a function that takes it away. */
type OnEvent<Name extends EventName> = (listener: (event: EventOf<Name>) => void) => () => void

/** `window.konter`: all that the page can ask of main and main of the page. One named function a message; never a channel, never an event object. */
export type Bridge = {
  readonly getAppStatus: Invoke<'app.getStatus'>
  readonly reportWaiting: Invoke<'app.reportWaiting'>
  readonly exportAndQuit: Invoke<'app.exportAndQuit'>
  readonly log: Invoke<'app.log'>
  readonly appendSaleToJournal: Invoke<'journal.appendSale'>
  readonly markSaleCommitted: Invoke<'journal.markCommitted'>
  readonly listJournal: Invoke<'journal.list'>
  readonly readJournaledSales: Invoke<'journal.readSales'>
  readonly discardJournaledSale: Invoke<'journal.discard'>
  readonly adoptSaleIntoJournal: Invoke<'journal.adoptSale'>
  readonly noteStepClosed: Invoke<'journal.noteStepClosed'>
  readonly noteSaleVoided: Invoke<'journal.noteSaleVoided'>
  readonly noteTenderConfirmed: Invoke<'journal.noteTenderConfirmed'>
  readonly keepRecord: Invoke<'journal.keepRecord'>
  readonly listKeptRecords: Invoke<'journal.listKeptRecords'>
  readonly checkRegisterCode: Invoke<'registers.checkCode'>
  readonly kickSync: Invoke<'sync.kick'>
  readonly pullStock: Invoke<'sync.pullStock'>
  readonly kickPrinting: Invoke<'printing.kick'>
  readonly handOverPrintJob: Invoke<'printing.handOver'>
  readonly getPrinterSettings: Invoke<'printing.getSettings'>
  readonly setPrinterSettings: Invoke<'printing.setSettings'>
  readonly searchPrinters: Invoke<'printing.search'>
  readonly exportPrinterSettings: Invoke<'printing.exportSettings'>
  readonly watchPrintersClosely: Invoke<'printing.watchClosely'>
  readonly previewPdf: Invoke<'printing.previewPdf'>
  readonly listPracticePages: Invoke<'printing.listPracticePages'>
  readonly getPracticeFaults: Invoke<'practice.getFaults'>
  readonly setPracticeFaults: Invoke<'practice.setFaults'>
  readonly readPracticeHoldings: Invoke<'practice.readHoldings'>
  readonly readCatalogueFile: Invoke<'catalogue.readFile'>
  readonly readPracticeCatalogue: Invoke<'catalogue.readPracticeFile'>
  readonly saveDayWorkbook: Invoke<'reports.saveDayWorkbook'>
  readonly saveDocumentPdf: Invoke<'reports.saveDocumentPdf'>
  readonly saveShiftReport: Invoke<'reports.saveShiftReport'>
  readonly onClaimSteps: OnAsk<'outbox.claim'>
  readonly onSettleStep: OnAsk<'outbox.settle'>
  readonly onApplyStock: OnAsk<'stock.apply'>
  readonly onClaimPrintJob: OnAsk<'printJobs.claim'>
  readonly onSettlePrintJob: OnAsk<'printJobs.settle'>
  readonly onNotePrintProgress: OnAsk<'printJobs.noteProgress'>
  readonly onLinksChanged: OnEvent<'links.changed'>
  readonly onPrintersChanged: OnEvent<'printers.changed'>
  readonly onPrintersPlugged: OnEvent<'printers.plugged'>
  readonly onPracticePagePrinted: OnEvent<'practice.pagePrinted'>
  readonly onPracticeChanged: OnEvent<'practice.changed'>
  readonly onQuitHeld: OnEvent<'app.quitHeld'>
}
