import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../shared/domain/testing/property-runs.ts'
import { questionsFor } from './printer-questions.ts'

const { status, endOfJob } = questionsFor('escpos')
const read = (...bytes: readonly number[]) => status.read(Uint8Array.from(bytes))
const isDone = (...bytes: readonly number[]) => endOfJob.isDone(Uint8Array.from(bytes))

describe('an ESC/POS printer’s state', () => {
  test('is asked by all four real-time questions', () => {
    expect(Buffer.from(status.question).toString('hex')).toBe('100401100402100403100404')
  })

  test.each([
    ['nothing wrong', [0x12, 0x12, 0x12, 0x12], []],
    ['nothing wrong with the drawer open', [0x16, 0x12, 0x12, 0x12], []],
    // Seen on a real printer: 0x72 is 114.
    ['paper out', [0x1a, 0x32, 0x12, 0x72], ['paper-out']],
    ['paper low', [0x12, 0x12, 0x12, 0x1e], ['paper-low']],
    ['cover open', [0x1a, 0x16, 0x12, 0x12], ['cover-open']],
    ['a stuck cutter', [0x1a, 0x52, 0x1a, 0x12], ['cutter']],
    ['a hot head', [0x1a, 0x52, 0x52, 0x12], ['overheated']],
    ['an error for good', [0x1a, 0x52, 0x32, 0x12], ['error']],
    ['an error of no kind', [0x1a, 0x52, 0x12, 0x12], ['error']],
    ['offline for no reason', [0x1a, 0x12, 0x12, 0x12], ['offline']],
  ])('reads %s', (_name, bytes, problems) => {
    expect(read(...bytes)).toEqual({ problems, isPrinting: false })
  })

  test('is read through an automatic status that comes between', () => {
    expect(read(0x12, 0x14, 0x00, 0x00, 0x00, 0x12, 0x12, 0x11, 0x12)).toEqual({ problems: [], isPrinting: false })
  })

  test('is unknown when the printer is silent or answers only in part', () => {
    expect([read(), read(0x12), read(0x12, 0x12, 0x12), read(0x12, 0x12, 0x12, 0x12, 0x12)]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('is never made up from noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const answers = [...bytes].filter((byte) => [0x12, 0x16, 0x1a, 0x1e].includes(byte & 0x9f))
        expect(status.read(bytes) === null || answers.length === 4).toBe(true)
      }),
      { numRuns: propertyRuns(2000) },
    )
  })
})

describe('the end of an ESC/POS job', () => {
  test('is asked in its turn', () => {
    expect(Buffer.from(endOfJob.question).toString('hex')).toBe('1d7201')
    expect(endOfJob.askAgainEveryMs).toBe(0)
  })

  test('is answered with the paper sensors, paper low too', () => {
    expect([isDone(0x00), isDone(0x03)]).toEqual([true, true])
  })

  test('has not come when the paper ended under it', () => {
    expect([isDone(0x0c), isDone(0x0f)]).toEqual([false, false])
  })

  test('is not told by silence, by an automatic status, by real-time answers or by half of any', () => {
    expect(isDone()).toBeNull()
    expect(isDone(0x14, 0x00, 0x00, 0x00)).toBeNull()
    expect(isDone(0x14, 0x00, 0x00)).toBeNull()
    expect(isDone(0x12, 0x12, 0x11, 0x13)).toBeNull()
    expect(isDone(0x14, 0x00, 0x00, 0x00, 0x00)).toBe(true)
  })

  test('is never told by bytes of another shape', () => {
    const other = fc.integer({ min: 0, max: 255 }).filter((byte) => (byte & 0x90) !== 0)
    fc.assert(
      fc.property(fc.array(other, { maxLength: 60 }), (bytes) => {
        expect(isDone(...bytes)).toBeNull()
      }),
      { numRuns: propertyRuns(1000) },
    )
  })
})
