import type { Basket } from '../../shared/domain/basket.ts'
import type { CatalogueReview } from '../../shared/domain/catalogue-review.ts'
import type { Item } from '../../shared/domain/item.ts'
import type { DocumentDesigns } from '../../shared/documents/document-design.ts'
import type { PrintJob } from '../../shared/domain/print-job.ts'
import type { User } from '../../shared/domain/permission.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { SaleHistory } from '../../shared/domain/return-line.ts'
import type { Sale, Shop } from '../../shared/domain/sale.ts'
import type { SalesRoute } from '../../shared/domain/sales-route.ts'
import type { SellingRules } from '../../shared/domain/selling-rules.ts'
import type { EnteredTender } from '../../shared/domain/settle-payment.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import type { CashMove, Shift } from '../../shared/domain/shift.ts'
import type { StockFinding } from '../../shared/domain/stock-level.ts'
import type { Step } from '../../shared/domain/step.ts'
import type { PrintCommands } from './print-commands.ts'
import type { ShiftCommands } from './shift-commands.ts'
import type { StockCommands } from './stock-commands.ts'
import type { UserCommands } from './user-commands.ts'
import type { CountDraft } from '../storage/stock-count-store.ts'
import type { StockDocumentRow } from '../storage/stock-document-store.ts'
import type { StockExplanation } from '../storage/stock-explanation.ts'
import type { Warehouse } from '../storage/stock-warehouses.ts'
import type { ParkedBasket } from '../storage/parked-store.ts'
import type { SaleCommands } from './sale-commands.ts'
import type { ActionableError, ImportedTable, TenderConfirmation, Voiding } from '../../shared/ipc/contract.ts'

/** Set-up of this register, one row of the settings table. */
export type TillSettings = {
  readonly register: string
  readonly cashier: string
  readonly shop: Shop
  readonly utcOffsetMinutes: number
  readonly route: SalesRoute
  readonly language: 'id' | 'en'
  readonly theme: 'light' | 'dark' | 'system'
  readonly selling: SellingRules
  /** Receipts print by themselves after a sale. Labels of deliveries always do. */
  readonly printsReceipts: boolean
  /** Of which sales a copy for warehouse or kitchen prints by itself. */
  readonly printsPickLists: 'never' | 'deliveries' | 'always'
  /** How printed documents look. */
  readonly designs: DocumentDesigns
}

/** Print jobs as the queue shows them. */
export type PrintQueue = { readonly open: readonly PrintJob[]; readonly done: readonly PrintJob[] }

export type ShownStock = {
  /** Last pulled available figure plus local movements not yet contained in it; may be below zero. */
  readonly available: number
  readonly pulledAtMs: number
  readonly source: 'pull' | 'file'
}

export type ItemRow = { readonly item: Item; readonly stock: ShownStock | null }

/** What the cashier entered for one payment. */
export type TenderEntry = EnteredTender

/** A sale's state at one destination, in one word: all sent; some owed; the line or the outcome unknown; a person must look; nothing owed. */
export type DeliveryState = 'sent' | 'waiting' | 'unknown' | 'attention' | 'task' | 'closed' | 'none'

export type SaleRow = {
  readonly sale: Sale
  readonly isRecovered: boolean
  readonly voiding: Voiding | null
  readonly confirmations: readonly TenderConfirmation[]
  readonly forstok: DeliveryState
  readonly accurate: DeliveryState
}

/** A day's sales, voided ones included, with their voidings and with payments seen to arrive after their sale. */
export type DayOfSales = {
  readonly sales: readonly Sale[]
  readonly voidings: readonly Voiding[]
  readonly confirmations: readonly TenderConfirmation[]
}

export type SalesFilter = {
  /** Matches the sale number, item names, SKUs and the recipient. */
  readonly text: string
  readonly state: 'all' | 'waiting' | 'attention' | 'sent'
  readonly kind: 'all' | 'walk-in' | 'delivery'
}

export type SaleDetail = {
  readonly row: SaleRow
  readonly steps: readonly Step[]
  readonly printJobs: readonly PrintJob[]
}

export type WaitingSummary = {
  /** Sales with at least one step neither sent nor closed; a task for a person is not one of them. */
  readonly waitingSales: number
  /** Steps that a service refused. */
  readonly attentionSteps: number
  /** What a person is still to do at a service and tick off; nothing of it is ever sent. */
  readonly taskSteps: number
  /** When the oldest waiting sale was paid. */
  readonly oldestPaidAtMs: number | null
  readonly stockPulledAtMs: number | null
  readonly askingPrintJobs: number
}

export type RecoveryReport = {
  /** Put back without asking: the screen had shown them as paid. */
  readonly recovered: readonly Sale[]
  /** In the journal, but the screen never said paid: the cashier knows whether the money was taken. */
  readonly undecided: readonly Sale[]
  readonly damagedLines: number
}

export type ImportProgress = { readonly writtenRows: number; readonly totalRows: number }

export type CatalogueState = {
  readonly itemCount: number
  readonly importedAtMs: number | null
}

/** Everything the till can be told to do. The screens, the demo and the benchmark use only this and the hooks in storage/hooks.ts. */
export type Till = UserCommands &
  ShiftCommands &
  StockCommands &
  PrintCommands &
  SaleCommands & {
    /** Best matches by name, SKU or barcode, best first; runs in memory. An empty query gives the first items by name. */
    readonly searchItems: (query: string, limit: number) => readonly string[]
    /** Items with their stock figures, in the order of `skus`; unknown SKUs are left out. */
    readonly readItems: (skus: readonly string[]) => Promise<readonly ItemRow[]>
    /** The item with exactly this barcode or SKU; null when there is none; an error value when a barcode belongs to several. */
    readonly findByCode: (code: string) => Promise<Result<Item | null, ActionableError>>
    readonly openBasket: () => Basket
    /** The cashier is about to take money for this basket: Pay finds read what it must know. Returns at once. */
    readonly expectPayment: (basket: Basket) => void
    /** Prices, journals (fsync), then writes all tables in one strict transaction. Paying the same basket again gives the same sale. */
    readonly pay: (basket: Basket, tenders: readonly TenderEntry[]) => Promise<Result<Sale, ActionableError>>
    /** Judges every row without writing anything. */
    readonly reviewCatalogue: (table: ImportedTable) => Promise<CatalogueReview>
    /** Writes the accepted rows of a review in one transaction: all of them or none. */
    readonly importCatalogue: (
      review: CatalogueReview,
      onProgress: (progress: ImportProgress) => void,
    ) => Promise<Result<number, ActionableError>>
    /** Queues a step again after attention or closing; it is looked up before it is sent. */
    readonly requeueStep: (stepId: string) => Promise<Result<null, ActionableError>>
    /** Closes a step, and the later ones of its sale at that destination, with a reason: a person has dealt with it. */
    readonly closeStep: (stepId: string, reason: string) => Promise<Result<null, ActionableError>>
    /** Tries everything due, now, without waiting for the back-off. */
    readonly tryNow: () => Promise<void>
    readonly pullStock: () => Promise<Result<number, ActionableError>>
    /** Compares the journal with the database and puts back what is missing. */
    readonly recover: () => Promise<RecoveryReport>
    /** Puts an undecided sale back (the money was taken). */
    readonly restoreUndecided: (saleId: string) => Promise<Result<null, ActionableError>>
    /** Drops an undecided sale (the money was not taken), with a reason, in the journal too. */
    readonly discardUndecided: (saleId: string, reason: string) => Promise<void>
    readonly readSettings: () => Promise<TillSettings>
    readonly writeSettings: (settings: TillSettings) => Promise<void>
    /** All sales whose steps are not all sent or closed, oldest first: what an export before quitting must hold. */
    readonly readUnsentSales: () => Promise<readonly Sale[]>
    /** Sales paid on one calendar day of the register, oldest first. `day` is `yyyy-mm-dd`. */
    readonly readSalesOfDay: (day: string) => Promise<readonly Sale[]>
    /** The same day with voided sales too, and with what is needed to tell them apart: what its workbook holds. */
    readonly readDay: (day: string) => Promise<DayOfSales>
    /** The whole outbox, in no order. */
    readonly readSteps: () => Promise<readonly Step[]>
    readonly readAllSales: () => Promise<readonly Sale[]>
  }

/** The hooks of renderer/storage/hooks.ts, each `undefined` while the first answer is on its way. */
export type StorageHooks = {
  readonly useItems: (skus: readonly string[]) => readonly ItemRow[] | undefined
  readonly useSales: (
    filter: SalesFilter,
    limit: number,
  ) => { readonly rows: readonly SaleRow[]; readonly total: number } | undefined
  readonly useSaleDetail: (saleId: string | null) => SaleDetail | null | undefined
  readonly useWaitingSummary: () => WaitingSummary | undefined
  readonly useStockFindings: () => readonly StockFinding[] | undefined
  /** Why a SKU's figure is what it is; null for no SKU. */
  readonly useStockExplanation: (sku: string | null) => StockExplanation | null | undefined
  /** Stock documents with their steps, newest first. */
  readonly useStockDocuments: (limit: number) => readonly StockDocumentRow[] | undefined
  /** The stock count that is going on; null for none. */
  readonly useStockCount: () => CountDraft | null | undefined
  /** The warehouses that pulls have brought, and the register's own (null before the first). */
  readonly useWarehouses: () => { readonly ownId: string | null; readonly all: readonly Warehouse[] } | undefined
  readonly useSettings: () => TillSettings | undefined
  readonly useCatalogueState: () => CatalogueState | undefined
  /** The open shift; null when there is none. */
  readonly useOpenShift: () => Shift | null | undefined
  /** The X report of the open shift as it stands now; null when none is open. */
  readonly useOpenShiftReport: () => ShiftReport | null | undefined
  /** Shifts, newest first, the open one as well. */
  readonly useShifts: (limit: number) => readonly Shift[] | undefined
  /** Cash put in and taken out in a shift, oldest first. */
  readonly useCashMoves: (shiftId: string | null) => readonly CashMove[] | undefined
  readonly useUsers: () => readonly User[] | undefined
  readonly useAskingPrintJobs: () => readonly PrintJob[] | undefined
  /** The print queue: what waits, is sent or asks, oldest first, then the latest that are done, newest first. */
  readonly usePrintQueue: (doneLimit: number) => PrintQueue | undefined
  /** Baskets that were put aside, oldest first. */
  readonly useParked: () => readonly ParkedBasket[] | undefined
  /** A sale with everything that has come back of it (for `returnableLines`); null for none. */
  readonly useSaleHistory: (saleId: string | null) => SaleHistory | null | undefined
}
