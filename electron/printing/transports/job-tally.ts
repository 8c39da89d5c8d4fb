import type { PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import type { SendOptions, TransportReport } from '../transport.ts'

const ANSWER_LIMIT_BYTES = 4096

/** Counts what became of one job; its report only ever says what was counted. */
export type JobTally = {
  readonly acceptedBytes: () => number
  readonly begin: () => void
  /** So many more bytes were taken. */
  readonly accept: (byteCount: number) => void
  readonly hear: (bytes: Uint8Array) => void
  readonly report: (trouble: PrintTrouble | null, isConfirmed?: boolean) => TransportReport
}

/** A tally of a job of which nothing has left yet. Answers beyond 4 kB are dropped: no status is that long. */
export const createJobTally = (options: SendOptions = {}): JobTally => {
  const answers: Uint8Array[] = []
  let answerBytes = 0
  let acceptedBytes = 0
  let hasBegun = false
  return {
    acceptedBytes: () => acceptedBytes,
    begin: () => {
      hasBegun = true
    },
    accept: (byteCount) => {
      hasBegun ||= byteCount > 0
      acceptedBytes += byteCount
      options.onProgress?.(acceptedBytes)
    },
    hear: (bytes) => {
      if (bytes.length > 0) options.overhearing?.onSaid(bytes)
      const kept = bytes.subarray(0, ANSWER_LIMIT_BYTES - answerBytes)
      if (kept.length > 0) answers.push(Uint8Array.from(kept))
      answerBytes += kept.length
    },
    report: (trouble, isConfirmed = false) => ({
      acceptedBytes,
      hasBegun,
      trouble,
      answers: Buffer.concat(answers),
      isConfirmed,
    }),
  }
}
