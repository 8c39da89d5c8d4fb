import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advanceBurst, type Burst, EMPTY_BURST, isAtScannerPace, type KeyPress, type Scan } from './scanner.ts'

const press = (key: string, atMs: number, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  atMs,
  isRepeat: false,
  hasModifier: false,
  ...part,
})

const wholeScansOf = (presses: readonly KeyPress[]): readonly Scan[] => {
  let burst: Burst = EMPTY_BURST
  const scans: Scan[] = []
  for (const each of presses) {
    const next = advanceBurst(burst, each)
    burst = next.burst
    if (next.outcome.type === 'scan') scans.push(next.outcome.scan)
  }
  return scans
}

/** The codes as they are once what a person typed just before is left out. */
const scansOf = (presses: readonly KeyPress[]): readonly string[] =>
  wholeScansOf(presses).map((scan) => scan.withoutFirstKeys ?? scan.code)

const keysOf = (text: string): string[] => text.split('')

/** Keys with the given gaps before each of them. */
const typed = (keys: readonly string[], gapsMs: readonly number[], startMs = 1_000): readonly KeyPress[] => {
  let atMs = startMs
  return keys.map((key, index) => {
    atMs += index === 0 ? 0 : (gapsMs[index - 1] ?? 10)
    return press(key, atMs)
  })
}

const code = fc.stringMatching(/^[0-9A-Za-z-]{4,30}$/)
const ending = fc.constantFrom('Enter', 'Tab')

describe('the scan detector', () => {
  test('takes a quick burst that ends with Enter or Tab as a scan', () => {
    fc.assert(
      fc.property(
        code,
        ending,
        fc.array(fc.integer({ min: 0, max: 35 }), { minLength: 31, maxLength: 31 }),
        (text, end, gaps) => {
          expect(scansOf(typed([...keysOf(text), end], gaps))).toEqual([text])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('never takes a person’s typing as a scan, whatever its rhythm', () => {
    fc.assert(
      fc.property(
        code,
        ending,
        fc.array(fc.integer({ min: 36, max: 400 }), { minLength: 31, maxLength: 31 }),
        (text, end, gaps) => {
          expect(scansOf(typed([...keysOf(text), end], gaps))).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('counts two scans in quick succession, both', () => {
    fc.assert(
      fc.property(code, code, fc.integer({ min: 1, max: 500 }), (first, second, pauseMs) => {
        const one = typed([...keysOf(first), 'Enter'], [])
        const lastMs = one.at(-1)?.atMs ?? 0
        expect(scansOf([...one, ...typed([...keysOf(second), 'Enter'], [], lastMs + pauseMs)])).toEqual([first, second])
      }),
      { numRuns: 300 },
    )
  })

  test.each([200, 90])('leaves out what a person typed %i ms before the scan began', (pauseMs) => {
    const person = typed(keysOf('kopi'), [95, 110, 100])
    const lastMs = person.at(-1)?.atMs ?? 0
    const scan = typed([...keysOf('8996001354124'), 'Enter'], [], lastMs + pauseMs)
    expect(scansOf([...person, ...scan])).toEqual(['8996001354124'])
  })

  test('keeps the whole code when its own first key came late, to be tried before the shortened one', () => {
    const scan = typed([...keysOf('089686010015'), 'Enter'], [90])
    expect(wholeScansOf(scan)).toEqual([{ code: '089686010015', withoutFirstKeys: '89686010015' }])
    expect(wholeScansOf(typed([...keysOf('089686010015'), 'Enter'], []))).toEqual([
      { code: '089686010015', withoutFirstKeys: null },
    ])
  })

  test('does not hold a person’s function key for a scanner’s, however soon it follows', () => {
    const bursts = (gapMs: number): Burst =>
      typed(keysOf('kopi'), [gapMs, gapMs, gapMs]).reduce((burst, each) => advanceBurst(burst, each).burst, EMPTY_BURST)
    expect(isAtScannerPace(bursts(80), 1_300)).toBe(false)
    expect(isAtScannerPace(bursts(10), 1_040)).toBe(true)
  })

  test('bears a pause or two within the scan, as on a busy machine', () => {
    const gaps = [12, 12, 110, 12, 12, 12, 12, 95, 12, 12, 12, 12, 60]
    expect(scansOf(typed([...keysOf('8996001354124'), 'Enter'], gaps))).toEqual(['8996001354124'])
  })

  test('takes an Enter that comes late as a person’s', () => {
    expect(scansOf([...typed(keysOf('89960013'), []), press('Enter', 1_500)])).toEqual([])
  })

  test('needs at least four characters', () => {
    expect(scansOf(typed([...keysOf('123'), 'Enter'], []))).toEqual([])
    expect(scansOf(typed([...keysOf('1234'), 'Enter'], []))).toEqual(['1234'])
  })

  test('does not take a key that is held down for a scanner', () => {
    const held = Array.from({ length: 20 }, (_, index) => press('1', 1_000 + index * 30, { isRepeat: index > 0 }))
    expect(scansOf([...held, press('Enter', 1_600)])).toEqual([])
  })

  test('ignores Shift, function keys, control characters and combinations within the burst', () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom('Shift', 'F8', 'Unidentified', '\u001D', '\u0002', 'CapsLock', 'AltGraph'),
        fc.nat(),
        (text, noise, place) => {
          const keys = keysOf(text)
          keys.splice(place % (keys.length + 1), 0, noise)
          expect(scansOf(typed([...keys, 'Enter'], []))).toEqual([text])
        },
      ),
      { numRuns: 300 },
    )
    const withControl = typed([...keysOf('12345678'), 'Enter'], [])
    expect(scansOf(withControl.toSpliced(4, 0, press('j', 1_035, { hasModifier: true })))).toEqual(['12345678'])
  })

  test('takes a function key after a pause as a person’s, even when characters came before it', () => {
    let burst: Burst = EMPTY_BURST
    for (const each of typed(keysOf('kopi'), [])) burst = advanceBurst(burst, each).burst
    expect(advanceBurst(burst, press('F9', 9_000)).outcome).toEqual({ type: 'person' })
  })

  test('gives up what it collected when a person corrects or moves the cursor', () => {
    expect(scansOf(typed([...keysOf('12345'), 'Backspace', 'Enter'], []))).toEqual([])
    expect(scansOf(typed([...keysOf('12345'), 'ArrowDown', 'Enter'], []))).toEqual([])
  })
})
