import * as fc from 'fast-check'
import { randomFillSync } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { propertyRuns, propertyTimeoutMs } from '../../../shared/domain/testing/property-runs.ts'
import type { PrintOutcome } from '../../../shared/domain/print-job.ts'
import { outcomeOf, type EndOfJob } from '../transport.ts'
import { createTcpTransport } from './tcp-transport.ts'
import { ANSWERS, faultScriptArbitrary, followScript, type FaultScript } from './testing/fault-script.ts'
import { outcomeFaults } from './testing/outcome-faults.ts'
import { startTcpPrinter } from './testing/tcp-printer.ts'

const LIMITS = { connectTimeoutMs: 1000, stallTimeoutMs: 80, closeTimeoutMs: 80 }
const BYTES = randomFillSync(new Uint8Array(300_000))
const QUESTION = Uint8Array.of(0x1d, 0x72, 0x01)
/** Scripts at the same time, each with a printer of its own. */
const AT_ONCE = 30

const endOfJobOf = ({ askAgainEveryMs }: FaultScript): EndOfJob => ({
  question: QUESTION,
  isDone: (answers) => {
    const last = answers.findLast((answer) => answer !== ANSWERS.talk)
    return last === undefined ? null : last === ANSWERS.done
  },
  askAgainEveryMs,
  timeoutMs: 80,
})

type Ending = { readonly outcome: PrintOutcome; readonly arrived: number }

/** Runs one script; throws when the outcome says more than what arrived. */
const runScript = async (script: FaultScript): Promise<Ending> => {
  const job = BYTES.subarray(0, script.jobBytes)
  const printer = await startTcpPrinter(followScript(script, QUESTION.length))
  if (script.refuses) await printer.stop()
  const options = script.question === 'not-asked' ? {} : { endOfJob: endOfJobOf(script) }
  try {
    const report = await createTcpTransport({ host: '127.0.0.1', port: printer.port }, LIMITS).send(job, options)
    const outcome = outcomeOf(report, job.length)
    const claimsAll = outcome.type === 'sent' || outcome.type === 'confirmed'
    // A printer that closed its own side early may still be reading; nothing else may come late.
    if (claimsAll) {
      for (let tries = 0; printer.received().length < job.length && tries < 100; tries += 1) await wait(10)
    }
    const received = printer.received()
    expect(outcomeFaults(outcome, job, received)).toEqual([])
    const after = received.subarray(job.length)
    expect(after.every((byte, at) => byte === QUESTION[at % QUESTION.length])).toBe(true)
    expect(printer.connections()).toBeLessThanOrEqual(1)
    return { outcome, arrived: received.length }
  } catch (error) {
    throw new Error(`Script ${JSON.stringify(script)}`, { cause: error })
  } finally {
    if (!script.refuses) await printer.stop()
  }
}

test(
  'whatever a network printer does, no job is lost without notice, none is called unsent that began to arrive, none goes twice',
  async () => {
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(fc.array(faultScriptArbitrary, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (scripts) => {
        for (const { outcome } of await Promise.all(scripts.map(runScript))) {
          seen.set(outcome.type, (seen.get(outcome.type) ?? 0) + 1)
        }
      }),
      // Shrinking would take long, in real time, and the failure names its script.
      { numRuns: Math.ceil(propertyRuns(600) / AT_ONCE), endOnFailure: true },
    )
    // The scripts must reach every ending, or the above says nothing.
    expect([...seen.keys()].sort()).toEqual(['confirmed', 'failed', 'sent', 'unknown'])
  },
  propertyTimeoutMs(),
)
