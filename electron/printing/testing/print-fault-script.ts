import * as fc from 'fast-check'
import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import { failure, success } from '../../../shared/domain/result.ts'
import type { RenderDocument } from '../render-document.ts'
import { nothingLeft, type Transport } from '../transport.ts'
import { bytesOf, type PageFault } from './page-queue.ts'

/** What becomes of one job. */
export type JobScript = {
  readonly length: number
  readonly drawing: 'drawn' | 'refused' | 'breaks'
  /** `refuses` takes nothing; `stops` and `breaks` take a share; `quiet` takes all and never says that it is done. */
  readonly printer: 'takes' | 'confirms' | 'quiet' | 'refuses' | 'stops' | 'breaks' | 'cannot-be-made'
  readonly share: number
  /** Waits so many turns of the event loop between two chunks. */
  readonly turns: number
}

/** A whole run: jobs, faults of the page, and when the lane is kicked and visited meanwhile. */
export type RunScript = {
  readonly jobs: readonly JobScript[]
  readonly claimFaults: readonly PageFault[]
  readonly settleFaults: readonly PageFault[]
  /** Jobs that are there from the beginning; the others come one by one. */
  readonly waitAtFirst: number
  readonly visitTurns: readonly number[]
}

const pageFault = fc.constantFrom<PageFault>('none', 'none', 'not-asked', 'answer-lost')

/** Any run. Of five tries to settle one comes through at the latest. */
export const runScriptArbitrary: fc.Arbitrary<RunScript> = fc.record({
  jobs: fc.array(
    fc.record({
      length: fc.integer({ min: 8, max: 200 }),
      drawing: fc.constantFrom('drawn', 'drawn', 'drawn', 'drawn', 'refused', 'breaks'),
      printer: fc.constantFrom('takes', 'takes', 'confirms', 'quiet', 'refuses', 'stops', 'breaks', 'cannot-be-made'),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      turns: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  claimFaults: fc.array(pageFault, { maxLength: 4 }),
  settleFaults: fc.array(pageFault, { maxLength: 4 }),
  waitAtFirst: fc.integer({ min: 0, max: 6 }),
  visitTurns: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
})

/** Lets the event loop turn so many times. */
export const turnsPass = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Draws the jobs of a script, whose ids are their places in it. */
export const scriptedRender =
  (jobs: readonly JobScript[]): RenderDocument =>
  async ({ content }) => {
    const id = content.type === 'pdf' ? content.fileName : ''
    const script = jobs[Number(id)]
    if (script === undefined || script.drawing === 'breaks') throw new Error('the worker died')
    return script.drawing === 'refused'
      ? failure(printTrouble('not-drawable', id))
      : success(bytesOf(id, script.length))
  }

/** A printer as the script says. `take` gets every byte that really leaves, and nothing else does. */
export const scriptedTransport = (script: JobScript, take: (bytes: Uint8Array) => void): Transport => {
  if (script.printer === 'cannot-be-made') throw new Error('no library')
  return {
    send: async (bytes, options = {}) => {
      await turnsPass(script.turns)
      if (script.printer === 'refuses') return nothingLeft(printTrouble('busy'))
      const isCut = script.printer === 'stops' || script.printer === 'breaks'
      const end = isCut ? Math.floor(script.share * bytes.length) : bytes.length
      for (let start = 0; start < end; start += 64) {
        take(bytes.subarray(start, Math.min(start + 64, end)))
        options.onProgress?.(Math.min(start + 64, end))
        await turnsPass(script.turns)
      }
      if (script.printer === 'breaks') throw new Error('a fault of the transport')
      const code = isCut ? 'stalled' : 'not-confirmed'
      return {
        acceptedBytes: end,
        hasBegun: true,
        trouble: isCut || script.printer === 'quiet' ? printTrouble(code) : null,
        answers: new Uint8Array(),
        isConfirmed: script.printer === 'confirms',
      }
    },
    ask: async () => ({ type: 'deaf' }),
  }
}
