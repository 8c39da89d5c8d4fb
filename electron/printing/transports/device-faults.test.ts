import * as fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { propertyRuns, propertyTimeoutMs } from '../../../shared/domain/testing/property-runs.ts'
import { outcomeOf } from '../transport.ts'
import { createDeviceTransport } from './device-transport.ts'
import { outcomeFaults } from './testing/outcome-faults.ts'

const BYTES = randomFillSync(new Uint8Array(300_000))
const LIMITS = { stallTimeoutMs: 40, retryEveryMs: 4 }
const AT_ONCE = 20

type PipeScript = {
  readonly jobBytes: number
  readonly hasReader: boolean
  readonly pieceBytes: number
  readonly restMs: number
  readonly stopShare: number
  readonly stopsFor: 'never' | 'a while' | 'good'
}

/** A reader behind a pipe: reads `pieceBytes` at a time, rests, and stops for good or for a while at a byte. */
const scriptArbitrary: fc.Arbitrary<PipeScript> = fc.record({
  jobBytes: fc.constantFrom(700, 3000, 20_000, 120_127, 270_200),
  hasReader: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
  pieceBytes: fc.constantFrom(512, 8192, 65_536),
  restMs: fc.constantFrom(0, 1, 5),
  stopShare: fc.double({ min: 0, max: 1, noNaN: true }),
  stopsFor: fc.constantFrom('never', 'a while', 'good'),
})

test.skipIf(process.platform === 'win32')(
  'whatever is behind a device file, the outcome never says more or less than what it took',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'konter-device-faults-'))
    let made = 0
    const runScript = async (script: PipeScript): Promise<string> => {
      made += 1
      const path = join(folder, `lp${String(made)}`)
      execFileSync('mkfifo', [path])
      const job = BYTES.subarray(0, script.jobBytes)
      const fd = script.hasReader ? openSync(path, constants.O_RDONLY | constants.O_NONBLOCK) : null
      const received: Buffer[] = []
      const stopAt = script.stopShare * job.length
      const work = { isOver: false }
      const readOnce = (): number => {
        const buffer = Buffer.alloc(script.pieceBytes)
        try {
          const count = fd === null ? 0 : readSync(fd, buffer)
          received.push(buffer.subarray(0, count))
          return count
        } catch {
          return 0
        }
      }
      const reading = (async () => {
        let count = 0
        let hasRested = false
        while (!work.isOver) {
          const isAtStop = script.stopsFor !== 'never' && count >= stopAt && !hasRested
          if (isAtStop && script.stopsFor === 'good') return
          if (isAtStop) {
            hasRested = true
            await wait(60)
          }
          count += readOnce()
          await wait(script.restMs)
        }
      })()
      const outcome = outcomeOf(await createDeviceTransport(path, LIMITS).send(job), job.length)
      work.isOver = true
      await reading
      // What the pipe still holds was taken too.
      while (readOnce() > 0);
      if (fd !== null) closeSync(fd)
      const arrived = Buffer.concat(received)
      expect(outcomeFaults(outcome, job, arrived)).toEqual([])
      expect(arrived).toHaveLength(outcome.type === 'failed' ? 0 : outcome.bytesSent)
      return outcome.type
    }
    const seen = new Set<string>()
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(scriptArbitrary, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (scripts) => {
          for (const ending of await Promise.all(scripts.map(runScript))) seen.add(ending)
        }),
        { numRuns: Math.ceil(propertyRuns(200) / AT_ONCE), endOnFailure: true },
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    expect([...seen].sort()).toEqual(['failed', 'sent', 'unknown'])
  },
  propertyTimeoutMs(),
)
