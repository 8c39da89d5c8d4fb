import { formatSaleNumber, saleDay } from '../../shared/domain/sale-number.ts'
import { rupiah } from '../../shared/domain/money.ts'
import type { Item } from '../../shared/domain/item.ts'
import type { Delivery, Sale } from '../../shared/domain/sale.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { AskAnswerOf, AskName, AskRequestOf, JournaledSale } from '../../shared/ipc/contract.ts'

/** A moment in the tests' year: 2026-11-21 10:00 at the register. */
export const TEN_O_CLOCK_MS = Date.UTC(2026, 10, 21, 3)

/** An item for tests; the SKU names it. */
export const itemOf = (sku: string, price = 500, ...barcodes: readonly string[]): Item => ({
  sku,
  barcodes,
  name: `Barang ${sku}`,
  category: '',
  price: rupiah(price),
  costPrice: null,
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
  const sequenceOf = (number: string): number => Number(number.slice(number.lastIndexOf('-') + 1))
  const bridge: Bridge = {
    getAppStatus: unused,
    reportWaiting: noted('reportWaiting'),
    exportAndQuit: unused,
    log: noted('log'),
    appendSaleToJournal: ({ sale, highestKnownSequence }) => {
      calls.push('append')
      const day = saleDay(sale.paidAtMs, sale.utcOffsetMinutes)
      const held = [...journal.values()].map((each) => sequenceOf(each.sale.number))
      const sequence = Math.max(highestKnownSequence, ...held, 0) + 1
      const entry = journal.get(sale.id) ?? {
        sale: { ...sale, number: formatSaleNumber({ register: sale.register, day, sequence }) },
        isCommitted: false,
        sentSteps: [],
        closedSteps: [],
      }
      journal.set(sale.id, entry)
      if (isJournalSilent) return Promise.reject(new Error('the answer was lost'))
      return Promise.resolve({ ok: true, value: { number: entry.sale.number, syncMs: 0 } })
    },
    markSaleCommitted: ({ saleId }) => {
      const entry = journal.get(saleId)
      if (entry !== undefined) journal.set(saleId, { ...entry, isCommitted: true })
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
      journal.set(sale.id, { sale, isCommitted: true, sentSteps: [], closedSteps: [] })
      return Promise.resolve(null)
    },
    noteStepClosed: ({ saleId, stepId, reason }) => {
      const entry = journal.get(saleId)
      if (entry === undefined) return Promise.resolve(null)
      const others = entry.closedSteps.filter((closed) => closed.stepId !== stepId)
      journal.set(saleId, { ...entry, closedSteps: reason === null ? others : [...others, { stepId, reason }] })
      return Promise.resolve(null)
    },
    kickSync: noted('kickSync'),
    pullStock: unused,
    kickPrinting: noted('kickPrinting'),
    getPrinterSettings: unused,
    setPrinterSettings: unused,
    listPracticePages: unused,
    getPracticeFaults: unused,
    setPracticeFaults: unused,
    readPracticeHoldings: unused,
    readCatalogueFile: unused,
    readPracticeCatalogue: unused,
    saveDayWorkbook: unused,
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
    onLinksChanged: ignore,
    onPrintersChanged: ignore,
    onPracticePagePrinted: ignore,
    onPracticeChanged: ignore,
    onQuitHeld: ignore,
  }
  return {
    bridge,
    journal,
    calls,
    asks,
    loseJournalAnswers: (isLost: boolean) => {
      isJournalSilent = isLost
    },
  }
}

/** A walk-in sale of one item, as stored after payment. */
export const saleOf = (id: string, sequence: number, paidAtMs: number, sku = 'A'): Sale => ({
  id,
  number: formatSaleNumber({ register: 'K1', day: saleDay(paidAtMs, 420), sequence }),
  register: 'K1',
  cashier: 'Kasir',
  kind: 'walk-in',
  openedAtMs: paidAtMs,
  paidAtMs,
  utcOffsetMinutes: 420,
  shop: { name: 'Toko', address: [], phone: '' },
  lines: [
    {
      sku,
      name: `Barang ${sku}`,
      barcode: null,
      quantity: 1,
      regularPrice: rupiah(500),
      unitPrice: rupiah(500),
      amount: rupiah(500),
    },
  ],
  total: rupiah(500),
  tenders: [{ method: 'cash', amount: rupiah(500), applied: rupiah(500), reference: null }],
  change: rupiah(0),
  delivery: null,
  note: '',
  route: 'both-not-linked',
})
