import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Attempt } from '../../../shared/domain/step.ts'
import type { StockSetting } from './stock-changes.ts'
import { NO_PROGRESS, readProgress, writeProgress } from './stock-progress.ts'

const attempt = (outcome: Attempt['outcome'], message = ''): Attempt => ({
  atMs: 1,
  mode: 'send',
  outcome,
  message,
  httpStatus: null,
  durationMs: null,
})

const anySettings: fc.Arbitrary<readonly StockSetting[]> = fc.array(
  fc.record({
    sku: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    warehouseId: fc.constantFrom('701', 'Gudang, [A] @2'),
    base: fc.integer({ min: -50, max: 1_000 }),
    target: fc.integer({ min: 0, max: 1_000 }),
  }),
  { maxLength: 4 },
)

describe('the progress of a stock step', () => {
  test('is read back from the message of an attempt as it was written, whatever the SKUs are', () => {
    fc.assert(
      fc.property(anySettings, anySettings, fc.boolean(), (sent, open, isInDoubt) => {
        const progress = { sent, open, isInDoubt }
        const read = readProgress([attempt('unknown', `HTTP 504${writeProgress(progress)}`)])
        const isNothing = sent.length === 0 && open.length === 0 && !isInDoubt
        // An unknown attempt that says nothing leaves everything in doubt.
        expect(read).toEqual(isNothing ? { ...NO_PROGRESS, isInDoubt: true } : progress)
      }),
      { numRuns: 300 },
    )
  })

  const sent = [{ sku: 'A', warehouseId: '701', base: 1, target: 2 }]
  const said = writeProgress({ sent, open: [], isInDoubt: false })

  test('the newest attempt that says something counts', () => {
    const older = writeProgress({ sent: [], open: sent, isInDoubt: false })
    expect(readProgress([attempt('unknown', older), attempt('absent', said), attempt('retry')])).toEqual({
      sent,
      open: [],
      isInDoubt: false,
    })
  })

  test('a lease that ran out after it leaves the rest in doubt', () => {
    expect(readProgress([attempt('absent', said), attempt('lease-expired')])).toEqual({
      sent,
      open: [],
      isInDoubt: true,
    })
    expect(readProgress([attempt('recovered')]).isInDoubt).toBe(true)
  })

  test('a refusal, a failed try and a fresh step leave nothing in doubt', () => {
    expect(readProgress([])).toEqual(NO_PROGRESS)
    expect(readProgress([attempt('retry'), attempt('attention', '422'), attempt('requeued')])).toEqual(NO_PROGRESS)
    expect(readProgress([attempt('lease-expired'), attempt('absent')])).toEqual(NO_PROGRESS)
  })
})
