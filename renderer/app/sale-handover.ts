import { salePrintContent } from '../../shared/documents/sale-print-content.ts'
import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { ClaimedPrintJob, PrintJob } from '../../shared/domain/print-job.ts'
import { lostSaleJob, type SalePaper, type WhyLost } from '../../shared/domain/sale-paper.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { SaleHandoverRequest } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from '../storage/database.ts'
import { putBackPrintJob } from '../storage/print-job-claim.ts'
import type { ReservedPrinter, RestingPrinters } from '../storage/resting-printers.ts'
import type { WrittenPapers } from '../storage/write-sale.ts'
import type { ReportProblem } from './report-problem.ts'
import type { TillSettings } from './till.ts'

/** What paper on its way needs. */
export type HandoverDeps = {
  readonly database: TillDatabase
  readonly bridge: Pick<Bridge, 'handOverPrintJob' | 'kickPrinting'>
  readonly resting: RestingPrinters
  readonly report: ReportProblem
}

/** The paper of one payment on its way to printers that wait for it, through every try to write the sale. */
export type SaleHandover = {
  /** What main gives to the printers at the moment the journal has the sale. */
  readonly request: SaleHandoverRequest
  /** An earlier payment of the same sale gave these to printers: they are not handed over again, but asked about. */
  readonly leaveOut: (earlier: readonly SalePaper[], why: WhyLost) => void
  readonly papersOf: (sale: Sale, nowMs: number) => WrittenPapers
  /** The sale was written: what was taken is handed over unless it has gone already, for the rest the printers are called. Returns at once. */
  readonly finish: (sale: Sale, jobs: readonly PrintJob[]) => void
  /** Lets go of the printers that are still reserved: nothing was written for them. To be called at last, whatever happened. */
  readonly giveUp: () => void
}

/**
 * Reserves the printers that rest for the documents of a sale. The buyer waits for the receipt: main sends it as soon as the journal has
 * the sale and its papers, while the page still writes both. After that the page hands it over for its part: main then tells whether it
 * has begun, or begins now. A run that ends in between leaves papers in the journal, about which the cashier is asked.
 */
export const beginHandover = (
  { database, bridge, resting, report }: HandoverDeps,
  documents: readonly DocumentKind[],
  { designs, selling: { qris } }: TillSettings,
): SaleHandover => {
  const reserved = new Map<DocumentKind, ReservedPrinter>()
  for (const document of documents) {
    const printer = resting.reserve(document)
    if (printer !== null) reserved.set(document, printer)
  }
  const goLater = documents.filter((document) => !reserved.has(document))
  const moreWaitFor = (printer: ReservedPrinter): boolean =>
    goLater.some((document) => printer.documents.includes(document))
  const earlierPapers: { readonly paper: SalePaper; readonly why: WhyLost }[] = []

  const kick = (): void => {
    bridge.kickPrinting({}).catch((error: unknown) => report('printing', error))
  }
  /** False when the job must be claimed after all, or asked about. */
  const handOver = async (claimed: ClaimedPrintJob): Promise<boolean> => {
    try {
      const { accepted } = await bridge.handOverPrintJob({ claimed })
      if (!accepted) await putBackPrintJob(database, claimed.job)
      return accepted
    } catch (error) {
      report('printing', error)
      return false
    }
  }
  const release = (printer: ReservedPrinter, mustCall: boolean): void => {
    // It may have asked meanwhile, and got nothing.
    if (resting.release(printer) || mustCall) kick()
  }
  const handAndRelease = async (printer: ReservedPrinter, job: PrintJob, sale: Sale): Promise<void> => {
    const isHanded = await handOver({
      job,
      content: salePrintContent({ sale, confirmations: [] }, qris),
      designs,
      comesAfterCut: printer.comesAfterCut,
      moreWait: moreWaitFor(printer),
    })
    release(printer, !isHanded)
  }

  return {
    request: {
      papers: [...reserved].map(([document, printer]) => ({
        document,
        printerId: printer.printerId,
        runId: printer.runId,
        comesAfterCut: printer.comesAfterCut,
        moreWait: moreWaitFor(printer),
      })),
      designs,
      qris,
    },
    leaveOut: (earlier, why) => {
      for (const paper of earlier) {
        earlierPapers.push({ paper, why })
        const printer = reserved.get(paper.document)
        reserved.delete(paper.document)
        if (printer !== undefined) release(printer, false)
      }
    },
    papersOf: (sale, nowMs) => ({
      reserved,
      lost: earlierPapers.map(({ paper, why }) => lostSaleJob(sale, paper, { nowMs, why })),
    }),
    finish: (sale, jobs) => {
      for (const job of jobs) {
        const printer = reserved.get(job.document)
        if (printer === undefined) continue
        reserved.delete(job.document)
        handAndRelease(printer, job, sale).catch((error: unknown) => report('printing', error))
      }
      if (jobs.some((job) => job.state === 'waiting')) kick()
    },
    giveUp: () => {
      for (const printer of reserved.values()) release(printer, true)
      reserved.clear()
    },
  }
}
