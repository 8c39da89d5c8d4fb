import { DEFAULT_DESIGNS } from '../../../shared/documents/document-design.ts'
import { freshPrintJob } from '../../../shared/domain/fresh-print-job.ts'
import type { ClaimedPrintJob, PrintJob, PrintOutcome } from '../../../shared/domain/print-job.ts'
import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import { success } from '../../../shared/domain/result.ts'
import type { ClaimWish } from '../print-runner.ts'
import type { RenderDocument } from '../render-document.ts'

/** The page's table of jobs in memory, with the page's rules, for tests of what works on it. */
export type PageQueue = {
  readonly jobs: PrintJob[]
  /** What each job was settled with; a second settling changes nothing and is not in here. */
  readonly outcomes: Map<string, PrintOutcome>
  /** Jobs that come after one that was cut off. */
  readonly afterCut: Set<string>
  readonly wishes: ClaimWish[]
  /** What happens to the next questions: they are not asked, or done and their answer is lost. Then all goes well. */
  readonly claimFaults: PageFault[]
  readonly settleFaults: PageFault[]
  readonly claim: (wish: ClaimWish) => Promise<ClaimedPrintJob | null>
  readonly settle: (jobId: string, outcome: PrintOutcome) => Promise<void>
}

/** `not-asked`: the page never got it. `answer-lost`: it did what it was asked. */
export type PageFault = 'none' | 'not-asked' | 'answer-lost'

/** A waiting job whose bytes are what `bytesOf` says for its id. */
export const waitingJob = (id: string, changes: Partial<PrintJob> = {}): PrintJob => ({
  ...freshPrintJob(
    {
      document: 'receipt',
      subject: { type: 'pdf', fileName: id, pageNumber: 1, pdfBase64: '', placement: { turnDegrees: 0, fits: 'page' } },
    },
    id,
    0,
  ),
  ...changes,
})

/** What a printer is sent for a job: its id between brackets, then filling. */
export const bytesOf = (id: string, length = 64): Uint8Array =>
  Buffer.concat([Buffer.from(`[${id}]`), Buffer.alloc(Math.max(0, length - id.length - 2), '.')])

/** Draws `bytesOf` a job of this queue. */
export const renderBytes =
  (length = 64): RenderDocument =>
  async ({ content }) =>
    success(bytesOf(content.type === 'pdf' ? content.fileName : '', length))

/** A queue with these jobs, in this order. */
export const createPageQueue = (jobs: PrintJob[]): PageQueue => {
  const outcomes: PageQueue['outcomes'] = new Map()
  const afterCut: PageQueue['afterCut'] = new Set()
  const wishes: ClaimWish[] = []
  const claimFaults: PageFault[] = []
  const settleFaults: PageFault[] = []
  const put = (job: PrintJob, changes: Partial<PrintJob>): PrintJob => {
    const changed = { ...job, ...changes }
    jobs[jobs.findIndex(({ id }) => id === job.id)] = changed
    return changed
  }
  const isFor = (job: PrintJob, { printerId, documents, servedPrinterIds, knownPrinterIds }: ClaimWish): boolean =>
    job.printerId !== null && knownPrinterIds.includes(job.printerId)
      ? (job.document === 'test-page' ? [printerId] : servedPrinterIds).includes(job.printerId)
      : documents.includes(job.document)
  const take = (wish: ClaimWish): ClaimedPrintJob | null => {
    for (const job of jobs.filter(({ state, printerId }) => state === 'sending' && printerId === wish.printerId)) {
      put(job, { state: 'unknown', trouble: printTrouble('run-ended') })
      outcomes.set(job.id, { type: 'unknown', trouble: printTrouble('run-ended'), bytesSent: 0, totalBytes: 0 })
    }
    const next = jobs.find((job) => job.state === 'waiting' && isFor(job, wish))
    if (next === undefined || next.subject.type !== 'pdf') return null
    const job = put(next, { state: 'sending', printerId: wish.printerId })
    return {
      job,
      content: next.subject,
      designs: DEFAULT_DESIGNS,
      comesAfterCut: afterCut.has(next.id),
      moreWait: false,
    }
  }
  return {
    jobs,
    outcomes,
    afterCut,
    wishes,
    claimFaults,
    settleFaults,
    claim: async (wish) => {
      wishes.push(wish)
      const fault = claimFaults.shift() ?? 'none'
      if (fault === 'not-asked') throw new Error('the page is loading')
      const taken = take(wish)
      if (fault === 'answer-lost') throw new Error('the page was loaded again')
      return taken
    },
    settle: async (jobId, outcome) => {
      const fault = settleFaults.shift() ?? 'none'
      if (fault === 'not-asked') throw new Error('the page is loading')
      const job = jobs.find(({ id }) => id === jobId)
      if (job?.state === 'sending') {
        put(job, { state: outcome.type })
        outcomes.set(jobId, outcome)
      }
      if (fault === 'answer-lost') throw new Error('the page was loaded again')
    },
  }
}
