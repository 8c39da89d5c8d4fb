import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { formatSaleNumber, parseSaleNumber, type NumberSeries } from '../../shared/domain/sale-number.ts'
import { documentTypeOf } from '../../shared/domain/sale-sums.ts'
import { rupiah, ZERO_RUPIAH } from '../../shared/domain/money.ts'
import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { Item } from '../../shared/domain/item.ts'
import type { ClaimedPrintJob } from '../../shared/domain/print-job.ts'
import type { Delivery, Sale, SaleLine, UnnumberedSale } from '../../shared/domain/sale.ts'
import type { EnteredTender } from '../../shared/domain/settle-payment.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { AskAnswerOf, AskName, AskRequestOf, JournaledSale, KeptRecord } from '../../shared/ipc/contract.ts'

/** A moment in the tests' year: 2026-11-21 10:00 at the register. */
export const TEN_O_CLOCK_MS = Date.UTC(2026, 10, 21, 3)

/** An item for tests; the SKU names it. */
export const itemOf = (sku: string, price = 500, ...barcodes: readonly string[]): Item => ({
  sku,
  barcodes,
  name: `Barang ${sku}`,
  category: '',
  price: rupiah(price),
  regularPrice: null,
  costPrice: null,
  soldBy: 'piece',
  isTaxed: true,
  components: [],
})

/** A payment as the cashier enters it. */
export const tenderOf = (amount: number, method: EnteredTender['method'] = 'cash'): EnteredTender => ({
  method,
  amount: rupiah(amount),
  reference: method === 'cash' ? null : 'REF',
  isConfirmed: true,
})

/** A sold line of one piece without discount or tax. */
export const saleLineOf = (sku: string, quantity = 1, unitPrice = 500): SaleLine => ({
  sku,
  name: `Barang ${sku}`,
  barcode: null,
  quantity,
  soldBy: 'piece',
  regularPrice: rupiah(unitPrice),
  unitPrice: rupiah(unitPrice),
  priceOverride: null,
  discount: null,
  lineDiscount: ZERO_RUPIAH,
  basketDiscount: ZERO_RUPIAH,
  amount: rupiah(unitPrice * quantity),
  isTaxed: false,
  isTaxIncluded: false,
  taxBase: ZERO_RUPIAH,
  tax: ZERO_RUPIAH,
  components: [],
  returned: null,
})

/** What the journal holds of a sale to which nothing has happened since. */
export const journaledOf = (sale: Sale, isCommitted = true): JournaledSale => ({
  sale,
  isCommitted,
  papers: [],
  sentSteps: [],
  closedSteps: [],
  voiding: null,
  confirmations: [],
})

/** A complete address. */
export const TEST_DELIVERY: Delivery = {
  recipientName: 'Siti',
  phone: '08123',
  address: 'Jl. Melati 1',
  province: 'Jawa Barat',
  city: 'Bandung',
  district: 'Coblong',
  subDistrict: 'Dago',
  postalCode: '40135',
  courier: 'JNE',
  awb: null,
  note: '',
}

type Handlers = { [Name in AskName]?: (request: AskRequestOf<Name>) => Promise<AskAnswerOf<Name>> }

/** A bridge to a main process that is not there, with a journal in memory that follows its contract. */
export const createTestBridge = () => {
  const journal = new Map<string, JournaledSale>()
  const calls: string[] = []
  const asks: Handlers = {}
  let isJournalSilent = false
  const unused = (): Promise<never> => Promise.reject(new Error('not part of this test'))
  const ignore = () => () => undefined
  const noted = (name: string) => () => {
    calls.push(name)
    return Promise.resolve(null)
  }
  const kept = new Map<string, KeptRecord>()
  const handedOver: ClaimedPrintJob[] = []
  const givenAway: DocumentKind[] = []
  let acceptsPrintJobs = true
  const changeEntry = (saleId: string, change: (entry: JournaledSale) => JournaledSale): void => {
    const entry = journal.get(saleId)
    if (entry !== undefined) journal.set(saleId, change(entry))
  }
  const mint = (sale: UnnumberedSale, series: NumberSeries, highestKnown: number): string => {
    const day = formatLocalDay(sale.paidAtMs, sale.utcOffsetMinutes)
    const held = [...journal.values()]
      .flatMap((each) => [each.sale.number, each.sale.returnNumber ?? ''])
      .map(parseSaleNumber)
      .filter((parts) => parts?.series === series && parts.day === day && parts.register === sale.register)
      .map((parts) => parts?.sequence ?? 0)
    const sequence = Math.max(highestKnown, ...held) + 1
    return formatSaleNumber({ register: sale.register, series, day, sequence })
  }
  const bridge: Bridge = {
    getAppStatus: unused,
    reportWaiting: noted('reportWaiting'),
    exportAndQuit: unused,
    log: noted('log'),
    appendSaleToJournal: ({ sale, highestKnownSequence, highestKnownReturnSequence, handover }) => {
      calls.push('append')
      const type = documentTypeOf(sale)
      const known = journal.get(sale.id)
      const returnNumber = type === 'sale' ? null : mint(sale, 'return', highestKnownReturnSequence)
      const number = type === 'return' ? returnNumber : mint(sale, 'sale', highestKnownSequence)
      const numbered = {
        ...sale,
        number: known?.sale.number ?? number ?? '',
        returnNumber: known?.sale.returnNumber ?? returnNumber,
      }
      const earlierPapers = known?.papers ?? []
      const papers = known === undefined ? (handover?.papers ?? []) : earlierPapers
      const entry = known?.isCommitted === true ? known : { ...journaledOf(numbered, false), papers }
      journal.set(sale.id, entry)
      if (known === undefined) givenAway.push(...papers.map(({ document }) => document))
      if (isJournalSilent) return Promise.reject(new Error('the answer was lost'))
      const { number: given, returnNumber: givenReturn } = entry.sale
      return Promise.resolve({
        ok: true,
        value: { number: given, returnNumber: givenReturn, syncMs: 0, earlierPapers },
      })
    },
    markSaleCommitted: ({ saleId }) => {
      changeEntry(saleId, (entry) => ({ ...entry, isCommitted: true }))
      return Promise.resolve(null)
    },
    listJournal: () =>
      Promise.resolve({
        entries: [...journal.values()].map(({ sale, isCommitted }) => ({
          saleId: sale.id,
          number: sale.number,
          paidAtMs: sale.paidAtMs,
          isCommitted,
        })),
        damagedLines: 0,
      }),
    readJournaledSales: ({ saleIds }) => Promise.resolve(saleIds.flatMap((id) => journal.get(id) ?? [])),
    discardJournaledSale: ({ saleId }) => {
      journal.delete(saleId)
      return Promise.resolve(null)
    },
    adoptSaleIntoJournal: ({ sale }) => {
      journal.set(sale.id, journaledOf(sale))
      return Promise.resolve(null)
    },
    noteStepClosed: ({ saleId, stepId, reason }) => {
      changeEntry(saleId, (entry) => {
        const others = entry.closedSteps.filter((closed) => closed.stepId !== stepId)
        return { ...entry, closedSteps: reason === null ? others : [...others, { stepId, reason }] }
      })
      return Promise.resolve(null)
    },
    noteSaleVoided: ({ voiding }) => {
      changeEntry(voiding.saleId, (entry) => ({ ...entry, voiding }))
      return Promise.resolve({ ok: true, value: null })
    },
    noteTenderConfirmed: ({ confirmation }) => {
      changeEntry(confirmation.saleId, (entry) => ({
        ...entry,
        confirmations: [
          ...entry.confirmations.filter((each) => each.tenderIndex !== confirmation.tenderIndex),
          confirmation,
        ],
      }))
      return Promise.resolve(null)
    },
    keepRecord: ({ record }) => {
      kept.set(record.id, record)
      return Promise.resolve({ ok: true, value: null })
    },
    listKeptRecords: () => Promise.resolve({ records: [...kept.values()], sentSteps: [], closedSteps: [] }),
    checkRegisterCode: () => Promise.resolve({ verdict: 'free' }),
    kickSync: noted('kickSync'),
    pullStock: unused,
    kickPrinting: noted('kickPrinting'),
    handOverPrintJob: (request) => {
      calls.push('handOverPrintJob')
      handedOver.push(request.claimed)
      return Promise.resolve({ accepted: acceptsPrintJobs })
    },
    getPrinterSettings: unused,
    setPrinterSettings: unused,
    searchPrinters: unused,
    exportPrinterSettings: unused,
    watchPrintersClosely: unused,
    previewPdf: unused,
    listPracticePages: unused,
    getPracticeFaults: unused,
    setPracticeFaults: unused,
    readPracticeHoldings: unused,
    readCatalogueFile: unused,
    readPracticeCatalogue: unused,
    saveDayWorkbook: unused,
    saveDocumentPdf: unused,
    saveShiftReport: unused,
    onClaimSteps: (handler) => {
      asks['outbox.claim'] = handler
      return () => delete asks['outbox.claim']
    },
    onSettleStep: (handler) => {
      asks['outbox.settle'] = handler
      return () => delete asks['outbox.settle']
    },
    onApplyStock: (handler) => {
      asks['stock.apply'] = handler
      return () => delete asks['stock.apply']
    },
    onClaimPrintJob: (handler) => {
      asks['printJobs.claim'] = handler
      return () => delete asks['printJobs.claim']
    },
    onSettlePrintJob: (handler) => {
      asks['printJobs.settle'] = handler
      return () => delete asks['printJobs.settle']
    },
    onNotePrintProgress: (handler) => {
      asks['printJobs.noteProgress'] = handler
      return () => delete asks['printJobs.noteProgress']
    },
    onLinksChanged: ignore,
    onPrintersChanged: ignore,
    onPrintersPlugged: ignore,
    onPracticePagePrinted: ignore,
    onPracticeChanged: ignore,
    onQuitHeld: ignore,
  }
  return {
    bridge,
    journal,
    /** Copies of shifts, cash moves and stock documents, by id. */
    kept,
    calls,
    asks,
    /** What printers were handed, accepted or not. */
    handedOver,
    /** What went to printers with the journal's first line of a sale. */
    givenAway,
    acceptPrintJobs: (accepts: boolean) => {
      acceptsPrintJobs = accepts
    },
    loseJournalAnswers: (isLost: boolean) => {
      isJournalSilent = isLost
    },
  }
}

/** A walk-in sale of one item, as stored after payment. */
export const saleOf = (id: string, sequence: number, paidAtMs: number, sku = 'A'): Sale => ({
  id,
  number: formatSaleNumber({ register: 'K1', series: 'sale', day: formatLocalDay(paidAtMs, 420), sequence }),
  returnNumber: null,
  register: 'K1',
  cashier: 'Kasir',
  kind: 'walk-in',
  openedAtMs: paidAtMs,
  paidAtMs,
  utcOffsetMinutes: 420,
  shop: { name: 'Toko', address: [], phone: '', npwp: '' },
  lines: [saleLineOf(sku)],
  basketDiscount: null,
  tax: null,
  rounding: ZERO_RUPIAH,
  total: rupiah(500),
  tenders: [{ method: 'cash', amount: rupiah(500), applied: rupiah(500), reference: null, isConfirmed: true }],
  change: ZERO_RUPIAH,
  delivery: null,
  note: '',
  route: 'both-not-linked',
  returnOf: null,
  shiftId: null,
  approvals: [],
  stockApproval: null,
})
