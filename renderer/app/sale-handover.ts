import { salePrintContent } from '../../shared/documents/sale-print-content.ts'
import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { ClaimedPrintJob, PrintJob } from '../../shared/domain/print-job.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { TillDatabase } from '../storage/database.ts'
import { freshPrintJob } from '../../shared/domain/fresh-print-job.ts'
import { putBackPrintJob, takenJob } from '../storage/print-job-claim.ts'
import type { ReservedPrinter, RestingPrinters } from '../storage/resting-printers.ts'
import type { WriteOutcome } from '../storage/write-sale.ts'
import type { ReportProblem } from './report-problem.ts'
import type { TillSettings } from './till.ts'

type Deps = {
  readonly database: TillDatabase
  readonly bridge: Pick<Bridge, 'drawAhead' | 'handOverPrintJob' | 'kickPrinting'>
  readonly resting: RestingPrinters
  readonly report: ReportProblem
}

/** The paper of one sale on its way to printers that wait for it. */
export type SaleHandover = {
  readonly reserved: ReadonlyMap<DocumentKind, ReservedPrinter>
  /** The sale was written: what was taken is handed over, for the rest the printers are called. Returns at once. */
  readonly finish: (written: Pick<Extract<WriteOutcome, { type: 'written' }>, 'jobs' | 'cutOffPrinterIds'>) => void
  /** Nothing was written for the printers that were reserved. */
  readonly giveUp: () => void
}

/**
 * Reserves the printers that rest for the documents of a numbered sale, and has them drawn while it is being written. The
 * buyer waits for the receipt: handed over, it needs no second transaction and no question of main in between. A sale that is
 * cut off between writing and handing over leaves a job `sending`, about which the cashier is asked.
 */
export const beginHandover = (
  { database, bridge, resting, report }: Deps,
  sale: Sale,
  documents: readonly DocumentKind[],
  settings: TillSettings,
): SaleHandover => {
  const { designs } = settings
  const content = salePrintContent({ sale, confirmations: [] }, settings.selling.qris)
  const claimedOf = (job: PrintJob): ClaimedPrintJob => ({
    job,
    content,
    designs,
    comesAfterCut: false,
    moreWait: false,
  })
  const reserved = new Map<DocumentKind, ReservedPrinter>()
  for (const document of documents) {
    const printer = resting.reserve(document)
    if (printer === null) continue
    reserved.set(document, printer)
    const subject = { type: 'sale', saleId: sale.id, saleNumber: sale.number } as const
    const job = takenJob(freshPrintJob({ document, subject }, sale.id, sale.paidAtMs), printer)
    bridge.drawAhead({ claimed: claimedOf(job) }).catch((error: unknown) => report('printing', error))
  }

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

  return {
    reserved,
    finish: ({ jobs, cutOffPrinterIds }) => {
      const waiting = jobs.filter((job) => job.state === 'waiting')
      const handAndRelease = async (printer: ReservedPrinter, job: PrintJob): Promise<void> => {
        const comesAfterCut = cutOffPrinterIds.includes(printer.printerId)
        const moreWait = waiting.some(({ document }) => printer.documents.includes(document))
        const isHanded = await handOver({ ...claimedOf(job), comesAfterCut, moreWait })
        if (resting.release(printer) || !isHanded) kick()
      }
      for (const job of jobs) {
        const printer = reserved.get(job.document)
        if (printer !== undefined) handAndRelease(printer, job).catch((error: unknown) => report('printing', error))
      }
      if (waiting.length > 0) kick()
    },
    giveUp: () => {
      if (reserved.size === 0) return
      for (const printer of reserved.values()) resting.release(printer)
      // They may have asked meanwhile, and got nothing.
      kick()
    },
  }
}
