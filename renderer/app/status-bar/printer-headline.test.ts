import { expect, test } from 'vitest'
import type { PrinterState } from '../../features/printing/printer-state.ts'
import { printerHeadline, type PrinterRow } from './printer-headline.ts'

const FINE: PrinterState = { type: 'fine' }
const row = (name: string, state: PrinterState, hasAdvice = false): PrinterRow => ({ id: name, name, state, hasAdvice })
const headline = (...rows: readonly PrinterRow[]): string | null => {
  const named = printerHeadline(rows)
  return named === null ? null : `${named.row.name}: ${named.about}`
}

test('the status bar names the most urgent trouble of the printers', () => {
  expect(headline(row('a', { type: 'absent' }), row('b', FINE))).toBe('a: state')
  expect(headline(row('a', { type: 'problems', problems: ['paper-low'] }))).toBe('a: state')
})

test('it names what should be mended only when nothing is wrong and nothing prints', () => {
  const advised = row('b', { type: 'silent', isPresent: false }, true)
  expect(headline(advised)).toBe('b: advice')
  expect(headline(row('a', FINE), advised, row('c', FINE, true))).toBe('b: advice')
  expect(headline(row('a', { type: 'absent' }), advised)).toBe('a: state')
  expect(headline(row('a', { type: 'sending', progress: null }), advised)).toBe('a: state')
})

test('it names no printer of which there is nothing to say', () => {
  expect(headline()).toBe(null)
  expect(headline(row('a', { type: 'silent', isPresent: true }), row('b', FINE))).toBe(null)
})
