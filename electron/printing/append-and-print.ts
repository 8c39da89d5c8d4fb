import { salePrintContent } from '../../shared/documents/sale-print-content.ts'
import type { ClaimedPrintJob } from '../../shared/domain/print-job.ts'
import { saleJob, takenJob } from '../../shared/domain/sale-paper.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { AnswerOf, RequestOf, SaleHandoverRequest } from '../../shared/ipc/contract.ts'
import type { PrintingDoor } from '../ipc/service-doors.ts'
import type { Journal } from '../journal/journal.ts'
import type { PrintLog } from './print-log.ts'
import { errorWords } from './transport.ts'

type Door = Pick<PrintingDoor, 'drawAhead' | 'handOver'>
type Deps = {
  readonly journal: Pick<Journal, 'appendSale'>
  /** Still starting perhaps: the journal does not wait for it. */
  readonly printing: Promise<Door>
  readonly log: PrintLog
}

const claimedOf = (sale: Sale, { papers, designs, qris }: SaleHandoverRequest): readonly ClaimedPrintJob[] =>
  papers.map(({ document, comesAfterCut, moreWait, ...paper }) => ({
    job: takenJob(saleJob(sale, document), paper),
    content: salePrintContent({ sale, confirmations: [] }, qris),
    designs,
    comesAfterCut,
    moreWait,
  }))

/**
 * Takes a sale into the journal, and gives what it prints to the printers that wait for it as soon as it is durable: the buyer
 * waits for the paper, and the page has yet to write the sale. It is drawn while the disk is still writing. What becomes of it is asked
 * for, and told, by `printing.handOver` and `printJobs.settle`.
 */
export const appendAndPrint = (
  { journal, printing, log }: Deps,
  { sale, highestKnownSequence, highestKnownReturnSequence, handover }: RequestOf<'journal.appendSale'>,
): Promise<AnswerOf<'journal.appendSale'>> => {
  const highest = { sale: highestKnownSequence, return: highestKnownReturnSequence }
  if (handover === null || handover.papers.length === 0) return journal.appendSale(sale, highest)
  /** Called when the disk has its turn, or the page its answer: both go before. */
  const forEach = (sold: Sale, work: (door: Door, claimed: ClaimedPrintJob) => Promise<unknown>): void => {
    const workOnAll = async (): Promise<void> => {
      const door = await printing
      await Promise.all(claimedOf(sold, handover).map((claimed) => work(door, claimed)))
    }
    // The journal goes on whatever becomes of the paper, which the page hands over again.
    workOnAll().catch((error: unknown) => log('error', `The papers of ${sold.number}: ${errorWords(error)}`))
  }
  return journal.appendSale(sale, highest, {
    papers: handover.papers.map(({ document, printerId, runId }) => ({ document, printerId, runId })),
    onNumbered: (sold) => {
      setImmediate(forEach, sold, async (door: Door, claimed: ClaimedPrintJob) => door.drawAhead(claimed))
    },
    onDurable: (sold) => {
      setImmediate(forEach, sold, (door: Door, claimed: ClaimedPrintJob) => door.handOver(claimed))
    },
  })
}
