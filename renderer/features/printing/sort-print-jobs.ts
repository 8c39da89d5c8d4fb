import { isLeftUnprinted, type PrintJob } from '../../../shared/domain/print-job.ts'

/** The print queue by what a person does with it. */
export type SortedJobs = {
  readonly asking: readonly PrintJob[]
  readonly sending: readonly PrintJob[]
  readonly waiting: readonly PrintJob[]
  /** What failed and was neither printed again nor put aside, newest first. */
  readonly failed: readonly PrintJob[]
  /** What is done, called off, put aside, or was printed again, newest first. */
  readonly done: readonly PrintJob[]
}

const subjectOf = ({ subject, subjectId, id }: PrintJob): string =>
  // Jobs without a sale or a shift have their own id as their subject: what they print tells them apart.
  subjectId === id ? JSON.stringify(subject) : subjectId

/** Whether a later job prints the same: somebody had it printed again. */
export const wasPrintedAgain = (job: PrintJob, all: readonly PrintJob[]): boolean =>
  all.some(
    (other) =>
      other.createdAtMs > job.createdAtMs && other.document === job.document && subjectOf(other) === subjectOf(job),
  )

/** Sorts the queue; failures that nobody has taken up stand apart. */
export const sortPrintJobs = (open: readonly PrintJob[], done: readonly PrintJob[]): SortedJobs => {
  const all = [...open, ...done]
  const isLeft = (job: PrintJob) => isLeftUnprinted(job) && !wasPrintedAgain(job, all)
  return {
    asking: open.filter(({ state }) => state === 'unknown'),
    sending: open.filter(({ state }) => state === 'sending'),
    waiting: open.filter(({ state }) => state === 'waiting'),
    failed: done.filter(isLeft),
    done: done.filter((job) => !isLeft(job)),
  }
}

/** The word for how a done job ended. */
export const endOfJob = (
  job: PrintJob,
): 'sent' | 'confirmed' | 'calledOff' | 'calledOffThenPrinted' | 'notNeeded' | 'takenUp' | 'answeredNo' => {
  if (job.state === 'sent' || job.state === 'confirmed') return job.state
  if (job.trouble?.code === 'called-off') return job.replacedById === undefined ? 'calledOff' : 'calledOffThenPrinted'
  if (job.isDismissed === true && job.replacedById === undefined) return 'notNeeded'
  return job.bytesSent === null && !job.isCutOff ? 'takenUp' : 'answeredNo'
}
