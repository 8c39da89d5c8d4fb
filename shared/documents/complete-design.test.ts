import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeDesign } from './complete-design.ts'
import { DEFAULT_DESIGNS, RECEIPT_PARTS, REQUIRED_PARTS } from './document-design.ts'
import { propertyRuns } from '../domain/testing/property-runs.ts'

const usual = DEFAULT_DESIGNS.receipt
const complete = (parts: typeof usual.parts) =>
  completeDesign({ parts, note: 'catatan' }, usual, REQUIRED_PARTS.receipt)
const namesOf = (parts: typeof usual.parts) => complete(parts).parts.map(({ part }) => part)

describe('completeDesign', () => {
  test('leaves a complete design as it is', () => {
    const parts = usual.parts.toReversed().map((each) => ({ ...each, size: 'large' as const }))
    expect(complete(parts)).toEqual({ parts, note: 'catatan' })
  })

  test('puts a part that is lacking behind the one that usually stands before it', () => {
    const moved = usual.parts.filter(({ part }) => part !== 'thanks' && part !== 'note')
    const noteFirst = [
      ...moved.filter(({ part }) => part === 'sale-note'),
      ...moved.filter(({ part }) => part !== 'sale-note'),
    ]
    expect(namesOf(noteFirst).slice(0, 4)).toEqual(['sale-note', 'note', 'thanks', 'logo'])
  })

  test('gives the usual design for none at all', () => {
    expect(complete([])).toEqual({ parts: usual.parts, note: 'catatan' })
  })

  test('shows what a receipt must have even where it was taken off, and nothing else', () => {
    const hidden = complete(usual.parts.map((each) => ({ ...each, isShown: false })))
    expect(hidden.parts.filter(({ isShown }) => isShown).map(({ part }) => part)).toEqual([...REQUIRED_PARTS.receipt])
  })

  test('has every part once and keeps the order of those that were there, whatever was stored', () => {
    const part = fc.record({
      part: fc.constantFrom(...RECEIPT_PARTS),
      isShown: fc.boolean(),
      size: fc.constant('small' as const),
    })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const names = namesOf(parts)
        expect([...names].sort()).toEqual([...RECEIPT_PARTS].sort())
        const stored = [...new Set(parts.map((each) => each.part))]
        expect(names.filter((name) => stored.includes(name))).toEqual(stored)
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})
