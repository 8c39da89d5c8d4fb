import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backOffMs, claim, close, expireLease, release, requeue, settle } from './outbox.ts'
import { rupiah } from './money.ts'
import { NEVER_MS, stepSchema, type Step, type StepOutcome } from './step.ts'
import { stepsFor } from './steps-for.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'
import { SAMPLE_ID, sampleSoldLine } from './testing/sample-sale-parts.ts'

const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}

const newSteps = (): readonly Step[] =>
  stepsFor(
    {
      id: SAMPLE_ID,
      number: 'K1-261121-0001',
      kind: 'walk-in',
      paidAtMs: 0,
      tenders: [],
      lines: [sampleSoldLine()],
      returnOf: null,
      returnNumber: null,
    },
    'forstok-only',
  )
const firstStep = (): Step => {
  const [step] = newSteps()
  if (step === undefined) throw new Error('a walk-in sale owes an order')
  return step
}
const remote = { id: '7', number: null, total: rupiah(500) }
const outcomes: Readonly<Record<StepOutcome['type'], StepOutcome>> = {
  sent: { type: 'sent', remote, httpStatus: 200, message: 'ok' },
  retry: { type: 'retry', message: 'busy', httpStatus: 429, notBeforeMs: null },
  unknown: { type: 'unknown', message: 'socket closed', httpStatus: null },
  absent: { type: 'absent', message: 'not found' },
  attention: {
    type: 'attention',
    attention: { code: 'sku', message: 'unknown SKU', remedy: { id: 'x', en: 'x' }, httpStatus: 422 },
    remote: null,
  },
  released: { type: 'released' },
}
const lease = { claimId: 'c1', nowMs: 10, leaseMs: 1_000 }
const claimed = (step: Step, claimId = 'c1', nowMs = 10): Step => {
  const taken = claim(step, { claimId, nowMs, leaseMs: 1_000 })
  if (taken === null) throw new Error('not claimable')
  return taken.step
}
const after = (step: Step, type: StepOutcome['type'], nowMs = 20): Step => {
  const settled = settle(step, step.claimId ?? '', outcomes[type], nowMs)
  if (settled === null) throw new Error('rejected')
  return settled.step
}

describe('back-off', () => {
  test('starts near 1 s, doubles, stays near 60 s for ever, and is the same for the same step', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 10_000 }), (id, failures) => {
        const plain = Math.min(1_000 * 2 ** (failures - 1), 60_000)
        expect(backOffMs(id, failures)).toBeGreaterThanOrEqual(plain * 0.9 - 1)
        expect(backOffMs(id, failures)).toBeLessThanOrEqual(plain * 1.1 + 1)
        expect(backOffMs(id, failures)).toBe(backOffMs(id, failures))
      }),
    )
  })
})

describe('claim', () => {
  test('hands out a queued step to send and an unknown one to look up, not before they are due', () => {
    expect(claim(firstStep(), lease)).toMatchObject({ mode: 'send', step: { state: 'claimed', lastSendAtMs: 10 } })
    const unknown = after(claimed(firstStep()), 'unknown')
    expect(claim(unknown, { ...lease, nowMs: 21 })).toBeNull()
    expect(claim(unknown, { ...lease, nowMs: 5_000 })).toMatchObject({ mode: 'resolve', step: { lastSendAtMs: 10 } })
  })
})

describe('settle', () => {
  test('a retry returns to where the claim came from and waits at least as long as the service asked', () => {
    const step = claimed(firstStep())
    const asked = settle(
      step,
      'c1',
      { ...outcomes.retry, type: 'retry', notBeforeMs: 90_000, message: '', httpStatus: 429 },
      20,
    )
    expect(asked?.step).toMatchObject({ state: 'queued', dueAtMs: 90_000, failureCount: 1 })
    const unknown = after(claimed(firstStep()), 'unknown')
    expect(after(claimed(unknown, 'c2', 9_000), 'retry', 9_001)).toMatchObject({ state: 'unknown', failureCount: 2 })
  })

  test('absent makes it due to send now; released leaves no trace', () => {
    const unknown = after(claimed(firstStep()), 'unknown')
    expect(after(claimed(unknown, 'c2', 9_000), 'absent', 9_001)).toMatchObject({ state: 'queued', dueAtMs: 9_001 })
    expect(after(claimed(firstStep()), 'released')).toMatchObject({ state: 'queued', attempts: [], failureCount: 0 })
  })

  test('rejects another claim, and anything late except a certain arrival', () => {
    const step = claimed(firstStep())
    expect(settle(step, 'other', outcomes.sent, 20)).toBeNull()
    const expired = expireLease(step, 2_000, 1_000)
    if (expired === null) throw new Error('the lease should have run out')
    expect(expired).toMatchObject({ state: 'unknown', dueAtMs: 2_000 })
    for (const type of ['retry', 'unknown', 'absent', 'attention', 'released'] as const) {
      expect(settle(expired, 'c1', outcomes[type], 2_001)).toBeNull()
    }
    expect(settle(expired, 'c1', outcomes.sent, 2_001)).toMatchObject({ step: { state: 'sent' }, releasesNext: true })
    const lookedUp = claimed(expired, 'c2', 2_001)
    expect(settle(lookedUp, 'c1', outcomes.sent, 2_002)).toBeNull()
  })

  test('a lease ends by time, or when the clock was set back', () => {
    const step = claimed(firstStep(), 'c1', 1_000_000)
    expect(expireLease(step, 1_000_500, 1_000)).toBeNull()
    expect(expireLease(step, 1_001_000, 1_000)).not.toBeNull()
    expect(expireLease(step, 500, 1_000)).not.toBeNull()
    expect(expireLease(firstStep(), 9_000, 1_000)).toBeNull()
  })

  test('keeps the last fifty attempts', () => {
    let step = firstStep()
    for (let round = 0; round < 60; round += 1) step = after(claimed({ ...step, dueAtMs: 0 }), 'retry')
    expect(step.attempts).toHaveLength(50)
    expect(step.failureCount).toBe(60)
  })
})

describe('a person', () => {
  test('requeues from attention or closing only, to be looked up first', () => {
    const refused = after(claimed(firstStep()), 'attention')
    expect(requeue(refused, 50, true)).toMatchObject({
      state: 'unknown',
      dueAtMs: 50,
      attention: null,
      failureCount: 0,
    })
    expect(requeue(refused, 50, false)).toMatchObject({ dueAtMs: NEVER_MS })
    expect(requeue(firstStep(), 50, true)).toBeNull()
    expect(requeue(after(claimed(firstStep()), 'sent'), 50, true)).toBeNull()
  })

  test('takes a task for a person up again as that task, not as something to look up', () => {
    const task: Step = { ...firstStep(), kind: 'forstok.return', state: 'attention', dueAtMs: NEVER_MS }
    expect(requeue(task, 50, true)).toBeNull()
    const ticked = close(task, 'done', 60)
    if (ticked === null) throw new Error('a task can be ticked off')
    expect(requeue(ticked, 70, true)).toMatchObject({ state: 'attention', dueAtMs: NEVER_MS, closedReason: null })
  })

  test('closes what is neither sent nor on its way', () => {
    expect(close(firstStep(), 'typed by hand', 50)).toMatchObject({ state: 'closed', closedReason: 'typed by hand' })
    expect(close(claimed(firstStep()), 'x', 50)).toBeNull()
    expect(close(after(claimed(firstStep()), 'sent'), 'x', 50)).toBeNull()
  })
})

const eventArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('claim' as const), index: fc.nat(2) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('settle' as const),
      index: fc.nat(2),
      outcome: fc.constantFrom(...Object.values(outcomes)),
      isLate: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('requeue' as const), index: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('close' as const), index: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('wait' as const), ms: fc.integer({ min: -5_000, max: 90_000 }) }),
  },
)

test(
  'no sequence of events sends twice, sends an unknown outcome unseen, or overtakes within a sale',
  () => {
    fc.assert(
      fc.property(fc.array(eventArbitrary, { maxLength: 60 }), (events) => {
        const steps = [...newSteps()]
        // What the service may hold, kept beside the machine: null = certainly not sent, else whether that is still open.
        const mayHold = steps.map(() => false)
        let nowMs = 0
        let claims = 0
        const claimIds: string[] = steps.map(() => '')
        for (const event of events) {
          if (event.type === 'wait') {
            nowMs = Math.max(0, nowMs + event.ms)
            for (const [index, step] of steps.entries()) steps[index] = expireLease(step, nowMs, 30_000) ?? step
            continue
          }
          const { index } = event
          const step = steps[index]
          if (step === undefined) continue
          if (event.type === 'claim') {
            claims += 1
            const taken = claim(step, { claimId: `c${claims}`, nowMs, leaseMs: 30_000 })
            if (taken === null) continue
            must(step.state !== 'sent', 'a sent step is never claimed')
            must(
              steps.slice(0, index).every((earlier) => earlier.state === 'sent'),
              'no step overtakes an earlier one',
            )
            if (taken.mode === 'send') {
              must(mayHold[index] === false, 'what the service may hold is never sent again')
              mayHold[index] = true
            }
            steps[index] = taken.step
            claimIds[index] = `c${claims}`
          } else if (event.type === 'settle') {
            const claimId = event.isLate ? `c${claims - 1}` : (claimIds[index] ?? '')
            // The engine says "absent" only after looking up, and "nothing was sent" only of its own sending.
            const outcome = event.outcome
            if (outcome.type === 'absent' && step.claimedFrom !== 'unknown') continue
            const settled = settle(step, claimId, outcome, nowMs)
            must(step.state !== 'sent' || settled === null, 'a sent step never changes')
            if (settled === null) continue
            if (outcome.type === 'absent') mayHold[index] = false
            if ((outcome.type === 'retry' || outcome.type === 'released') && step.claimedFrom === 'queued') {
              mayHold[index] = false
            }
            must(settled.releasesNext === (outcome.type === 'sent'), 'only an arrival releases the next step')
            steps[index] = settled.step
            const next = steps[index + 1]
            if (settled.releasesNext && next !== undefined) steps[index + 1] = release(next, nowMs)
          } else if (event.type === 'requeue') {
            const isFirstUndone = steps.slice(0, index).every((earlier) => earlier.state === 'sent')
            steps[index] = requeue(step, nowMs, isFirstUndone) ?? step
          } else {
            steps[index] = close(step, 'by hand', nowMs) ?? step
          }
        }
        for (const step of steps) expect(stepSchema.safeParse(step).success).toBe(true)
      }),
      { numRuns: propertyRuns(2_000) },
    )
  },
  propertyTimeoutMs(),
)
