import { describe, expect, test } from 'vitest'
import type { Printer, TransportSettings } from '../../shared/domain/printer.ts'
import { receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { NOTHING_KNOWN, type PrinterKnowledge } from './printer-monitor-knowledge.ts'
import { askAgainAfterMs, isQuestionDue, MONITOR_INTERVALS, reachTimeoutMs } from './printer-monitor-pace.ts'

const INTERVALS = { promptMs: 1, costlyMs: 2, rareMs: 4, soonMs: 5 }
const TCP: TransportSettings = { type: 'tcp', host: '10.0.0.9', port: 9100 }
const USB: TransportSettings = { type: 'usb', vendorId: 1, productId: 2, serialNumber: null }
const SERIAL: TransportSettings = { type: 'serial', path: '/dev/ttyUSB0', baudRate: 9600, serialNumber: null }
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
      for (const knowledge of [NOTHING_KNOWN, ill, shy]) expect(after(on(way), knowledge)).toBe(INTERVALS.promptMs)
    }
    expect(after(on(SERIAL), ill)).toBe(INTERVALS.promptMs)
    expect(after(on(SERIAL), shy)).toBe(INTERVALS.rareMs)
  })

  test('shows within a second what a cheap question tells, whether a person looks or not', () => {
    expect(MONITOR_INTERVALS.promptMs).toBeLessThan(1000)
    for (const way of [TCP, { type: 'spooler', name: 'X' }] satisfies TransportSettings[]) {
      for (const knowledge of [NOTHING_KNOWN, known({}), low, ill]) {
        expect(after(on(way), knowledge)).toBe(INTERVALS.promptMs)
        expect(after(on(way), knowledge, true)).toBe(INTERVALS.promptMs)
      }
    }
  })

  test('is slow where a program is started or a file server asked, until something is wrong or a person looks', () => {
    for (const way of [
      { type: 'cups', queue: 'X' },
      { type: 'file', folder: '/x' },
    ] satisfies TransportSettings[]) {
      expect(after(on(way), known({}))).toBe(INTERVALS.costlyMs)
      expect(after(on(way), low)).toBe(INTERVALS.costlyMs)
      expect(after(on(way), known({}), true)).toBe(INTERVALS.promptMs)
      expect(after(on(way), ill)).toBe(INTERVALS.promptMs)
      expect(after(on(way), known({ presence: 'absent' }))).toBe(INTERVALS.promptMs)
    }
  })

  test('is quick at a queue of CUPS that told its state by itself', () => {
    expect(after(on({ type: 'cups', queue: 'X' }), known({ presence: 'unknown', isQuick: true }))).toBe(
      INTERVALS.promptMs,
    )
  })

  test('gives up a network printer that was always found at once within a second and a quarter, in two looks', () => {
    const looks = [known({ isPrompt: true }), known({ isPrompt: true, missed: 1 })].map(reachTimeoutMs)
    expect(looks).toEqual([500, 700])
    // The second look follows at once: its own pause is over when the first ends.
    expect(MONITOR_INTERVALS.soonMs).toBeLessThan(500)
  })

  test('gives a network printer more time that is slow to be found, unknown, or to be found again', () => {
    expect(reachTimeoutMs(NOTHING_KNOWN)).toBe(1000)
    expect(reachTimeoutMs(known({ isPrompt: false }))).toBe(1000)
    expect(reachTimeoutMs(known({ presence: 'absent', isPrompt: true, missed: 2 }))).toBe(1000)
  })

  test('is quick over a network in trouble and in absence, and quickest after a first miss', () => {
    expect(after(on(TCP), ill)).toBe(INTERVALS.promptMs)
    expect(after(on(TCP), known({ presence: 'absent', missed: 9 }))).toBe(INTERVALS.promptMs)
    expect(after(on(TCP, { asksStatus: false }), ill)).toBe(INTERVALS.promptMs)
    expect(after(on(TCP), known({ missed: 1 }))).toBe(INTERVALS.soonMs)
  })

  test('leaves network printers alone that do not answer or must not be asked', () => {
    expect(after(on(TCP), shy)).toBe(INTERVALS.rareMs)
    expect(after(on(TCP), shy, true)).toBe(INTERVALS.costlyMs)
    expect(after(on(TCP, { asksStatus: false }), known({}))).toBe(INTERVALS.rareMs)
  })

  test('asks nothing where nothing is ever heard', () => {
    expect(after(on({ type: 'practice' }), known({}), true)).toBe(null)
    expect(after(on({ type: 'spooler', name: 'X' }), known({ isDeaf: true }), true)).toBe(null)
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
