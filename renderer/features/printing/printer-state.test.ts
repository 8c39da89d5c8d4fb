import { describe, expect, test } from 'vitest'
import { printTrouble } from '../../../shared/domain/print-trouble.ts'
import type { PrinterStatus } from '../../../shared/ipc/printer-settings.ts'
import { adviceFor } from './advice-for.ts'
import { byUrgency, printerStateOf, toneOfState } from './printer-state.ts'

const status = (part: Partial<PrinterStatus> = {}): PrinterStatus => ({
  printerId: 'label',
  work: 'idle',
  sinceMs: 0,
  trouble: null,
  presence: 'unknown',
  condition: null,
  advice: null,
  heardAtMs: null,
  progress: null,
  ...part,
})

const said = (...problems: NonNullable<PrinterStatus['condition']>['problems']) => ({ problems, isPrinting: false })

describe('what is shown of a printer', () => {
  test.each([
    ['nothing known at all', undefined],
    ['nobody can say', status()],
    ['it is there and says nothing of itself', status({ presence: 'present' })],
    ['its last job went well, and it said nothing', status({ presence: 'present', work: 'idle', heardAtMs: 5 })],
  ])('is never well when %s', (_, silent) => {
    const state = printerStateOf(silent, true)
    expect(state.type).toBe('silent')
    expect(toneOfState(state)).toBe('neutral')
  })

  test('is well only by its own answer', () => {
    const state = printerStateOf(status({ presence: 'present', condition: said() }), true)
    expect(toneOfState(state)).toBe('good')
  })

  test('begins with the question that only a person can answer', () => {
    expect(printerStateOf(status({ work: 'asking', condition: said('paper-out') }), true).type).toBe('asking')
  })

  test('forgets the question once it is answered', () => {
    expect(printerStateOf(status({ work: 'asking' }), false).type).toBe('silent')
  })

  test('names what the printer complains of before its last failure', () => {
    expect(printerStateOf(status({ work: 'failed', condition: said('cover-open', 'paper-out') }), true)).toEqual({
      type: 'problems',
      problems: ['cover-open', 'paper-out'],
    })
  })

  test('of a printer that is not there is never the trouble of an older job', () => {
    const old = printTrouble('paper-out', 'an older job')
    for (const work of ['idle', 'failed'] as const) {
      const state = printerStateOf(status({ work, presence: 'absent', trouble: old }), true)
      expect(state).toEqual({ type: 'absent' })
      expect(adviceFor(state, ({ en }) => en, 'Connect it.')).toEqual(['Connect it.'])
    }
  })

  test('says what to do about each complaint, and about the last failure', () => {
    const advice = (part: Partial<PrinterStatus>) =>
      adviceFor(printerStateOf(status(part), true), ({ en }) => en, 'Connect it.')
    expect(advice({ condition: said('jam', 'paper-low') })).toEqual([
      'Paper is jammed. Open the printer and take it out.',
      'Paper is low. Have a new roll ready.',
    ])
    expect(advice({ work: 'failed', presence: 'present', trouble: printTrouble('not-found') })).toEqual([
      expect.stringContaining('Check that it is on'),
    ])
    expect(advice({ presence: 'present', condition: said() })).toEqual([])
  })

  test('takes low paper for a warning, not for a stop', () => {
    expect(toneOfState(printerStateOf(status({ condition: said('paper-low') }), true))).toBe('warn')
    expect(toneOfState(printerStateOf(status({ condition: said('paper-low', 'jam') }), true))).toBe('bad')
  })

  test('puts the most urgent printer first', () => {
    const rows = [
      { id: 'fine', state: printerStateOf(status({ presence: 'present', condition: said() }), true) },
      { id: 'silent', state: printerStateOf(status(), true) },
      { id: 'absent', state: printerStateOf(status({ presence: 'absent' }), true) },
      { id: 'asking', state: printerStateOf(status({ work: 'asking' }), true) },
    ]
    expect(byUrgency(rows).map(({ id }) => id)).toEqual(['absent', 'asking', 'silent', 'fine'])
  })
})
