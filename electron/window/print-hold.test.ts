import { expect, test, vi } from 'vitest'
import { createPrintHold } from './print-hold.ts'

const setUp = (isPrinting: boolean, timeoutMs = 10_000) => {
  let finish = (): void => undefined
  const close = vi.fn<() => void>()
  const resume = vi.fn<() => void>()
  const hold = createPrintHold({
    isPrinting: () => isPrinting,
    finish: () =>
      new Promise((resolve) => {
        finish = resolve
      }),
    resume,
    close,
    timeoutMs,
  })
  return { hold, close, resume, finish: () => finish() }
}

test('nothing is held while no printer is at work', () => {
  expect(setUp(false).hold.holds()).toBe(false)
})

test('a close waits for what is being sent, and then happens once', async () => {
  const { hold, close, finish } = setUp(true)
  expect([hold.holds(), hold.holds()]).toEqual([true, true])
  expect(close).not.toHaveBeenCalled()
  finish()
  await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1))
  expect(hold.holds()).toBe(false)
})

test('a printer that never ends holds it no longer than the limit', async () => {
  const { hold, close } = setUp(true, 5)
  expect(hold.holds()).toBe(true)
  await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1))
  expect(hold.holds()).toBe(false)
})

test('a window that another reason keeps open prints on, and can be held again', async () => {
  const { hold, close, resume, finish } = setUp(true)
  hold.staysOpen()
  expect(resume).not.toHaveBeenCalled()
  expect(hold.holds()).toBe(true)
  hold.staysOpen()
  expect(resume).toHaveBeenCalledTimes(1)
  finish()
  await Promise.resolve()
  expect(close).not.toHaveBeenCalled()
  expect(hold.holds()).toBe(true)
  finish()
  await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1))
  // A sale that waits now keeps it open after all.
  hold.staysOpen()
  expect(resume).toHaveBeenCalledTimes(2)
})
