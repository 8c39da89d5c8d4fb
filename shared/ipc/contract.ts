import { z } from 'zod'
import { documentDesignsSchema } from '../documents/document-design.ts'
import { bilingualSchema } from '../domain/bilingual.ts'
import { documentKindSchema } from '../domain/document-kind.ts'
import { claimedPrintJobSchema, printOutcomeSchema } from '../domain/print-job.ts'
import { printerSettingsSchema } from '../domain/printer.ts'
import { quantitySchema } from '../domain/quantity.ts'
import { salePaperSchema } from '../domain/sale-paper.ts'
import { saleSchema, unnumberedSaleSchema } from '../domain/sale.ts'
import { destinationSchema } from '../domain/sales-route.ts'
import { sellingRulesSchema } from '../domain/selling-rules.ts'
import { shiftReportSchema } from '../domain/shift-report.ts'
import { cashMoveSchema, shiftSchema } from '../domain/shift.ts'
import { stockDocumentSchema } from '../domain/stock-document.ts'
import { claimedStepSchema, remoteRecordSchema, stepOutcomeSchema } from '../domain/step.ts'
import { savedPdfSchema, saveDocumentPdfRequestSchema } from './document-pdf.ts'
import { linkSchema } from './link.ts'
import { practiceFaultsSchema, practiceHoldingsSchema } from './practice.ts'
import { foundPrinterSchema, practicePageSchema, printerSearchSchema, printerStatusSchema } from './printer-settings.ts'

/** A page of a PDF, drawn small. */
const pdfPageSchema = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  /** data:image/png;base64,… */
  imageUrl: z.string().startsWith('data:image/png;base64,'),
})

/** An error that the person at the till can act on: what went wrong and what to do, in both languages. */
export const actionableErrorSchema = z.object({
  code: z.string(),
  message: bilingualSchema,
  detail: z.string().nullable(),
})
export type ActionableError = z.infer<typeof actionableErrorSchema>

const resultOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: actionableErrorSchema }),
  ])

const nothing = z.object({}).strict()
const done = z.null()

/** What the journal knows of one sale. */
export const journalEntrySchema = z.object({
  saleId: z.uuid(),
  number: z.string(),
  paidAtMs: z.number().int(),
  /** The page said that its transaction was durable; if not, the screen never showed this sale as paid. */
  isCommitted: z.boolean(),
})
export type JournalEntry = z.infer<typeof journalEntrySchema>

/** A sale called off before anything of it was sent. */
export const voidingSchema = z.object({
  saleId: z.uuid(),
  atMs: z.number().int(),
  by: z.string().min(1),
  reason: z.string().min(1),
})
export type Voiding = z.infer<typeof voidingSchema>

/** Somebody saw a payment arrive that was unconfirmed when the sale was paid. */
export const tenderConfirmationSchema = z.object({
  saleId: z.uuid(),
  tenderIndex: z.number().int().nonnegative(),
  atMs: z.number().int(),
  by: z.string().min(1),
})
export type TenderConfirmation = z.infer<typeof tenderConfirmationSchema>

/** What else the journal keeps a copy of. A later one of the same id takes the place of the earlier. */
export const keptRecordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shift'), id: z.uuid(), atMs: z.number().int(), shift: shiftSchema }),
  z.object({ kind: z.literal('cash-move'), id: z.uuid(), atMs: z.number().int(), cashMove: cashMoveSchema }),
  z.object({ kind: z.literal('stock-document'), id: z.uuid(), atMs: z.number().int(), document: stockDocumentSchema }),
])
export type KeptRecord = z.infer<typeof keptRecordSchema>

/** A sale read back from the journal, with the steps that are known to have arrived. */
export const journaledSaleSchema = z.object({
  sale: saleSchema,
  isCommitted: z.boolean(),
  /** What was given to printers before the page had written the sale. */
  papers: z.array(salePaperSchema).readonly(),
  sentSteps: z.array(z.object({ stepId: z.string(), remote: remoteRecordSchema })).readonly(),
  /** Steps that a person has closed: they are not sent again after a loss either. */
  closedSteps: z.array(z.object({ stepId: z.string(), reason: z.string() })).readonly(),
  voiding: voidingSchema.nullable(),
  confirmations: z.array(tenderConfirmationSchema).readonly(),
})
export type JournaledSale = z.infer<typeof journaledSaleSchema>

/** What a sale gives to printers that wait for it, as soon as it is durable. */
export const saleHandoverSchema = z.object({
  papers: z
    .array(
      salePaperSchema.extend({
        comesAfterCut: claimedPrintJobSchema.shape.comesAfterCut,
        moreWait: claimedPrintJobSchema.shape.moreWait,
      }),
    )
    .readonly(),
  designs: claimedPrintJobSchema.shape.designs,
  qris: sellingRulesSchema.shape.qris,
})
export type SaleHandoverRequest = z.infer<typeof saleHandoverSchema>

export const appStatusSchema = z.object({
  mode: z.enum(['practice', 'live']),
  version: z.string(),
  links: z.array(linkSchema).readonly(),
  printers: z.array(printerStatusSchema).readonly(),
  /** True while the practice services run inside this app (their switches and holdings can be used). */
  hasPracticeServices: z.boolean(),
})
export type AppStatus = z.infer<typeof appStatusSchema>

/** A table of an imported file: cells as text, the header apart. `lineNumber` is the row's place in the file, from 1. */
export const importedTableSchema = z.object({
  header: z.array(z.string()).readonly(),
  rows: z.array(z.object({ lineNumber: z.number().int(), cells: z.array(z.string()).readonly() })).readonly(),
})
export type ImportedTable = z.infer<typeof importedTableSchema>

export const stockRowSchema = z.object({
  sku: z.string(),
  warehouseId: z.string(),
  onHand: quantitySchema,
  reserved: quantitySchema,
  available: quantitySchema,
})
export type StockRow = z.infer<typeof stockRowSchema>

/** Messages that the page sends and main answers. One bridge function each (see bridge.ts). */
export const invokeContract = {
  'app.getStatus': { request: nothing, answer: appStatusSchema },
  /** Tells main how many sales wait, so that it can hold back a quit. */
  'app.reportWaiting': { request: z.object({ waitingSales: z.number().int().nonnegative() }), answer: done },
  /** Quits although sales wait; `sales` were offered to the user as a file first (main writes it and answers its path). */
  'app.exportAndQuit': {
    request: z.object({ sales: z.array(saleSchema) }),
    answer: resultOf(z.object({ path: z.string() })),
  },
  'app.log': {
    request: z.object({ level: z.enum(['info', 'warn', 'error']), scope: z.string(), message: z.string() }),
    answer: done,
  },

  /**
   * Numbers the sale and makes it durable (append, fsync). The same sale id always gets the same number back. What `handover` names
   * goes to its printers at that moment, while the page still writes the sale; only the first append of a sale takes it.
   */
  'journal.appendSale': {
    request: z.object({
      sale: unnumberedSaleSchema,
      highestKnownSequence: z.number().int().nonnegative(),
      highestKnownReturnSequence: z.number().int().nonnegative(),
      handover: saleHandoverSchema.nullable(),
    }),
    /**
     * `returnNumber` is set when something comes back; a pure return's `number` is the same. `earlierPapers`: what an earlier
     * append of this sale gave to printers; nobody can tell what became of it.
     */
    answer: resultOf(
      z.object({
        number: z.string(),
        returnNumber: z.string().nullable(),
        syncMs: z.number(),
        earlierPapers: z.array(salePaperSchema).readonly(),
      }),
    ),
  },
  'journal.markCommitted': { request: z.object({ saleId: z.uuid() }), answer: done },
  'journal.list': {
    request: nothing,
    answer: z.object({ entries: z.array(journalEntrySchema).readonly(), damagedLines: z.number().int() }),
  },
  'journal.readSales': { request: z.object({ saleIds: z.array(z.uuid()) }), answer: z.array(journaledSaleSchema) },
  /** The cashier said that the money of a never-committed sale was not taken: it is not asked about again. */
  'journal.discard': { request: z.object({ saleId: z.uuid(), reason: z.string().min(1) }), answer: done },

  /** Takes in a paid sale that the journal has lost, under the number that it has. One that it holds is left as it is. */
  'journal.adoptSale': { request: z.object({ sale: saleSchema }), answer: done },
  /** A person closed a step with a reason, or took it up again (null). A sale that the journal does not hold is passed over. */
  'journal.noteStepClosed': {
    request: z.object({ saleId: z.uuid(), stepId: z.string(), reason: z.string().nullable() }),
    answer: done,
  },
  /** Keeps (fsync) that a sale was voided. The page has marked it before, so that nothing of it can be sent any more. */
  'journal.noteSaleVoided': { request: z.object({ voiding: voidingSchema }), answer: resultOf(z.null()) },
  'journal.noteTenderConfirmed': { request: z.object({ confirmation: tenderConfirmationSchema }), answer: done },
  /** Keeps a copy (fsync) of a shift, a cash move or a stock document. */
  'journal.keepRecord': { request: z.object({ record: keptRecordSchema }), answer: resultOf(z.null()) },
  /** The newest copy of each, oldest first, and what is known of the steps of stock documents. */
  'journal.listKeptRecords': {
    request: nothing,
    answer: z.object({
      records: z.array(keptRecordSchema).readonly(),
      sentSteps: journaledSaleSchema.shape.sentSteps,
      closedSteps: journaledSaleSchema.shape.closedSteps,
    }),
  },

  /**
   * Looks in the services for numbers of a register code that this register did not make. `taken` names one of them;
   * `unknown` when no service could be asked.
   */
  'registers.checkCode': {
    request: z.object({ code: z.string().min(1) }),
    answer: z.discriminatedUnion('verdict', [
      z.object({ verdict: z.literal('free') }),
      z.object({ verdict: z.literal('taken'), number: z.string(), destination: destinationSchema }),
      z.object({ verdict: z.literal('unknown') }),
    ]),
  },

  /** Something is due (a sale was paid, a step requeued, the cashier asks to try now). Returns at once. */
  'sync.kick': { request: z.object({ destination: destinationSchema.nullable() }), answer: done },
  /** Pulls stock levels after what is due was pushed. Answers when the pull has been applied or has failed. */
  'sync.pullStock': {
    request: nothing,
    answer: resultOf(z.object({ skuCount: z.number().int(), pulledAtMs: z.number().int() })),
  },

  'printing.kick': { request: nothing, answer: done },
  /**
   * Hands a resting printer a job that was written as taken by it (see `printJobs.claim`). Where it is not accepted, nothing
   * of it has left and nothing will. One that went out with `journal.appendSale` is not sent again: the answer tells of that.
   */
  'printing.handOver': {
    request: z.object({ claimed: claimedPrintJobSchema }),
    answer: z.object({ accepted: z.boolean() }),
  },
  'printing.getSettings': { request: nothing, answer: printerSettingsSchema },
  'printing.setSettings': { request: z.object({ settings: printerSettingsSchema }), answer: resultOf(z.null()) },
  /** Looks for printers on every way that the system knows; takes some seconds. */
  'printing.search': { request: nothing, answer: printerSearchSchema },
  /** Asks where to save and writes all printers' settings; `path` is null when the user cancelled. */
  'printing.exportSettings': { request: nothing, answer: resultOf(z.object({ path: z.string().nullable() })) },
  /** A person looks at the printers: while `isClose`, their state is asked more often. */
  'printing.watchClosely': { request: z.object({ isClose: z.boolean() }), answer: done },
  /** Draws the pages of a PDF small, to choose from. */
  'printing.previewPdf': {
    request: z.object({ pdfBase64: z.base64() }),
    answer: resultOf(z.object({ pages: z.array(pdfPageSchema), pageCount: z.number().int() })),
  },
  'printing.listPracticePages': { request: nothing, answer: z.array(practicePageSchema) },

  'practice.getFaults': { request: nothing, answer: practiceFaultsSchema },
  'practice.setFaults': { request: z.object({ faults: practiceFaultsSchema }), answer: done },
  'practice.readHoldings': { request: nothing, answer: practiceHoldingsSchema },

  'catalogue.readFile': {
    request: z.object({ fileName: z.string(), bytes: z.instanceof(Uint8Array) }),
    answer: resultOf(importedTableSchema),
  },
  /** The catalogue that practice mode comes with. */
  'catalogue.readPracticeFile': { request: nothing, answer: resultOf(importedTableSchema) },

  /**
   * Asks where to save and writes the given sales as a workbook; `path` is null when the user cancelled. Sales that are
   * among `voidings` are listed apart, in no sum; `confirmations` are payments seen to arrive after their sale.
   */
  'reports.saveDayWorkbook': {
    request: z.object({
      dayLabel: z.string(),
      sales: z.array(saleSchema),
      voidings: z.array(voidingSchema).optional(),
      confirmations: z.array(tenderConfirmationSchema).optional(),
    }),
    answer: resultOf(z.object({ path: z.string().nullable() })),
  },
  /** Asks where to save and writes documents as PDF; `path` is null when the user cancelled. */
  'reports.saveDocumentPdf': { request: saveDocumentPdfRequestSchema, answer: resultOf(savedPdfSchema) },
  /** Asks where to save and writes a shift report as PDF; `path` is null when the user cancelled. */
  'reports.saveShiftReport': {
    request: z.object({ report: shiftReportSchema, language: documentDesignsSchema.shape.language }),
    answer: resultOf(z.object({ path: z.string().nullable() })),
  },
} as const
export type InvokeContract = typeof invokeContract
export type InvokeName = keyof InvokeContract

/** Messages that main sends and the page answers: the outbox and the print queue stand in IndexedDB. */
export const askContract = {
  /** Leases up to `limit` due steps, oldest sale first. Leases that ran out become unknown and are handed out to be resolved. */
  'outbox.claim': {
    request: z.object({
      destination: destinationSchema,
      limit: z.number().int().positive(),
      nowMs: z.number().int(),
      leaseMs: z.number().int().positive(),
      claimId: z.string(),
    }),
    answer: z.object({
      steps: z.array(claimedStepSchema),
      /** When the next step becomes due; null when none waits for time. */
      nextDueMs: z.number().int().nullable(),
    }),
  },
  /** Settles one claim. A claim that no longer stands (its lease ran out) changes nothing; `accepted` says which. */
  'outbox.settle': {
    request: z.object({
      stepId: z.string(),
      claimId: z.string(),
      nowMs: z.number().int(),
      durationMs: z.number().nullable(),
      outcome: stepOutcomeSchema,
    }),
    answer: z.object({ accepted: z.boolean() }),
  },
  /** Brings one page of stock levels; the last one carries `isLast`. Local movements are never erased. */
  'stock.apply': {
    request: z.object({
      pullBeganAtMs: z.number().int(),
      rows: z.array(stockRowSchema),
      isFirst: z.boolean(),
      isLast: z.boolean(),
      /** What people call the warehouses, where the service says so. */
      warehouses: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
      /** The register's own warehouse, where rows of several are brought. */
      ownWarehouseId: z.string().optional(),
    }),
    answer: done,
  },
  /**
   * Takes the oldest waiting job for a printer: one that names a printer which it serves, or whose kind is among `documents`.
   * What it is still `sending` then became `unknown`: its outcome was lost. `printerId` null takes what no printer takes.
   * A printer that gets none rests: the page may hand it the next one by `printing.handOver`.
   */
  'printJobs.claim': {
    request: z.object({
      printerId: z.string().nullable(),
      documents: z.array(documentKindSchema).readonly(),
      /** The printers whose work it does: its own, unless a substitute does that, and that of those whose substitute it is. */
      servedPrinterIds: z.array(z.string()).readonly(),
      knownPrinterIds: z.array(z.string()).readonly(),
      runId: z.string(),
      nowMs: z.number().int(),
    }),
    answer: z.object({ claimed: claimedPrintJobSchema.nullable() }),
  },
  'printJobs.settle': {
    request: z.object({ jobId: z.string(), runId: z.string(), nowMs: z.number().int(), outcome: printOutcomeSchema }),
    answer: z.object({ accepted: z.boolean() }),
  },
  'printJobs.noteProgress': {
    request: z.object({
      jobId: z.string(),
      runId: z.string(),
      bytesSent: z.number().int(),
      totalBytes: z.number().int(),
    }),
    answer: done,
  },
} as const
export type AskContract = typeof askContract
export type AskName = keyof AskContract

/** What main tells the page without waiting for an answer. */
export const eventContract = {
  'links.changed': z.object({ links: z.array(linkSchema).readonly() }),
  'printers.changed': z.object({ printers: z.array(printerStatusSchema).readonly() }),
  /** Something was plugged in or pulled: the printers on cables that there are now. */
  'printers.plugged': z.object({ found: z.array(foundPrinterSchema).readonly() }),
  'practice.pagePrinted': practicePageSchema,
  'practice.changed': z.object({ faults: practiceFaultsSchema }),
  /** The user closed the window while sales wait: show why, offer the export. */
  'app.quitHeld': z.object({ waitingSales: z.number().int() }),
} as const
export type EventContract = typeof eventContract
export type EventName = keyof EventContract

export type RequestOf<Name extends InvokeName> = z.infer<InvokeContract[Name]['request']>
export type AnswerOf<Name extends InvokeName> = z.infer<InvokeContract[Name]['answer']>
export type AskRequestOf<Name extends AskName> = z.infer<AskContract[Name]['request']>
export type AskAnswerOf<Name extends AskName> = z.infer<AskContract[Name]['answer']>
export type EventOf<Name extends EventName> = z.infer<EventContract[Name]>
