import { describe, expect, test } from 'vitest'
import { NEVER_MS } from '../../../shared/domain/step.ts'
import { canClose, canRequeue, isSendingFirst, wordForStep } from './order-words.ts'

describe('words for steps', () => {
  test('a queued step that waits for an earlier one says so instead of promising a try', () => {
    expect(wordForStep({ kind: 'forstok.order', state: 'queued', dueAtMs: NEVER_MS }).key).toBe('step.blocked')
    expect(wordForStep({ kind: 'forstok.order', state: 'queued', dueAtMs: 5 }).key).toBe('step.queued')
  })

  test('a closed step never reads as blocked although it is due never', () => {
    expect(wordForStep({ kind: 'forstok.order', state: 'closed', dueAtMs: NEVER_MS }).key).toBe('step.closed')
  })
})

describe('what a person may do with a step', () => {
  test('a queued step can be closed once it was tried', () => {
    const attempt = {
      atMs: 1,
      mode: 'send',
      outcome: 'retry',
      message: '',
      httpStatus: null,
      durationMs: null,
    } as const
    expect(canClose({ kind: 'forstok.order', state: 'queued', attempts: [] })).toBe(false)
    expect(canClose({ kind: 'forstok.order', state: 'queued', attempts: [attempt] })).toBe(true)
  })

  test('the way to the services comes first until all is sent or closed', () => {
    expect(isSendingFirst({ forstok: 'sent', accurate: 'waiting' })).toBe(true)
    expect(isSendingFirst({ forstok: 'task', accurate: 'sent' })).toBe(true)
    expect(isSendingFirst({ forstok: 'closed', accurate: 'sent' })).toBe(false)
    expect(isSendingFirst({ forstok: 'none', accurate: 'sent' })).toBe(false)
  })

  test('a sent or running step can neither be tried again nor closed', () => {
    for (const state of ['sent', 'claimed'] as const) {
      expect(canRequeue({ kind: 'forstok.order', state })).toBe(false)
      expect(canClose({ kind: 'forstok.order', state, attempts: [] })).toBe(false)
    }
  })

  test('attention allows both; closed only another try; unknown only closing', () => {
    expect([
      canRequeue({ kind: 'forstok.order', state: 'attention' }),
      canClose({ kind: 'forstok.order', state: 'attention', attempts: [] }),
    ]).toEqual([true, true])
    expect([
      canRequeue({ kind: 'forstok.order', state: 'closed' }),
      canClose({ kind: 'forstok.order', state: 'closed', attempts: [] }),
    ]).toEqual([true, false])
    expect([
      canRequeue({ kind: 'forstok.order', state: 'unknown' }),
      canClose({ kind: 'forstok.order', state: 'unknown', attempts: [] }),
    ]).toEqual([false, true])
  })
})

describe('a task for a person', () => {
  const task = { kind: 'forstok.return', attempts: [], dueAtMs: NEVER_MS } as const

  test('is worded as a task until it is ticked off', () => {
    expect(wordForStep({ ...task, state: 'attention' }).key).toBe('step.task')
    expect(wordForStep({ ...task, state: 'closed' }).key).toBe('step.taskDone')
  })

  test('is neither tried again nor closed with a reason, but can be taken up again', () => {
    expect([canRequeue({ ...task, state: 'attention' }), canClose({ ...task, state: 'attention' })]).toEqual([
      false,
      false,
    ])
    expect(canRequeue({ ...task, state: 'closed' })).toBe(true)
  })
})
