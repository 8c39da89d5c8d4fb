import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRateLimiter, takeToken, type Bucket } from './rate-limiter.ts'

/** The most starts in any window of `windowMs`. */
const mostWithin = (starts: readonly number[], windowMs: number): number =>
  Math.max(0, ...starts.map((from) => starts.filter((at) => at >= from && at < from + windowMs).length))

const startsOf = (gaps: readonly number[], rate: { intervalMs: number; burst: number }): readonly number[] => {
  let bucket: Bucket = { fullAtMs: 0 }
  let askedAtMs = 1_000
  return gaps.map((gap) => {
    askedAtMs += gap
    const taken = takeToken(bucket, askedAtMs, rate)
    bucket = taken.bucket
    return taken.startAtMs
  })
}

describe('the token bucket', () => {
  const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000 })), { maxLength: 80 })

  test("Accurate's lets at most 7 calls start in any second, in order, however they are asked for", () => {
    fc.assert(
      fc.property(gaps, (asked) => {
        const starts = startsOf(asked, { intervalMs: 1_000 / 6, burst: 1.5 })
        expect(mostWithin(starts, 1_000)).toBeLessThanOrEqual(7)
        expect([...starts].sort((a, b) => a - b)).toEqual(starts)
      }),
    )
  })

  test("Forstok's stock calls stay at or below 50 in any minute", () => {
    fc.assert(
      fc.property(gaps, (asked) => {
        expect(mostWithin(startsOf(asked, { intervalMs: 2_000, burst: 20 }), 60_000)).toBeLessThanOrEqual(50)
      }),
    )
  })

  test('wastes nothing: 600 calls that wait take a hundred seconds', () => {
    const starts = startsOf(
      Array.from({ length: 601 }, () => 0),
      { intervalMs: 1_000 / 6, burst: 1.5 },
    )
    expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeLessThanOrEqual(100_000)
  })

  test('keeps the distance also for those who waited through a stall of the machine', async () => {
    let stalledMs = 0
    const now = (): number => performance.now() + stalledMs
    const limiter = createRateLimiter({ intervalMs: 20, burst: 1 }, now)
    const starts: number[] = []
    const turns = Array.from({ length: 6 }, async () => {
      await limiter.takeTurn()
      starts.push(now())
    })
    await turns[0]
    stalledMs = 10_000
    await Promise.all(turns)
    const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(19)
  })

  test('never lets a turn go before its time on the real clock', async () => {
    const limiter = createRateLimiter({ intervalMs: 10, burst: 1 }, () => performance.now())
    const askedAtMs = performance.now()
    await Promise.all(Array.from({ length: 12 }, async () => limiter.takeTurn()))
    expect(performance.now() - askedAtMs).toBeGreaterThanOrEqual(110)
  })
})
