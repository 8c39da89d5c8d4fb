import { describe, expect, test } from 'vitest'
import { closingLine, type RigResult } from './rigs/rig-run.ts'
import { demandInTime, tryInTime, type TriedEnd } from './rigs/usb/guest/second-try.ts'

/** A scenario whose tries end so, in order: in time, too late, or with what did not hold. */
const scenarioOf = (...tries: readonly ('in time' | 'too late' | Error)[]) => {
  const state = { tries: 0 }
  const run = async (): Promise<string> => {
    const end = tries[state.tries]
    state.tries += 1
    if (end instanceof Error) throw end
    demandInTime(end === 'in time', `figures ${String(state.tries)}`)
    return `figures ${String(state.tries)}`
  }
  return Object.assign(state, { run })
}

describe('a scenario of a rig', () => {
  test('is tried once when it holds', async () => {
    const scenario = scenarioOf('in time')
    expect(await tryInTime(scenario.run)).toEqual<TriedEnd>({
      isGood: true,
      facts: 'figures 1',
      tooLateAtFirst: null,
    })
    expect(scenario.tries).toBe(1)
  })

  test('that printed twice once has failed, however well it would go the second time', async () => {
    const scenario = scenarioOf(new Error('got 240 bytes in place of 120'), 'in time')
    expect(await tryInTime(scenario.run)).toEqual<TriedEnd>({
      isGood: false,
      facts: 'got 240 bytes in place of 120',
      tooLateAtFirst: null,
    })
    expect(scenario.tries).toBe(1)
  })

  test('that was too slow is tried once more, and keeps what it said at first', async () => {
    const scenario = scenarioOf('too late', 'in time')
    expect(await tryInTime(scenario.run)).toEqual<TriedEnd>({
      isGood: true,
      facts: 'figures 2',
      tooLateAtFirst: 'figures 1',
    })
  })

  test('that was too slow twice, or wrong at its second try, has failed', async () => {
    const slow = scenarioOf('too late', 'too late', 'in time')
    expect(await tryInTime(slow.run)).toMatchObject({ isGood: false, facts: 'figures 2' })
    expect(slow.tries).toBe(2)
    const wrong = scenarioOf('too late', new Error('more came by itself'))
    expect(await tryInTime(wrong.run)).toMatchObject({ isGood: false, facts: 'more came by itself' })
  })
})

describe('the closing line of a rig', () => {
  const result = (changes: Partial<RigResult>): RigResult => ({
    title: 'usb: x',
    isGood: true,
    facts: '1 ms',
    tookMs: 1,
    tooLateAtFirst: null,
    ...changes,
  })

  test('counts what held and what did not', () => {
    const results = [result({}), result({ isGood: false, tooLateAtFirst: '9 ms' })]
    expect(closingLine('usb', { results, skippedBecause: null }, 61_400)).toBe('Rig usb: 1 passed, 1 failed in 61 s')
  })

  test('names what was in time only at its second try', () => {
    const results = [result({}), result({ title: 'usb: told at once', tooLateAtFirst: 'pulled: 2,100 ms' })]
    expect(closingLine('usb', { results, skippedBecause: null }, 1000)).toBe(
      'Rig usb: 2 passed, 0 failed in 1 s; in time only at the second try: usb: told at once (at first: pulled: 2,100 ms)',
    )
  })

  test('says in one line why the rig did not run', () => {
    expect(closingLine('usb', { results: [], skippedBecause: 'no\nqemu' }, 1)).toBe('Rig usb DID NOT RUN: no qemu')
  })
})
