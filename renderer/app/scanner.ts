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

export type ScanOutcome =
  /** A character that begins (`isFirst`) or continues a burst. */
  | { readonly type: 'character'; readonly isFirst: boolean }
  /** The burst was a scan; the ending key belongs to it. */
  | { readonly type: 'scan'; readonly code: string }
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

/** The code that a burst ended by Enter or Tab at `endedAtMs` carries; null when it was typed by a person. */
const codeOf = (burst: Burst, endedAtMs: number): string | null => {
  const { characters, timesMs } = withoutPersonsPart(burst)
  if (timesMs.length < SCAN_LIMITS.fewestCharacters) return null
  const gaps = [...timesMs.slice(1), endedAtMs].map((time, index) => time - (timesMs[index] ?? time))
  const code = characters.trim()
  return code !== '' && medianOf(gaps) <= SCAN_LIMITS.medianGapMs ? code : null
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
    const code = isLate ? null : codeOf(burst, press.atMs)
    return { burst: EMPTY_BURST, outcome: code === null ? { type: 'person' } : { type: 'scan', code } }
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
