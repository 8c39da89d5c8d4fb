import { expect, test } from 'vitest'
import { rememberingSilence } from './remember-silence.ts'
import { ESCPOS_QUESTIONS } from './escpos-questions.ts'
import type { SendOptions, TransportReport } from './transport.ts'

type End = 'silent' | 'confirmed' | 'talks' | 'breaks'

/** Sends job after job, each with its end, and tells which of them were asked for their end. */
const askedOf = async (ends: readonly End[], options: SendOptions = { endOfJob: ESCPOS_QUESTIONS.endOfJob }) => {
  const remember = rememberingSilence()
  const asked: boolean[] = []
  for (const end of ends) {
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

test('a job that asks nothing tells nothing', async () => {
  expect(await askedOf(['silent', 'silent', 'silent'], {})).toEqual([false, false, false])
})
