/** How a keyboard-wedge scanner differs from a person: it types fast and evenly, and ends with Enter or Tab. */
export const SCAN_LIMITS = {
  /** Between two keys, the median over the burst. Fast typists stay above 60 ms. */
  medianGapMs: 35,
  /** A longer pause starts a new burst. A busy machine may well pause a scanner for three or four keys' time. */
  longestGapMs: 120,
  /** What came before the first gap as short as this was typed by a person just before the scan. */
  longestFirstGapMs: 70,
  fewestCharacters: 4,
} as const

/** One key going down, as far as the detector cares. */
export type KeyPress = {
  readonly key: string
  /** When the system saw it (event.timeStamp), in milliseconds: not delayed by a busy page. */
  readonly atMs: number
  /** A key held down repeats about every 30 ms and must not look like a scanner. */
  readonly isRepeat: boolean
  /** Control, Alt or Meta is held. */
  readonly hasModifier: boolean
}

/** The characters that came quickly one after the other so far. */
export type Burst = { readonly characters: string; readonly timesMs: readonly number[] }

export const EMPTY_BURST: Burst = { characters: '', timesMs: [] }

/**
 * A scan as it came. When the first key stood somewhat apart it may be a person's, typed just before, or the scanner's
 * own, late on a busy machine: `withoutFirstKeys` is then the code without it, to be tried only when `code` names nothing,
 * since a shortened barcode can be another item's.
 */
export type Scan = { readonly code: string; readonly withoutFirstKeys: string | null }

export type ScanOutcome =
  /** A character that begins (`isFirst`) or continues a burst. */
  | { readonly type: 'character'; readonly isFirst: boolean }
  /** The burst was a scan; the ending key belongs to it. */
  | { readonly type: 'scan'; readonly scan: Scan }
  /** A key that neither adds to a burst nor ends it (Shift, function keys, control characters of a scanner). */
  | { readonly type: 'ignored' }
  /** A person's key: what was collected is no scan. */
  | { readonly type: 'person' }

const PERSON_KEYS: ReadonlySet<string> = new Set([
  'Backspace',
  'Delete',
  'Escape',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
])

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY
}

const isPrintable = (key: string): boolean => key.length === 1 && !/\p{Cc}/u.test(key)

const gapAfter = (burst: Burst, atMs: number): number => atMs - (burst.timesMs.at(-1) ?? Number.NEGATIVE_INFINITY)

/** The burst without what a person typed just before the scanner began. */
const withoutPersonsPart = ({ characters, timesMs }: Burst): Burst => {
  const start = timesMs.findIndex((time, index) => (timesMs[index + 1] ?? time) - time <= SCAN_LIMITS.longestFirstGapMs)
  return { characters: characters.slice(start), timesMs: timesMs.slice(start) }
}

const gapsUntil = (timesMs: readonly number[], endedAtMs: number): readonly number[] =>
  [...timesMs.slice(1), endedAtMs].map((time, index) => time - (timesMs[index] ?? time))

/** True when the keys so far came as fast and even as a scanner's; a person's key among them may then be held back. */
export const isAtScannerPace = (burst: Burst, atMs: number): boolean =>
  burst.timesMs.length >= SCAN_LIMITS.fewestCharacters - 1 &&
  medianOf(gapsUntil(burst.timesMs, atMs)) <= SCAN_LIMITS.medianGapMs

/** The scan that a burst ended by Enter or Tab at `endedAtMs` is; null when it was typed by a person. */
const scanOf = (burst: Burst, endedAtMs: number): Scan | null => {
  const { characters, timesMs } = withoutPersonsPart(burst)
  const code = burst.characters.trim()
  if (timesMs.length < SCAN_LIMITS.fewestCharacters || code === '') return null
  if (medianOf(gapsUntil(timesMs, endedAtMs)) > SCAN_LIMITS.medianGapMs) return null
  const shortened = characters.trim()
  return { code, withoutFirstKeys: shortened === code || shortened === '' ? null : shortened }
}

/** Takes one key into account: the burst as it stands after it, and what the key was. */
export const advanceBurst = (
  burst: Burst,
  press: KeyPress,
): { readonly burst: Burst; readonly outcome: ScanOutcome } => {
  const isLate = gapAfter(burst, press.atMs) > SCAN_LIMITS.longestGapMs
  if (press.isRepeat || PERSON_KEYS.has(press.key)) return { burst: EMPTY_BURST, outcome: { type: 'person' } }
  if (press.hasModifier) {
    return isLate ? { burst: EMPTY_BURST, outcome: { type: 'person' } } : { burst, outcome: { type: 'ignored' } }
  }
  if (press.key === 'Enter' || press.key === 'Tab') {
    const scan = isLate ? null : scanOf(burst, press.atMs)
    return { burst: EMPTY_BURST, outcome: scan === null ? { type: 'person' } : { type: 'scan', scan } }
  }
  if (!isPrintable(press.key)) {
    return isLate ? { burst: EMPTY_BURST, outcome: { type: 'person' } } : { burst, outcome: { type: 'ignored' } }
  }
  const begun = isLate ? EMPTY_BURST : burst
  return {
    burst: { characters: begun.characters + press.key, timesMs: [...begun.timesMs, press.atMs] },
    outcome: { type: 'character', isFirst: begun.characters === '' },
  }
}
