import { expect, test } from 'vitest'
import { rememberingSilence } from './remember-silence.ts'
import { ESCPOS_QUESTIONS } from './escpos-questions.ts'
import type { SendOptions, TransportReport } from './transport.ts'

type End = 'silent' | 'confirmed' | 'talks' | 'breaks' | 'later'

const LATER_MS = 10 * 60_000

/** Sends job after job, each with its end, and tells which of them were asked for their end. */
const askedOf = async (ends: readonly End[], options: SendOptions = { endOfJob: ESCPOS_QUESTIONS.endOfJob }) => {
  let nowMs = 1_000_000
  const remember = rememberingSilence(() => nowMs)
  const asked: boolean[] = []
  for (const end of ends) {
    if (end === 'later') {
      nowMs += LATER_MS
      continue
    }
    const send = async (bytes: Uint8Array, { endOfJob }: SendOptions = {}): Promise<TransportReport> => {
      asked.push(endOfJob !== undefined)
      return {
        acceptedBytes: bytes.length,
        hasBegun: true,
        trouble: end === 'breaks' ? { code: 'cut-off', detail: '' } : null,
        answers: end === 'talks' ? Uint8Array.of(1) : new Uint8Array(),
        isConfirmed: end === 'confirmed',
      }
    }
    await remember('a', { send, ask: async () => ({ type: 'deaf' }) }).send(Uint8Array.of(1), options)
  }
  return asked
}

test('a printer that twice did not say that it was done is not waited for again', async () => {
  expect(await askedOf(['silent', 'silent', 'silent', 'silent'])).toEqual([true, true, false, false])
})

test('one that says anything, or was cut off, is asked on', async () => {
  expect(await askedOf(['silent', 'confirmed', 'silent', 'silent', 'silent'])).toEqual([true, true, true, true, false])
  expect(await askedOf(['silent', 'talks', 'silent', 'silent'])).toEqual([true, true, true, true])
  expect(await askedOf(['silent', 'breaks', 'breaks', 'silent', 'silent'])).toEqual([true, true, true, true, false])
})

test('one that was silent is asked again after a while, once', async () => {
  expect(await askedOf(['silent', 'silent', 'silent', 'later', 'silent', 'silent'])).toEqual([
    true,
    true,
    false,
    true,
    false,
  ])
  expect(await askedOf(['silent', 'silent', 'later', 'confirmed', 'silent', 'silent', 'silent'])).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ])
})

test('one that says anything without being asked is asked again, once', async () => {
  expect(await askedOf(['silent', 'silent', 'talks', 'silent', 'silent'])).toEqual([true, true, false, true, false])
})

test('one that stays silent is asked ever more rarely: a day of sales does not wait for it again and again', async () => {
  const day = Array.from({ length: 60 }, (): readonly End[] => ['silent', 'later']).flat()
  expect((await askedOf(day)).filter(Boolean).length).toBeLessThan(9)
})

test('a job that asks nothing tells nothing', async () => {
  expect(await askedOf(['silent', 'silent', 'silent'], {})).toEqual([false, false, false])
})
