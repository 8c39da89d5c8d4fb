import { expect, test, vi } from 'vitest'
import { createPrintHold } from './print-hold.ts'

const setUp = (isPrinting: boolean, timeoutMs = 10_000) => {
  let finish = (): void => undefined
  const close = vi.fn<() => void>()
  const hold = createPrintHold({
    isPrinting: () => isPrinting,
    finish: () =>
      new Promise((resolve) => {
        finish = resolve
      }),
    close,
    timeoutMs,
  })
  return { hold, close, finish: () => finish() }
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
