import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, sliceOf } from './allocate.ts'
import { LARGEST_RUPIAH, rupiah } from './money.ts'
import { propertyRuns, propertyTimeoutMs } from './testing/property-runs.ts'

const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}
const numRuns = propertyRuns(2_000)
const timeout = propertyTimeoutMs()
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
const anyTotal = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -LARGEST_RUPIAH, max: LARGEST_RUPIAH }))
const anyWeights = fc.array(fc.oneof(fc.nat(3), fc.nat(1_000), fc.integer({ min: 0, max: LARGEST_RUPIAH })), {
  minLength: 1,
  maxLength: 12,
})

describe('allocate', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [2, [1, 1, 1], [1, 1, 0]],
    [10, [0, 3, 0, 1], [0, 8, 0, 2]],
    [1, [1, 2], [0, 1]],
    [0, [5, 5], [0, 0]],
    [0, [0, 0], [0, 0]],
    [0, [], []],
    [LARGEST_RUPIAH, [LARGEST_RUPIAH, LARGEST_RUPIAH], [500_000_000_000, 499_999_999_999]],
  ])('shares %i over %j as %j', (total, weights, parts) => {
    expect(allocate(rupiah(total), weights)).toEqual(parts)
  })

  test('throws on weights that are none, and when there is nothing to share over', () => {
    for (const weights of [[-1], [0.5], [Number.NaN], [0, 0], []]) {
      expect(() => allocate(rupiah(1), weights)).toThrow(RangeError)
    }
  })

  test('parts sum exactly, stand within one rupiah of their share, and mirror below zero', { timeout }, () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const weighed = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
        fc.pre(weighed > 0n)
        const parts = allocate(rupiah(total), weights)
        expect(sumOf(parts)).toBe(total)
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * weighed - BigInt(total) * BigInt(weights[index] ?? 0)
          must(off > -weighed && off < weighed, 'within one of exact')
          must(weights[index] !== 0 || part === 0, 'no weight, no part')
          must(part === 0 || part > 0 === total > 0, 'no part has the other sign')
          must(!Object.is(part, -0), 'no negative zero')
        }
        const mirrored = allocate(rupiah(-total), weights)
        must(
          mirrored.every((part, index) => part + (parts[index] ?? 0) === 0),
          'mirrored',
        )
      }),
      { numRuns },
    )
  })

  test(
    'is stable: parts that get nothing change no other, and of equals the earlier never gets less',
    { timeout },
    () => {
      fc.assert(
        fc.property(anyTotal, anyWeights, fc.nat(12), (total, weights, place) => {
          fc.pre(weights.some((weight) => weight > 0))
          const parts = allocate(rupiah(total), weights)
          const longer = allocate(rupiah(total), weights.toSpliced(place, 0, 0))
          expect(longer.toSpliced(Math.min(place, weights.length), 1)).toEqual(parts)
          for (const [one, weight] of weights.entries()) {
            const other = weights.indexOf(weight, one + 1)
            if (other < 0) continue
            must(Math.abs(parts[one] ?? 0) >= Math.abs(parts[other] ?? 0), 'the earlier of equals is served first')
          }
        }),
        { numRuns },
      )
    },
  )
})

describe('sliceOf', () => {
  test('cuts 100 of 3 units as 33, 33, 34', () => {
    expect([0, 1, 2].map((from) => sliceOf(rupiah(100), from, from + 1, 3))).toEqual([33, 33, 34])
    expect(sliceOf(rupiah(-100), 0, 3, 3)).toBe(-100)
    expect(sliceOf(rupiah(100), 2, 2, 3)).toBe(0)
  })

  test.each([
    [-1, 1, 3],
    [2, 1, 3],
    [0, 4, 3],
    [0, 0, 0],
    [0, 0.5, 3],
  ])('throws on %d to %d of %d', (from, to, count) => {
    expect(() => sliceOf(rupiah(100), from, to, count)).toThrow(RangeError)
  })

  test('however the units are cut, the slices sum to the amount', { timeout }, () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99_999_000 }), { maxLength: 6 })
    fc.assert(
      fc.property(anyTotal, cuts, fc.integer({ min: 1, max: 99_999_000 }), (total, places, more) => {
        const inner = places.toSorted((one, other) => one - other)
        const count = (inner.at(-1) ?? 0) + more
        const bounds = [0, ...inner, count]
        const slices = bounds.slice(1).map((to, index) => sliceOf(rupiah(total), bounds[index] ?? 0, to, count))
        expect(sumOf(slices)).toBe(total)
        must(
          slices.every((slice) => slice === 0 || slice > 0 === total > 0),
          'no slice has the other sign',
        )
      }),
      { numRuns },
    )
  })
})
