import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createSharedLock } from './shared-lock.ts'

test('many share it at once; who is alone waits for them, and those who come later wait for him', async () => {
  const lock = createSharedLock()
  const log: string[] = []
  const work = (name: string) => async (): Promise<void> => {
    log.push(`${name} begins`)
    await sleep(5)
    log.push(`${name} ends`)
  }
  await Promise.all([
    lock.shared(work('a')),
    lock.shared(work('b')),
    lock.exclusive(work('alone')),
    lock.shared(work('c')),
    lock.exclusive(work('alone again')),
  ])
  expect(log).toEqual([
    'a begins',
    'b begins',
    'a ends',
    'b ends',
    'alone begins',
    'alone ends',
    'c begins',
    'c ends',
    'alone again begins',
    'alone again ends',
  ])
})

test('work that fails lets the next go on', async () => {
  const lock = createSharedLock()
  const fails = async (): Promise<never> => Promise.reject(new Error('no'))
  const [one, two, three] = await Promise.allSettled([
    lock.shared(fails),
    lock.exclusive(fails),
    lock.shared(async () => Promise.resolve('done')),
  ])
  expect([one.status, two.status, three.status]).toEqual(['rejected', 'rejected', 'fulfilled'])
})
