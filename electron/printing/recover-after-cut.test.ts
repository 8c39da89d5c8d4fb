import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Printer } from '../../shared/domain/printer.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import type { DotPage } from '../practice/printer/dot-page.ts'
import { createEscposInterpreter } from '../practice/printer/interpret-escpos.ts'
import { createTsplInterpreter } from '../practice/printer/interpret-tspl.ts'
import { createZplInterpreter } from '../practice/printer/interpret-zpl.ts'
import type { Interpreter } from '../practice/printer/printed-sheet.ts'
import { labelPrinter, receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { encodeJob } from './encode-job.ts'
import { withoutRealTimeSequences } from './real-time-sequences.ts'
import { recoverAfterCut } from './recover-after-cut.ts'
import { pictureDifferences } from './testing/picture-differences.ts'
import { noisePicture } from './testing/random-picture.ts'

const media = {
  type: 'labels',
  widthMm: 20,
  heightMm: 10,
  across: 1,
  columnGapMm: 0,
  separator: { type: 'gap', gapMm: 2 },
} as const
const label = (changes: Partial<Printer>): Printer => ({
  ...labelPrinter('label', 'Label', { type: 'practice' }),
  media,
  ...changes,
})
const tsplRoll: Printer = { ...receiptPrinter('roll', 'Struk', { type: 'practice' }), language: 'tspl' }

const LABEL_PRINTERS: readonly (readonly [string, Printer, () => Interpreter])[] = [
  ['TSPL', label({ language: 'tspl' }), () => createTsplInterpreter(8)],
  ['ZPL in Z64', label({ language: 'zpl' }), createZplInterpreter],
  ['ZPL in hexadecimal digits', label({ language: 'zpl', zplPacking: 'hex' }), createZplInterpreter],
]
const HALF = noisePicture(160, 80, 11)
const NEXT = noisePicture(160, 80, 12)
const jobOf = (picture: typeof HALF, printer: Printer): Uint8Array =>
  encodeJob([{ picture, copies: 1 }], printer, { opensDrawer: false })
const recoveredJob = (printer: Printer, picture = NEXT): Uint8Array =>
  Buffer.concat([recoverAfterCut(printer), jobOf(picture, printer)])

/** Every place in the head and the end of a job, and some in its picture. */
const cutsOf = (job: Uint8Array): readonly number[] =>
  [...job.keys(), job.length].filter((at) => at < 160 || at > job.length - 40 || at % 31 === 0)

const printedAfterCut = (
  interpreter: Interpreter,
  job: Uint8Array,
  cutAt: number,
  next: Uint8Array,
): readonly DotPage[] => [job.subarray(0, cutAt), next].flatMap((bytes) => interpreter.feed(bytes).pages)

describe.each(LABEL_PRINTERS)('a label cut off in %s', (_name, printer, switchOn) => {
  test('comes out neither whole nor half, wherever it was cut, and the next one comes out once and whole', () => {
    const job = jobOf(HALF, printer)
    const whole = switchOn().feed(job).pages
    expect(whole).toHaveLength(1)
    for (const cutAt of cutsOf(job)) {
      const pages = printedAfterCut(switchOn(), job, cutAt, recoveredJob(printer))
      // Once the last command has arrived the label is whole: then it was not cut off but printed.
      const isPrinted = job.length - cutAt < 4 && switchOn().feed(job.subarray(0, cutAt)).pages.length === 1
      const wanted = isPrinted ? [HALF, NEXT] : [NEXT]
      expect([cutAt, pages.length]).toEqual([cutAt, wanted.length])
      expect(wanted.map((picture, index) => pictureDifferences(picture, pages[index]))).toEqual(wanted.map(() => 0))
    }
  })

  test('does nothing to a printer that was switched off and on', () => {
    const pages = switchOn().feed(recoveredJob(printer)).pages
    expect(pages.map((page) => pictureDifferences(NEXT, page))).toEqual([0])
    expect(switchOn().feed(recoverAfterCut(printer)).pages).toEqual([])
  })

  test('would spoil the next one, or confuse the printer, without recovery', () => {
    const [job, interpreter] = [jobOf(HALF, printer), switchOn()]
    interpreter.feed(job.subarray(0, Math.floor(job.length / 2)))
    const { pages, problems } = interpreter.feed(jobOf(NEXT, printer))
    const isWhole = pages.length === 1 && pictureDifferences(NEXT, pages[0]) === 0
    expect(isWhole && problems.length === 0).toBe(false)
  })
})

test('a long page cut off on a TSPL roll does not spoil the next one', { timeout: propertyTimeoutMs() }, () => {
  const job = jobOf(noisePicture(576, 3000, 4), tsplRoll)
  const next = noisePicture(576, 90, 5)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: job.length - 20 }), (cutAt) => {
      const pages = printedAfterCut(createTsplInterpreter(8), job, cutAt, recoveredJob(tsplRoll, next))
      expect(pages.map((page) => pictureDifferences(next, page))).toEqual([0])
    }),
    { numRuns: propertyRuns(25) },
  )
})

describe('a receipt cut off in ESC/POS', () => {
  const half = withoutRealTimeSequences(noisePicture(384, 300, 21))
  const next = withoutRealTimeSequences(noisePicture(384, 120, 22))
  const roll = (cuts: boolean): Printer => ({
    ...receiptPrinter('roll', 'Struk', { type: 'practice' }),
    media: { type: 'roll', paperWidthMm: 58, cuts, opensDrawer: false },
  })

  test('is carried away from the next one, which comes out once and whole', { timeout: propertyTimeoutMs() }, () => {
    const printer = roll(true)
    const job = jobOf(half, printer)
    fc.assert(
      fc.property(fc.oneof(fc.nat(40), fc.integer({ min: 0, max: job.length })), (cutAt) => {
        const pages = printedAfterCut(createEscposInterpreter(384), job, cutAt, recoveredJob(printer, next))
        expect(pages.length).toBeLessThanOrEqual(2)
        expect(pictureDifferences(next, pages.at(-1))).toBe(0)
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  test('lies above the next one on a printer without a cutter', () => {
    const printer = roll(false)
    const job = jobOf(half, printer)
    const pages = printedAfterCut(createEscposInterpreter(384), job, 9_000, recoveredJob(printer, next))
    const sheet = pages.at(-1)
    const feed = 4 * 34
    expect(pictureDifferences(next, sheet, (sheet?.heightDots ?? 0) - next.heightDots - feed)).toBe(0)
  })

  test('leaves a printer that was switched off and on with white paper', () => {
    const { pages, problems } = createEscposInterpreter(384).feed(recoverAfterCut(roll(true)))
    expect([pages, problems]).toEqual([[], []])
  })
})
