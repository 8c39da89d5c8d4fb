import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../shared/domain/testing/property-runs.ts'
import { questionsFor } from './printer-questions.ts'

const { status, endOfJob } = questionsFor('zpl')

type Answer = {
  paperOut?: 0 | 1
  paused?: 0 | 1
  formats?: number
  partial?: 0 | 1
  hot?: 0 | 1
  headUp?: 0 | 1
  ribbonOut?: 0 | 1
  labels?: number
}

/** An answer to ~HS as in Zebra's manual. */
const hostStatus = (answer: Answer = {}): string => {
  const { paperOut = 0, paused = 0, formats = 0, partial = 0, hot = 0, headUp = 0, ribbonOut = 0, labels = 0 } = answer
  const digits = (value: number, length: number): string => String(value).padStart(length, '0')
  return [
    `030,${String(paperOut)},${String(paused)},1245,${digits(formats, 3)},0,0,${String(partial)},000,0,0,${String(hot)}`,
    `001,0,${String(headUp)},${String(ribbonOut)},0,2,6,0,${digits(labels, 8)},1,000`,
    '1234,0',
  ]
    .map((line) => `\u0002${line}\u0003\r\n`)
    .join('')
}
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const read = (text: string) => status.read(bytesOf(text))
const isDone = (...answers: readonly Answer[]) =>
  endOfJob.isDone(bytesOf(answers.map((each) => hostStatus(each)).join('')))

describe('a ZPL printer’s state', () => {
  test.each([
    [{}, { problems: [], isPrinting: false }],
    [{ paperOut: 1 }, { problems: ['paper-out'], isPrinting: false }],
    [
      { headUp: 1, ribbonOut: 1 },
      { problems: ['cover-open', 'ribbon-out'], isPrinting: false },
    ],
    [
      { paused: 1, labels: 3 },
      { problems: ['paused'], isPrinting: true },
    ],
    [{ hot: 1 }, { problems: ['overheated'], isPrinting: false }],
    [{ formats: 2 }, { problems: [], isPrinting: true }],
  ] as const)('reads %o', (answer, condition) => {
    expect(read(hostStatus(answer))).toEqual(condition)
  })

  test('is what the last whole answer says, noise around it or not', () => {
    const text = `xx${hostStatus()}??${hostStatus({ paperOut: 1 })}\u0002030,0,0`
    expect(read(text)).toEqual({ problems: ['paper-out'], isPrinting: false })
  })

  test('is unknown when it is silent or answers in another shape', () => {
    const lines = hostStatus().split('\r\n')
    expect([
      read(''),
      read(`${lines[0] ?? ''}\r\n${lines[1] ?? ''}\r\n`),
      read(hostStatus().replace('030,0', '030,7')),
    ]).toEqual([null, null, null])
  })

  test('is never made up from noise', () => {
    const noise = fc.string({
      maxLength: 300,
      unit: fc.constantFrom('\u0002', '\u0003', '0', '1', ',', '\r', '\n', 'x'),
    })
    fc.assert(
      fc.property(noise, fc.uint8Array({ maxLength: 100 }), (text, bytes) => {
        expect([read(text), status.read(bytes), endOfJob.isDone(bytesOf(text))]).toEqual([null, null, null])
      }),
      { numRuns: propertyRuns(1000) },
    )
  })

  test('is not read from an answer that was cut anywhere', () => {
    const whole = hostStatus()
    for (let length = 0; length < whole.length - 2; length += 1) expect(read(whole.slice(0, length))).toBeNull()
  })
})

describe('the end of a ZPL job', () => {
  test('has come when formats or labels waited and no longer do', () => {
    expect(isDone({ formats: 1 })).toBeNull()
    expect(isDone({ formats: 1 }, { labels: 1 }, {})).toBeNull()
    expect(isDone({ formats: 1 }, { labels: 1 }, {}, {})).toBe(true)
  })

  test('is not believed of a printer that was not seen at work before three seconds', () => {
    expect(isDone({}, {}, {}, {}, {}, {})).toBeNull()
    expect(isDone({}, {}, {}, {}, {}, {}, {})).toBe(true)
  })

  test('is not known while half a format waits or paper is out', () => {
    expect(isDone({ partial: 1 }, { partial: 1 })).toBeNull()
    expect(isDone({ formats: 1 }, { paperOut: 1 })).toBeNull()
  })
})
