import { describe, expect, test } from 'vitest'
import type { PrinterCondition, PrinterProblem } from '../../shared/domain/printer-condition.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import { afterInquiry, NOTHING_KNOWN, type Asked, type PrinterKnowledge } from './printer-monitor-knowledge.ts'
import type { Inquiry, PortStatus } from './transport.ts'

const WELL: PortStatus = { isPaperEmpty: false, isSelected: true, hasError: false }
const EMPTY: PortStatus = { isPaperEmpty: true, isSelected: false, hasError: true }
/** Answers of a printer of these tests: one byte, 0 for all well, 1 for an open cover, 2 for low paper; else nonsense. */
const read = (answers: Uint8Array): PrinterCondition | null => {
  if (answers[0] === 0) return { problems: [], isPrinting: false }
  if (answers[0] === 1) return { problems: ['cover-open'], isPrinting: false }
  return answers[0] === 2 ? { problems: ['paper-low'], isPrinting: true } : null
}
const answer = (byte: number, port: PortStatus | null = null): Inquiry => ({
  type: 'answered',
  answers: Uint8Array.of(byte),
  port,
})
const silence = (port: PortStatus | null = null): Inquiry => ({ type: 'silent', port })
const absent = (code: 'not-found' | 'busy' | 'not-permitted'): Inquiry => ({
  type: 'absent',
  trouble: printTrouble(code),
})

const after = (inquiries: readonly Inquiry[], how: Partial<Asked> = {}): PrinterKnowledge =>
  inquiries.reduce<PrinterKnowledge>(
    (before, inquiry, index) =>
      afterInquiry(before, inquiry, { way: 'usb', read, nowMs: index + 1, tookMs: 10, ...how }),
    NOTHING_KNOWN,
  )
const problemsAfter = (...inquiries: readonly Inquiry[]): readonly string[] | null =>
  after(inquiries).condition?.problems ?? null

describe('what is known of a printer', () => {
  test('is what it said, and that it is there', () => {
    expect(after([answer(1)])).toMatchObject({
      presence: 'present',
      condition: { problems: ['cover-open'] },
      heardAtMs: 1,
      unanswered: 0,
    })
    expect(problemsAfter(answer(0))).toEqual([])
  })

  test('is nothing of its condition when it is silent or answers nonsense', () => {
    expect(after([silence()])).toMatchObject({ presence: 'present', condition: null, unanswered: 1 })
    expect(after([answer(9)])).toMatchObject({ presence: 'present', condition: null, unanswered: 1 })
    expect(problemsAfter(answer(0), silence())).toBe(null)
  })

  test('holds the last words of a printer in trouble until it was silent three times', () => {
    expect(problemsAfter(answer(1), silence(), silence())).toEqual(['cover-open'])
    expect(problemsAfter(answer(1), silence(), silence(), silence())).toBe(null)
    expect(problemsAfter(answer(1), answer(0))).toEqual([])
  })

  test('counts an empty paper sensor of the port, whatever the language says', () => {
    expect(problemsAfter(silence(EMPTY))).toEqual(['paper-out'])
    expect(problemsAfter(answer(0, EMPTY))).toEqual(['paper-out'])
    expect(problemsAfter(answer(1, EMPTY))).toEqual(['paper-out', 'cover-open'])
    expect(problemsAfter(answer(2, EMPTY))).toEqual(['paper-out'])
  })

  test('takes neither health nor illness from a port that says that all is well, or nothing', () => {
    expect(problemsAfter(silence(WELL))).toBe(null)
    expect(problemsAfter(answer(1, WELL))).toEqual(['cover-open'])
    expect(problemsAfter(silence({ isPaperEmpty: false, isSelected: false, hasError: true }))).toBe(null)
    expect(problemsAfter(silence(EMPTY), silence(WELL))).toBe(null)
  })

  test('keeps what was said when only the port is asked, and does not count that as silence', () => {
    const before = after([answer(1)])
    const next = afterInquiry(before, silence(WELL), { way: 'usb', read: null, nowMs: 9, tookMs: 0 })
    expect(next).toMatchObject({ condition: { problems: ['cover-open'] }, unanswered: 0, heardAtMs: 9 })
    expect(next.questionedAtMs).toBe(1)
  })

  test('ends when the printer is gone, but not when it was last heard of', () => {
    expect(after([answer(1), absent('not-found')])).toMatchObject({
      presence: 'absent',
      condition: null,
      spoken: null,
      heardAtMs: 1,
    })
    expect(after([absent('not-found'), silence()])).toMatchObject({ presence: 'present', condition: null })
  })

  test('does not call a printer absent that somebody else uses or that may not be opened', () => {
    expect(after([answer(0), absent('busy')]).presence).toBe('present')
    expect(after([answer(0), absent('busy')], { way: 'tcp' }).presence).toBe('unknown')
    expect(after([absent('not-permitted')]).presence).toBe('unknown')
  })

  test('calls a network printer absent only after a second miss', () => {
    expect(after([answer(1), absent('not-found')], { way: 'tcp' })).toMatchObject({
      presence: 'present',
      condition: { problems: ['cover-open'] },
    })
    expect(after([answer(1), absent('not-found'), absent('not-found')], { way: 'tcp' })).toMatchObject({
      presence: 'absent',
      condition: null,
    })
    expect(after([absent('not-found'), answer(0), absent('not-found')], { way: 'tcp' }).presence).toBe('present')
  })

  test('says nothing of what is behind a serial port that stays silent', () => {
    expect(after([silence()], { way: 'serial' })).toMatchObject({ presence: 'unknown', heardAtMs: null })
    expect(after([answer(0), silence(), silence()], { way: 'serial' })).toMatchObject({
      presence: 'present',
      heardAtMs: 1,
    })
    expect(after([answer(0), silence(), silence(), silence()], { way: 'serial' }).presence).toBe('unknown')
  })

  test('is of a queue what the system says is wrong, and nothing as soon as it says nothing', () => {
    const port: PortStatus = { isPaperEmpty: false, isSelected: false, hasError: true }
    expect(after([silence(port)], { way: 'spooler', read: null })).toMatchObject({
      presence: 'unknown',
      condition: { problems: ['error', 'offline'] },
      heardAtMs: 1,
    })
    expect(after([silence(port), { type: 'deaf' }], { way: 'spooler', read: null })).toEqual({
      ...NOTHING_KNOWN,
      heardAtMs: 1,
    })
    expect(after([absent('not-found')], { way: 'cups' }).presence).toBe('absent')
    expect(after([absent('not-found'), silence()], { way: 'cups', read: null }).presence).toBe('unknown')
  })

  test('is of a queue that is asked by itself what it says, and nothing of its printer when nothing is wrong', () => {
    const told = (problems: readonly PrinterProblem[], isConnecting = false): Inquiry => ({
      type: 'told',
      problems,
      isPrinting: false,
      isConnecting,
    })
    const known = (...inquiries: readonly Inquiry[]): PrinterKnowledge => after(inquiries, { way: 'cups', read: null })
    expect(known(told(['jam', 'queue-paused']))).toMatchObject({
      presence: 'unknown',
      condition: { problems: ['jam', 'queue-paused'] },
      heardAtMs: 1,
      isQuick: true,
    })
    expect(known(told(['jam']), told([]))).toEqual({ ...NOTHING_KNOWN, heardAtMs: 1, isQuick: true })
    expect(known(told([]), { type: 'deaf' }).isQuick).toBe(false)
    expect(known(told([]), absent('not-found'))).toMatchObject({ presence: 'absent', isQuick: false })
    // Every job begins with it.
    expect(known(told([], true)).condition).toBe(null)
    expect(known(told([], true), told([]), told([], true)).condition).toBe(null)
    expect(known(told([], true), told([], true)).condition?.problems).toEqual(['offline'])
    expect(known(told(['offline'], true), told(['offline'], true)).condition?.problems).toEqual(['offline'])
  })

  test('holds how soon the printer was found, also when it is not found for once', () => {
    const wayOver = (tookMs: number) => ({ way: 'tcp', tookMs }) as const
    expect(after([answer(0)], wayOver(500)).isPrompt).toBe(true)
    expect(after([answer(0)], wayOver(501)).isPrompt).toBe(false)
    expect(after([answer(0), absent('not-found')], wayOver(10)).isPrompt).toBe(true)
  })

  test('is nothing for good on a way that carries no answers', () => {
    expect(after([{ type: 'deaf' }])).toEqual({ ...NOTHING_KNOWN, isDeaf: true })
  })
})
