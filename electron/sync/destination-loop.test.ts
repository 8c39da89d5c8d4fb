import { afterEach, describe, expect, test } from 'vitest'
import type { ClaimedStep, StepOutcome } from '../../shared/domain/step.ts'
import { createClaimRunner } from './claim-runner.ts'
import { createDestinationLoop, type DestinationLoop } from './destination-loop.ts'
import type { LinkNews } from './http/classify-exchange.ts'
import { createLinkTracker, type LinkTracker } from './link-tracker.ts'
import type { Gateway, StepReport } from './step-report.ts'
import { DEFAULT_SYNC_TIMING, type SyncTiming } from './sync-timing.ts'
import { FAST_TIMING, until } from './testing/fast-timing.ts'
import { createMemoryOutbox, type MemoryOutbox } from './testing/memory-outbox.ts'
import { sampleSale } from './testing/sample-sale.ts'

const sentReport = (claimed: ClaimedStep): StepReport => ({
  outcome: { type: 'sent', remote: { id: claimed.step.id, number: null, total: null }, httpStatus: 200, message: 'ok' },
  news: { type: 'answered' },
})
const pause = async (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

describe('the loop of one destination', () => {
  let outbox: MemoryOutbox
  let loop: DestinationLoop
  let link: LinkTracker
  let connects = 0
  let isReachable = true
  let carried: string[] = []
  let logged: string[] = []

  const start = (
    carryOut: Gateway['carryOut'],
    change: Partial<SyncTiming> = {},
    patchPage: (page: MemoryOutbox) => Partial<MemoryOutbox> = () => ({}),
  ): void => {
    const timing: SyncTiming = { ...DEFAULT_SYNC_TIMING, ...FAST_TIMING, ...change }
    const now = (): number => Date.now()
    const monotonicNow = (): number => performance.now()
    const log = {
      info: () => undefined,
      warn: (text: string) => logged.push(text),
      error: (text: string) => logged.push(text),
    }
    const page = { ...outbox, ...patchPage(outbox) }
    const gateway: Gateway = {
      connect: async () => {
        connects += 1
        await Promise.resolve()
        const news: LinkNews = isReachable ? { type: 'answered' } : { type: 'down', reason: 'ECONNREFUSED' }
        return { news }
      },
      carryOut: async (claimed, mayWrite) => {
        carried.push(claimed.step.id)
        return carryOut(claimed, mayWrite)
      },
      findNumbersOf: async () => Promise.resolve({ type: 'unknown' as const }),
      close: () => undefined,
    }
    link = createLinkTracker({
      destination: 'forstok',
      now,
      troublesToDown: timing.troublesToDown,
      lastAnswerNewsMs: 0,
      onChanged: () => undefined,
    })
    let ids = 0
    loop = createDestinationLoop({
      destination: 'forstok',
      gateway,
      runner: createClaimRunner({ gateway, page, timing, now, monotonicNow, onStepSent: () => undefined, log }),
      link,
      page,
      timing,
      inFlight: 6,
      now,
      monotonicNow,
      mintId: () => `claim-${(ids += 1)}`,
      onDrained: () => undefined,
      log,
    })
    loop.start()
  }
  const prepare = (sales: number): void => {
    outbox = createMemoryOutbox()
    connects = 0
    isReachable = true
    carried = []
    logged = []
    for (let sequence = 1; sequence <= sales; sequence += 1) outbox.add(sampleSale({ sequence, kind: 'delivery' }))
  }
  const orders = () => outbox.steps().filter((step) => step.destination === 'forstok')
  const areSent = (): boolean => orders().every((step) => step.state === 'sent')

  afterEach(async () => loop.stop())

  test('keeps at most six steps under way, and the pipe full: a slow step does not hold up the batch after it', async () => {
    prepare(40)
    let underWay = 0
    let most = 0
    let finishedBeforeSlow = 0
    let isSlowDone = false
    start(async (claimed) => {
      most = Math.max(most, (underWay += 1))
      const isSlow = claimed.step.saleNumber.endsWith('0001')
      await pause(isSlow ? 300 : 2)
      if (isSlow) isSlowDone = true
      else if (!isSlowDone) finishedBeforeSlow += 1
      underWay -= 1
      return sentReport(claimed)
    })
    await until('all sent', areSent)
    expect(most).toBe(6)
    expect(finishedBeforeSlow).toBe(39)
    expect(new Set(carried).size).toBe(carried.length)
  })

  test('a line that goes down gives back what was not begun, claims nothing more, and resumes after a probe', async () => {
    prepare(30)
    start(async (claimed) => {
      if (isReachable && carried.length < 10) return sentReport(claimed)
      isReachable = false
      return {
        outcome: { type: 'retry', message: 'ECONNREFUSED', httpStatus: null, notBeforeMs: null },
        news: { type: 'down', reason: 'ECONNREFUSED' },
      }
    })
    await until('down', () => link.read().state === 'down')
    await until('nothing claimed', () => orders().every((step) => step.state !== 'claimed'))
    const tried = carried.length
    expect(link.read()).toMatchObject({ reason: 'ECONNREFUSED' })
    expect(link.read().nextTryMs).not.toBeNull()
    const probes = connects
    await until('probed again', () => connects >= probes + 2)
    expect(carried.length).toBe(tried)
    expect(outbox.settlements().some((settlement) => settlement.outcome.type === 'released')).toBe(true)
  })

  test('kick tries a line that is down at once', async () => {
    prepare(1)
    isReachable = false
    start(async (claimed) => sentReport(claimed), { backOffFloorMs: 60_000, backOffCeilingMs: 60_000 })
    isReachable = false
    await until('down', () => link.read().state === 'down')
    isReachable = true
    loop.kick()
    await until('sent', areSent)
    expect(link.read()).toMatchObject({ state: 'up', reason: null, nextTryMs: null })
  })

  test('a single lost answer leaves the line up; several in a row take it down', async () => {
    prepare(12)
    let lost = 1
    start(
      async (claimed) => {
        if ((lost -= 1) < 0) return sentReport(claimed)
        return {
          outcome: { type: 'unknown', message: 'ECONNRESET', httpStatus: null },
          news: { type: 'troubled', reason: 'ECONNRESET' },
        }
      },
      { troublesToDown: 3 },
    )
    await until('most sent', () => orders().filter((step) => step.state === 'sent').length >= 11)
    expect(link.read().state).toBe('up')
    lost = 10
    for (let sequence = 13; sequence <= 20; sequence += 1) outbox.add(sampleSale({ sequence, kind: 'delivery' }))
    isReachable = false
    loop.kick()
    await until('down', () => link.read().state === 'down')
    expect(link.read().reason).toMatch(/ECONN/)
  })

  test('a claim whose lease is too short for a request is given back unsent', async () => {
    prepare(1)
    start(async (claimed) => sentReport(claimed), { leaseMs: 400, requestTimeoutMs: 400, leaseMarginMs: 50 })
    await until('given back', () => outbox.settlements().length > 0)
    expect(carried).toEqual([])
    expect(outbox.settlements()[0]?.outcome).toEqual({ type: 'released' })
    await pause(100)
    // With a pause in between: not a spin.
    expect(outbox.settlements().length).toBeLessThan(8)
  })

  test('while a request is under way, the gateway is told not to write once the line is down', async () => {
    prepare(2)
    let mayWriteLater: boolean | null = null
    start(
      async (claimed, mayWrite) => {
        if (claimed.step.saleNumber.endsWith('0001'))
          return {
            outcome: { type: 'retry', message: 'x', httpStatus: null, notBeforeMs: null },
            news: { type: 'down', reason: 'x' },
          }
        expect(mayWrite()).toBe(true)
        await pause(30)
        mayWriteLater = mayWrite()
        return { outcome: { type: 'released' }, news: null }
      },
      { backOffFloorMs: 5_000, backOffCeilingMs: 5_000 },
    )
    await until('asked', () => mayWriteLater !== null)
    expect(mayWriteLater).toBe(false)
  })

  test('429 slows the destination down without closing the line', async () => {
    prepare(8)
    let isFirst = true
    const times: number[] = []
    start(async (claimed) => {
      times.push(performance.now())
      if (!isFirst) return sentReport(claimed)
      isFirst = false
      const untilMs = Date.now() + 150
      return {
        outcome: { type: 'retry', message: '429', httpStatus: 429, notBeforeMs: untilMs },
        news: { type: 'slowed', untilMs },
      }
    })
    await until('later ones began', () => times.length > 6)
    expect((times[6] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(140)
    expect(link.read().state).toBe('up')
  })

  test('a bug in a gateway makes the step unknown, never sent again blindly, and the others go on', async () => {
    prepare(3)
    start(async (claimed) => {
      if (claimed.step.saleNumber.endsWith('0002') && claimed.mode === 'send') throw new TypeError('boom')
      return sentReport(claimed)
    })
    await until('others sent', () => orders().filter((step) => step.state === 'sent').length >= 2)
    const broken = orders().find((step) => step.saleNumber.endsWith('0002'))
    expect(broken?.attempts[0]).toMatchObject({ outcome: 'unknown', message: 'Konter: boom' })
    expect(logged.join('\n')).toContain('boom')
  })

  test('a page that does not answer for a moment loses nothing: claiming and settling are tried again', async () => {
    prepare(3)
    let failures = 2
    const failing = <Answer>(then: () => Promise<Answer>): Promise<Answer> =>
      (failures -= 1) >= 0 ? Promise.reject(new Error('page is reloading')) : then()
    start(
      async (claimed) => sentReport(claimed),
      {},
      (page) => ({
        claimSteps: async (request) => failing(async () => page.claimSteps(request)),
        settleStep: async (request) => failing(async () => page.settleStep(request)),
      }),
    )
    await until('all sent', areSent)
    expect(carried).toHaveLength(3)
  })

  test('a step handed out again while its first claim still runs waits for it', async () => {
    prepare(1)
    let underWay = 0
    let most = 0
    let finish: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      finish = resolve
    })
    let skewMs = 0
    start(
      async (claimed) => {
        most = Math.max(most, (underWay += 1))
        if (carried.length === 1) await gate
        underWay -= 1
        return sentReport(claimed)
      },
      {},
      (page) => ({ claimSteps: async (request) => page.claimSteps({ ...request, nowMs: request.nowMs + skewMs }) }),
    )
    await until('first under way', () => carried.length === 1)
    skewMs = 3_600_000
    loop.kick()
    await until(
      'claimed again',
      () => orders()[0]?.attempts.some((attempt) => attempt.outcome === 'lease-expired') === true,
    )
    await pause(20)
    finish()
    await until('sent', areSent)
    expect(most).toBe(1)
  })

  test('stop waits for what is under way and gives back the rest', async () => {
    prepare(30)
    start(async (claimed) => {
      await pause(60)
      return sentReport(claimed)
    })
    await until('under way', () => carried.length >= 6)
    await loop.stop()
    expect(orders().filter((step) => step.state === 'claimed')).toEqual([])
    const sent: readonly StepOutcome['type'][] = outbox.settlements().map((settlement) => settlement.outcome.type)
    expect(sent).toContain('sent')
    expect(sent).toContain('released')
    const count = carried.length
    await pause(50)
    expect(carried).toHaveLength(count)
  })
})
