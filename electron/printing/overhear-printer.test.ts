import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../shared/domain/testing/property-runs.ts'
import type { PrinterLanguage } from '../../shared/domain/printer.ts'
import { overhearPrinter, type Overheard } from './overhear-printer.ts'
import { questionsFor } from './printer-questions.ts'

const WELL = { isPaperEmpty: false, isSelected: true, hasError: false }
/** Automatic status (ASB): all well, cover open, paper end, paper low. */
const ASB = {
  well: [0x10, 0x00, 0x00, 0x0f],
  cover: [0x38, 0x00, 0x00, 0x0f],
  paperOut: [0x18, 0x00, 0x0c, 0x0f],
  paperLow: [0x10, 0x00, 0x03, 0x0f],
  cutter: [0x18, 0x08, 0x00, 0x0f],
  offline: [0x18, 0x00, 0x00, 0x0f],
}

const listen = (language: PrinterLanguage) => {
  const told: Overheard[] = []
  return Object.assign(
    overhearPrinter(language, (heard) => told.push(heard)),
    { told },
  )
}

describe('what a printer lets know in the middle of a job', () => {
  test.each([
    ['well', [], null],
    ['cover', ['cover-open'], 'cover-open'],
    ['paperOut', ['paper-out'], 'paper-out'],
    ['paperLow', ['paper-low'], null],
    ['cutter', ['cutter'], 'cutter'],
    ['offline', ['offline'], null],
  ] as const)('ESC/POS, automatic status %s: %j', (name, problems, wants) => {
    const overhearing = listen('escpos')
    overhearing.onSaid(Uint8Array.from(ASB[name]))
    expect(overhearing.told).toEqual([{ port: null, said: { problems, isPrinting: false }, wants }])
    expect(overhearing.wants()).toBe(wants)
  })

  test('the last of several counts, also when it comes in pieces', () => {
    const overhearing = listen('escpos')
    for (const byte of [...ASB.well, ...ASB.paperOut, ...ASB.well]) overhearing.onSaid(Uint8Array.of(byte))
    expect(overhearing.told.map(({ wants }) => wants)).toEqual([null, 'paper-out', null])
  })

  test('what says nothing is not told', () => {
    for (const language of ['escpos', 'tspl', 'zpl'] as const) {
      const overhearing = listen(language)
      overhearing.onSaid(Uint8Array.of(0x12, 0x00, 0x14, 0x55))
      expect(overhearing.told).toEqual([])
    }
  })

  test('any noise is read without harm', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 9 })), (pieces) => {
        const overhearing = listen('escpos')
        for (const piece of pieces) overhearing.onSaid(piece)
        expect(overhearing.told.length).toBeLessThanOrEqual(pieces.length)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  test('an empty paper sensor of the port waits for a person, until it is no longer empty; told once each', () => {
    const overhearing = listen('tspl')
    for (const isPaperEmpty of [false, false, true, true, false]) overhearing.onPort({ ...WELL, isPaperEmpty })
    expect(overhearing.told.map(({ wants }) => wants)).toEqual([null, 'paper-out', null])
  })

  test('answers at the end of a job are told as well', () => {
    const overhearing = listen('tspl')
    const { isDone } = overhearing.alsoAtEnd(questionsFor('tspl').endOfJob)
    expect(isDone(Uint8Array.of(0x20))).toBeNull()
    expect(isDone(Uint8Array.of(0x20, 0x04))).toBeNull()
    expect(overhearing.told.map(({ said }) => said)).toEqual([
      { problems: [], isPrinting: true },
      { problems: ['paper-out'], isPrinting: false },
    ])
    expect(isDone(Uint8Array.of(0x20, 0x04, 0x20, 0x00, 0x00))).toBe(true)
    const receipts = listen('escpos')
    expect(receipts.alsoAtEnd(questionsFor('escpos').endOfJob).isDone(Uint8Array.of(0x0c))).toBe(false)
    expect(receipts.wants()).toBe('paper-out')
  })
})
