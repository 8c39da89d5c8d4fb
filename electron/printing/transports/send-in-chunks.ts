import type { PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import type { JobTally } from './job-tally.ts'

/**
 * Sends a job piece by piece until all of it is taken: null then, else what stopped it. `take` gives how much of a piece was
 * taken, or why none more is.
 */
export const sendInChunks = async (
  bytes: Uint8Array,
  chunkBytes: number,
  tally: JobTally,
  take: (chunk: Uint8Array) => Promise<number | PrintTrouble>,
): Promise<PrintTrouble | null> => {
  while (tally.acceptedBytes() < bytes.length) {
    const start = tally.acceptedBytes()
    const taken = await take(bytes.subarray(start, start + chunkBytes))
    if (typeof taken !== 'number') return taken
    tally.accept(taken)
  }
  return null
}
