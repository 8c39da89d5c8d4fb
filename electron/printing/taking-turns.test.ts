import { describe, expect, test } from 'vitest'
import { takingTurns } from './taking-turns.ts'
import { createGate } from './testing/gate.ts'

/** A work that ends when its gate is opened and notes that it began. */
const workOf = (name: string, order: string[]) => {
  const { open, promise } = createGate<string>()
  const run = (): Promise<string> => {
    order.push(name)
    return promise
  }
  return { open, run }
}

describe('taking turns', () => {
  test('lets works of one name wait for each other, in order, and others not', async () => {
    const order: string[] = []
    const turns = takingTurns()
    const [first, second, third, other] = [
      workOf('1', order),
      workOf('2', order),
      workOf('3', order),
      workOf('x', order),
    ]
    const inTurn = [first, second, third].map(({ run }) => turns.take('a', run))
    const aside = turns.take('b', other.run)
    expect(order).toEqual(['1', 'x'])
    second.open('two')
    other.open('other')
    expect(await aside).toBe('other')
    expect(order).toEqual(['1', 'x'])
    first.open('one')
    third.open('three')
    expect(await Promise.all(inTurn)).toEqual(['one', 'two', 'three'])
    expect(order).toEqual(['1', 'x', '2', '3'])
  })

  test('goes on after a work that failed', async () => {
    const turns = takingTurns()
    const failing = turns.take('a', () => Promise.reject(new Error('broke')))
    const next = turns.take('a', async () => 'well')
    await expect(failing).rejects.toThrow('broke')
    expect(await next).toBe('well')
  })

  test('says whose turn is taken until the last work has ended', async () => {
    const turns = takingTurns()
    const work = workOf('1', [])
    const taken = turns.take('a', work.run)
    expect([turns.isTaken('a'), turns.isTaken('b')]).toEqual([true, false])
    work.open('')
    await taken
    expect(turns.isTaken('a')).toBe(false)
  })
})
