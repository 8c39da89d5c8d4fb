import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/ipc/bridge.ts'
import type {
  AnswerOf,
  AskAnswerOf,
  AskName,
  AskRequestOf,
  EventName,
  EventOf,
  InvokeName,
  RequestOf,
} from '../shared/ipc/contract.ts'
import { ASK_ANSWER_CHANNEL, ASK_CHANNEL } from './ipc/channels.ts'

const invoke =
  <Name extends InvokeName>(name: Name) =>
  (request: RequestOf<Name>): Promise<AnswerOf<Name>> =>
    ipcRenderer.invoke(name, request)

type AskMessage = { readonly askId: string; readonly name: string; readonly request: never }
type AskHandler = (request: never) => Promise<unknown>

const askHandlers = new Map<string, AskHandler>()
/** Questions that came before the page had registered their handler. */
const earlyAsks: AskMessage[] = []

const answerAsk = async (handler: AskHandler, message: AskMessage): Promise<void> => {
  const { askId } = message
  try {
    await ipcRenderer.invoke(ASK_ANSWER_CHANNEL, { askId, ok: true, answer: await handler(message.request) })
  } catch (error) {
    await ipcRenderer.invoke(ASK_ANSWER_CHANNEL, { askId, ok: false, message: String(error) })
  }
}

ipcRenderer.on(ASK_CHANNEL, (_event, message: AskMessage) => {
  const handler = askHandlers.get(message.name)
  if (handler === undefined) earlyAsks.push(message)
  else void answerAsk(handler, message)
})

const onAsk =
  <Name extends AskName>(name: Name) =>
  (handler: (request: AskRequestOf<Name>) => Promise<AskAnswerOf<Name>>) => {
    const held: AskHandler = handler
    askHandlers.set(name, held)
    for (const message of earlyAsks.splice(0)) {
      if (message.name === name) void answerAsk(held, message)
      else earlyAsks.push(message)
    }
    return () => {
      if (askHandlers.get(name) === held) askHandlers.delete(name)
    }
  }

const onEvent =
  <Name extends EventName>(name: Name) =>
  (listener: (event: EventOf<Name>) => void) => {
    const receive = (_event: unknown, event: EventOf<Name>) => {
      listener(event)
    }
    ipcRenderer.on(name, receive)
    return () => {
      ipcRenderer.off(name, receive)
    }
  }

contextBridge.exposeInMainWorld('konter', {
  getAppStatus: invoke('app.getStatus'),
  reportWaiting: invoke('app.reportWaiting'),
  exportAndQuit: invoke('app.exportAndQuit'),
  log: invoke('app.log'),
  appendSaleToJournal: invoke('journal.appendSale'),
  markSaleCommitted: invoke('journal.markCommitted'),
  listJournal: invoke('journal.list'),
  readJournaledSales: invoke('journal.readSales'),
  discardJournaledSale: invoke('journal.discard'),
  adoptSaleIntoJournal: invoke('journal.adoptSale'),
  noteStepClosed: invoke('journal.noteStepClosed'),
  noteSaleVoided: invoke('journal.noteSaleVoided'),
  noteTenderConfirmed: invoke('journal.noteTenderConfirmed'),
  keepRecord: invoke('journal.keepRecord'),
  listKeptRecords: invoke('journal.listKeptRecords'),
  checkRegisterCode: invoke('registers.checkCode'),
  kickSync: invoke('sync.kick'),
  pullStock: invoke('sync.pullStock'),
  kickPrinting: invoke('printing.kick'),
  handOverPrintJob: invoke('printing.handOver'),
  getPrinterSettings: invoke('printing.getSettings'),
  setPrinterSettings: invoke('printing.setSettings'),
  searchPrinters: invoke('printing.search'),
  exportPrinterSettings: invoke('printing.exportSettings'),
  watchPrintersClosely: invoke('printing.watchClosely'),
  previewPdf: invoke('printing.previewPdf'),
  listPracticePages: invoke('printing.listPracticePages'),
  getPracticeFaults: invoke('practice.getFaults'),
  setPracticeFaults: invoke('practice.setFaults'),
  readPracticeHoldings: invoke('practice.readHoldings'),
  readCatalogueFile: invoke('catalogue.readFile'),
  readPracticeCatalogue: invoke('catalogue.readPracticeFile'),
  saveDayWorkbook: invoke('reports.saveDayWorkbook'),
  saveDocumentPdf: invoke('reports.saveDocumentPdf'),
  saveShiftReport: invoke('reports.saveShiftReport'),
  onClaimSteps: onAsk('outbox.claim'),
  onSettleStep: onAsk('outbox.settle'),
  onApplyStock: onAsk('stock.apply'),
  onClaimPrintJob: onAsk('printJobs.claim'),
  onSettlePrintJob: onAsk('printJobs.settle'),
  onNotePrintProgress: onAsk('printJobs.noteProgress'),
  onLinksChanged: onEvent('links.changed'),
  onPrintersChanged: onEvent('printers.changed'),
  onPrintersPlugged: onEvent('printers.plugged'),
  onPracticePagePrinted: onEvent('practice.pagePrinted'),
  onPracticeChanged: onEvent('practice.changed'),
  onQuitHeld: onEvent('app.quitHeld'),
} satisfies Bridge)
