import { describe, expect, test } from 'vitest'
import type { Printer, TransportSettings } from '../../shared/domain/printer.ts'
import { receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { NOTHING_KNOWN, type PrinterKnowledge } from './printer-monitor-knowledge.ts'
import { askAgainAfterMs, isQuestionDue } from './printer-monitor-pace.ts'

const INTERVALS = { cableMs: 1, networkMs: 2, closeMs: 3, rareMs: 4, soonMs: 5 }
const TCP: TransportSettings = { type: 'tcp', host: '10.0.0.9', port: 9100 }
const USB: TransportSettings = { type: 'usb', vendorId: 1, productId: 2, serialNumber: null }
const SERIAL: TransportSettings = { type: 'serial', path: '/dev/ttyUSB0', baudRate: 9600 }
const on = (transport: TransportSettings, changes: Partial<Printer> = {}): Printer => ({
  ...receiptPrinter('p', 'P', transport),
  ...changes,
})
const known = (changes: Partial<PrinterKnowledge>): PrinterKnowledge => ({
  ...NOTHING_KNOWN,
  presence: 'present',
  ...changes,
})
const ill = known({ condition: { problems: ['cover-open'], isPrinting: false } })
const low = known({ condition: { problems: ['paper-low'], isPrinting: false } })
const shy = known({ unanswered: 3, questionedAtMs: 1000 })
const after = (printer: Printer, knowledge: PrinterKnowledge, isClose = false): number | null =>
  askAgainAfterMs(printer, knowledge, isClose, INTERVALS)

describe('the pace of asking', () => {
  test('is quick on a cable, whatever is known', () => {
    for (const way of [USB, { type: 'device', path: '/dev/usb/lp0' }] satisfies TransportSettings[]) {
      for (const knowledge of [NOTHING_KNOWN, ill, shy]) expect(after(on(way), knowledge)).toBe(INTERVALS.cableMs)
    }
    expect(after(on(SERIAL), ill)).toBe(INTERVALS.cableMs)
    expect(after(on(SERIAL), shy)).toBe(INTERVALS.rareMs)
  })

  test('is slow over a network while all seems well', () => {
    expect(after(on(TCP), NOTHING_KNOWN)).toBe(INTERVALS.networkMs)
    expect(after(on(TCP), low)).toBe(INTERVALS.networkMs)
  })

  test('is closer over a network in trouble, in absence and while a person looks', () => {
    expect(after(on(TCP), ill)).toBe(INTERVALS.closeMs)
    expect(after(on(TCP), known({ presence: 'absent', missed: 9 }))).toBe(INTERVALS.closeMs)
    expect(after(on(TCP), known({}), true)).toBe(INTERVALS.closeMs)
    expect(after(on(TCP), known({ missed: 1 }))).toBe(INTERVALS.soonMs)
  })

  test('leaves network printers alone that do not answer or must not be asked', () => {
    expect(after(on(TCP), shy)).toBe(INTERVALS.rareMs)
    expect(after(on(TCP), shy, true)).toBe(INTERVALS.networkMs)
    expect(after(on(TCP, { asksStatus: false }), known({}))).toBe(INTERVALS.rareMs)
  })

  test('asks nothing where nothing is ever heard', () => {
    expect(after(on({ type: 'practice' }), known({}), true)).toBe(null)
    expect(after(on({ type: 'spooler', name: 'X' }), known({ isDeaf: true }), true)).toBe(null)
    expect(after(on({ type: 'cups', queue: 'X' }), known({}))).toBe(INTERVALS.networkMs)
  })

  test('asks a printer that does not answer in its language only now and then', () => {
    const due = (printer: Printer, knowledge: PrinterKnowledge, nowMs: number): boolean =>
      isQuestionDue(printer, knowledge, nowMs, { ...INTERVALS, rareMs: 30_000 })
    expect(due(on(USB), known({ unanswered: 2, questionedAtMs: 1000 }), 1001)).toBe(true)
    expect(due(on(USB), shy, 30_999)).toBe(false)
    expect(due(on(USB), shy, 31_000)).toBe(true)
    const nextAfterMs = (unanswered: number): number => {
      const knowledge = known({ unanswered, questionedAtMs: 0 })
      return [30_000, 60_000, 120_000, 240_000].find((nowMs) => due(on(USB), knowledge, nowMs)) ?? Infinity
    }
    expect([3, 4, 5, 6, 7, 99].map(nextAfterMs)).toEqual([30_000, 60_000, 120_000, 240_000, 240_000, 240_000])
    // The clock was put back.
    expect(due(on(USB), shy, -50_000)).toBe(true)
    expect(due(on(USB, { asksStatus: false }), NOTHING_KNOWN, 0)).toBe(false)
    expect(due(on({ type: 'cups', queue: 'X' }), NOTHING_KNOWN, 0)).toBe(false)
  })
})
