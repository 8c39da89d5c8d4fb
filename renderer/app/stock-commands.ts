import type { Approval } from '../../shared/domain/approval.ts'
import type { Item } from '../../shared/domain/item.ts'
import { refuse } from '../../shared/domain/refuse.ts'
import { success, type Result } from '../../shared/domain/result.ts'
import {
  countDocument,
  moveDocument,
  transferDocument,
  type MovedGoods,
} from '../../shared/domain/stock-document-builders.ts'
import type { StockDocument } from '../../shared/domain/stock-document.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from '../storage/database.ts'
import { readSettings } from '../storage/settings-store.ts'
import {
  beginCount,
  changeCount,
  countItem,
  discardCount,
  readCount,
  removeCountLine,
  withUnknownCode,
  type CountChange,
} from '../storage/stock-count-store.ts'
import { writeStockDocument, type BuildDocument, type Submission } from '../storage/stock-document-store.ts'
import { dropStockLines, type DropRefusal } from '../storage/stock-drop-lines.ts'
import { asExpected, readCountedNow } from '../storage/stock-counted-now.ts'
import { dropRefusedCounts } from '../storage/stock-refused-counts.ts'
import { explainStock, type StockExplanation } from '../storage/stock-explanation.ts'
import { giveStockDocuments, putBackStockDocuments } from '../storage/stock-recovery.ts'
import { readWarehouses } from '../storage/stock-warehouses.ts'
import { createGuarded } from './guarded-command.ts'
import { createJournalCopies } from './journal-copy.ts'
import { messageOf, type ReportProblem } from './report-problem.ts'

/** Goods in, out or to another warehouse as entered. `id` is minted when the form opens, so that a double press makes one document. */
export type StockDraft = {
  readonly id: string
  readonly lines: readonly MovedGoods[]
  readonly note: string
  readonly approval: Approval
} & (
  | { readonly kind: 'in' | 'out'; readonly reason: string }
  | { readonly kind: 'transfer'; readonly toWarehouseId: string }
)

/** What is counted: an item, or the line that a count has of it already. */
type CountedGoods = Pick<Item, 'sku' | 'name' | 'soldBy'> & Partial<Pick<Item, 'components'>>

/** What can be done with stock apart from selling: counts, goods in and out, transfers, and why a figure is what it is. */
export type StockCommands = {
  /** Numbers and writes goods in, out or a transfer with its movements and steps, then sends it. The same draft makes one document. */
  readonly submitStockDocument: (draft: StockDraft) => Promise<Result<StockDocument, ActionableError>>
  /** Pulls fresh figures and begins a count, or goes on with the one that is there. False: no fresh figures could be had. */
  readonly startCount: () => Promise<Result<{ readonly isFresh: boolean }, ActionableError>>
  /**
   * Counts goods: adds to their line (a scan) or sets it (typed; a line of the count serves, also when its item has left
   * the catalogue). Refuses bundles, which have no stock of their own.
   */
  readonly countItem: (goods: CountedGoods, change: CountChange) => Promise<Result<null, ActionableError>>
  readonly removeCountLine: (sku: string) => Promise<void>
  /** Keeps a scanned code that belongs to no item, to be looked after later. */
  readonly noteUnknownCode: (code: string) => Promise<void>
  /** `finished` shows the differences; `counting` goes back to counting. */
  readonly setCountStage: (stage: 'counting' | 'finished') => Promise<void>
  readonly discardCount: () => Promise<void>
  /** Turns the count into a stock document; it is gone as a count in the same transaction. */
  readonly submitCount: (approval: Approval, note: string) => Promise<Result<StockDocument, ActionableError>>
  /** Calls off lines that the service refused, so that they can be counted or entered again; the last one voids the document. */
  readonly dropStockLines: (
    documentId: string,
    skus: readonly string[],
    reason: string,
  ) => Promise<Result<StockDocument, ActionableError>>
  /** Why a SKU's figure is what it is. */
  readonly explainStock: (sku: string) => Promise<StockExplanation>
  /** Puts back the stock documents that only the journal has; after the sales. Gives how many. */
  readonly recoverStockDocuments: () => Promise<number>
}

const noCount = () =>
  refuse(
    'stock.no-count',
    'Tidak ada hitung stok yang berjalan. Mulai dahulu.',
    'No stock count is going on. Start one first.',
  )

const countedAgain = (sku: string) =>
  refuse(
    'stock.count-again',
    `Hitungan sebelumnya untuk ${sku} dikirim lagi sementara itu. Hitung ulang ${sku}.`,
    `The earlier count of ${sku} was sent again meanwhile. Count ${sku} anew.`,
    sku,
  )

const doubtful = (names: string) =>
  refuse(
    'stock.in-doubt',
    `Saat dihitung, belum jelas apakah penjualan barang ini sudah masuk di angka stok: ${names}. Tarik stok, lalu hitung ulang barang ini.`,
    `When these were counted it was not clear whether their sales are in the stock figures: ${names}. Pull the stock, then count these again.`,
    names,
  )

const DROP_TEXTS: Readonly<Record<DropRefusal, readonly [string, string]>> = {
  missing: [
    'Dokumen atau barisnya tidak ada, atau sudah dibatalkan.',
    'The document or line is not there, or was called off already.',
  ],
  'on-its-way': [
    'Dokumen ini sedang dikirim atau sudah sampai. Buat dokumen baru untuk mengoreksinya.',
    'This document is on its way or has arrived. Make a new document to correct it.',
  ],
}

type Options = {
  readonly database: TillDatabase
  readonly bridge: Pick<Bridge, 'keepRecord' | 'listKeptRecords' | 'kickSync' | 'pullStock'>
  readonly now: () => number
  readonly mintId: () => string
  readonly report: ReportProblem
  /** Settles when everything that was lost has been put back; settled all along otherwise. */
  readonly recoveryIsDone: () => Promise<unknown>
}

/** Makes the commands about stock over an open database. */
export const createStockCommands = (options: Options): StockCommands => {
  const { database, bridge, now, mintId, report, recoveryIsDone } = options
  const copies = createJournalCopies(bridge, report)
  const kick = (): void => {
    bridge.kickSync({ destination: null }).catch((error: unknown) => report('sync', error))
  }
  const guarded = createGuarded('stock', report)
  const keep = (document: StockDocument): Promise<void> =>
    copies.keep({ kind: 'stock-document', id: document.id, atMs: now(), document })

  const submit = (submission: Submission, build: BuildDocument, after?: () => Promise<unknown>) =>
    guarded(async () => {
      // Numbers go on from the documents that are here, and the register's code and route come with its set-up.
      await recoveryIsDone()
      const written = await writeStockDocument(database, submission, build, after)
      if (!written.ok) return written
      await keep(written.value)
      kick()
      return written
    })

  return {
    submitStockDocument: (draft) =>
      submit({ id: draft.id, atMs: now(), approval: draft.approval, note: draft.note.trim() }, async (head) => {
        if (draft.kind !== 'transfer') return moveDocument(draft.kind, draft.lines, draft.reason, head)
        const warehouseIds = (await readWarehouses(database)).map((warehouse) => warehouse.id)
        return transferDocument(draft.lines, draft.toWarehouseId, warehouseIds, head)
      }),
    startCount: () =>
      guarded(async () => {
        const running = await readCount(database)
        if (running !== null) return success({ isFresh: running.head.isFresh })
        const pulled = await bridge.pullStock({})
        await beginCount(database, { id: mintId(), nowMs: now(), isFresh: pulled.ok })
        return success({ isFresh: pulled.ok })
      }),
    countItem: (goods, change) =>
      guarded(async () => {
        const parts = (goods.components ?? []).map((part) => part.sku).join(', ')
        if (parts !== '')
          return refuse(
            'stock.bundle',
            `${goods.name} adalah paket dan tidak punya stok sendiri. Hitung isinya: ${parts}.`,
            `${goods.name} is a bundle and has no stock of its own. Count its parts: ${parts}.`,
          )
        return (await countItem(database, goods, change, now())) ? success(null) : noCount()
      }),
    removeCountLine: (sku) => removeCountLine(database, sku),
    noteUnknownCode: (code) => changeCount(database, (head) => withUnknownCode(head, code)),
    setCountStage: (stage) => changeCount(database, (head) => ({ ...head, stage })),
    discardCount: () => discardCount(database),
    submitCount: (approval, note) =>
      guarded(async () => {
        const count = await readCount(database)
        if (count === null) return noCount()
        const build: BuildDocument = async (head) => {
          // Read again within the transaction: another window may have counted on, or submitted it.
          const counted = await readCount(database)
          if (counted?.head.id !== head.id) return noCount()
          const inDoubt = counted.lines.filter((line) => line.isInDoubt)
          if (inDoubt.length > 0) return doubtful(inDoubt.map((line) => line.name).join(', '))
          const asCounted = countDocument(counted.lines.map(asExpected), head)
          if (!asCounted.ok) return asCounted
          const reason = { by: head.by, atMs: head.atMs, reason: head.number }
          const refused = await dropRefusedCounts(database, counted.lines, reason)
          if ('sentAgain' in refused) return countedAgain(refused.sentAgain)
          replaced.push(...refused.dropped)
          return countDocument(await readCountedNow(database, counted.lines), head)
        }
        const replaced: StockDocument[] = []
        const submission = { id: count.head.id, atMs: now(), approval, note: note.trim() }
        const submitted = await submit(submission, build, () => discardCount(database))
        if (submitted.ok) for (const document of replaced) await keep(document)
        return submitted
      }),
    dropStockLines: (documentId, skus, reason) =>
      guarded(async () => {
        if (reason.trim() === '') return refuse('stock.reason', 'Isi alasannya.', 'Enter the reason.')
        const { cashier } = await readSettings(database)
        const dropped = await dropStockLines(database, documentId, skus, {
          by: cashier,
          atMs: now(),
          reason: reason.trim(),
        })
        if (typeof dropped === 'string') return refuse(`stock.${dropped}`, ...DROP_TEXTS[dropped])
        await keep(dropped)
        return success(dropped)
      }),
    explainStock: (sku) => explainStock(database, sku),
    recoverStockDocuments: async () => {
      const kept = await bridge.listKeptRecords({})
      const count = await putBackStockDocuments(database, kept, now(), (number, problem) =>
        report('recovery', new Error(`stock document ${number} cannot be put back: ${messageOf(problem)}`)),
      )
      if (count > 0) kick()
      await giveStockDocuments(database, bridge, kept, now()).catch((error: unknown) => report('recovery', error))
      return count
    },
  }
}
