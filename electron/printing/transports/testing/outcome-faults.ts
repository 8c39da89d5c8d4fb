import type { PrintOutcome } from '../../../../shared/domain/print-job.ts'

/** What an outcome says that is not so, given the bytes that arrived of the job; empty when it is honest. */
export const outcomeFaults = (outcome: PrintOutcome, job: Uint8Array, arrived: Uint8Array): readonly string[] => {
  const faults: string[] = []
  const arrivedOfJob = Buffer.from(arrived.subarray(0, job.length))
  if (!arrivedOfJob.equals(job.subarray(0, arrivedOfJob.length))) faults.push('other bytes than the job’s arrived')
  const claimsAll = outcome.type === 'sent' || outcome.type === 'confirmed'
  if (claimsAll && arrived.length < job.length) faults.push(`${outcome.type}, and ${String(arrived.length)} arrived`)
  if (claimsAll && outcome.bytesSent !== job.length) faults.push(`${outcome.type} with ${String(outcome.bytesSent)}`)
  if (outcome.type === 'failed' && arrived.length > 0) faults.push(`failed, and ${String(arrived.length)} arrived`)
  return faults
}
