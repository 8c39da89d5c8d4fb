import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../shared/domain/testing/property-runs.ts'
import { questionsFor } from './printer-questions.ts'

const { status, endOfJob } = questionsFor('tspl')
const read = (...bytes: readonly number[]) => status.read(Uint8Array.from(bytes))
const isDone = (...bytes: readonly number[]) => endOfJob.isDone(Uint8Array.from(bytes))
const idle = (count: number): readonly number[] => Array.from({ length: count }, () => 0x00)

describe('a TSPL printer’s state', () => {
  test.each([
    [0x00, [], false],
    [0x20, [], true],
    [0x01, ['cover-open'], false],
    [0x02, ['jam'], false],
    [0x04, ['paper-out'], false],
    [0x05, ['cover-open', 'paper-out'], false],
    [0x08, ['ribbon-out'], false],
    [0x10, ['paused'], false],
    [0x41, ['cover-open'], false],
    [0x80, ['error'], false],
  ])('reads %i', (byte, problems, isPrinting) => {
    expect(read(byte)).toEqual({ problems, isPrinting })
  })

  test('is unknown when it is silent, or when more than one byte came', () => {
    expect([read(), read(0xff), read(0x00, 0x00), read(0x00, 0x0a)]).toEqual([null, null, null, null])
  })

  test('is well only by the one byte that says so', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
        const condition = status.read(bytes)
        const isWell = condition !== null && condition.problems.length === 0
        expect(isWell).toBe(bytes.length === 1 && (bytes[0] === 0x00 || bytes[0] === 0x20))
      }),
      { numRuns: propertyRuns(2000) },
    )
  })
})

describe('the end of a TSPL job', () => {
  test('has come when the printer was at work and then idle twice', () => {
    expect(isDone(0x20, 0x20)).toBeNull()
    expect(isDone(0x00, 0x20, 0x20, 0x00)).toBeNull()
    expect(isDone(0x00, 0x20, 0x20, 0x00, 0x00)).toBe(true)
  })

  test('is not believed of a printer that was not seen at work before it has been idle for three seconds', () => {
    expect(isDone(0x00)).toBeNull()
    expect(isDone(...idle(3000 / endOfJob.askAgainEveryMs))).toBeNull()
    expect(isDone(...idle(3000 / endOfJob.askAgainEveryMs + 1))).toBe(true)
  })

  test('is not known while paper is out, and counts anew after it', () => {
    expect(isDone(0x20, 0x04)).toBeNull()
    expect(isDone(0x20, 0x04, 0x00, 0x00)).toBeNull()
    expect(isDone(0x20, 0x04, 0x20, 0x00, 0x00)).toBe(true)
  })

  test('is never told by what does not end in idle answers', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const known = bytes.filter((byte) => byte !== 0xff)
        expect(endOfJob.isDone(bytes) === null || known.at(-1) === 0).toBe(true)
      }),
      { numRuns: propertyRuns(2000) },
    )
  })
})
