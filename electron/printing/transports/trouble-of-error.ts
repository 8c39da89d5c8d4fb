import { printTrouble, type PrintTrouble, type PrintTroubleCode } from '../../../shared/domain/print-trouble.ts'
import { errorWords } from '../transport.ts'

const CODES: Readonly<Record<string, PrintTroubleCode>> = {
  ECONNREFUSED: 'not-found',
  EHOSTUNREACH: 'not-found',
  EHOSTDOWN: 'not-found',
  ENETUNREACH: 'not-found',
  ETIMEDOUT: 'not-found',
  ENOTFOUND: 'not-found',
  EAI_AGAIN: 'not-found',
  ENOENT: 'not-found',
  ENODEV: 'not-found',
  ENXIO: 'not-found',
  ENOTDIR: 'not-found',
  EBUSY: 'busy',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'not-permitted',
}

/** Native libraries for USB and serial ports give words where Node gives codes; the order matters. */
const WORDS: readonly (readonly [RegExp, PrintTroubleCode])[] = [
  [/busy|in use|cannot lock|temporarily unavailable/iu, 'busy'],
  [/opening \S+: access denied/iu, 'busy'],
  [/permission|access|not permitted/iu, 'not-permitted'],
  [/no such|not found|disconnected|unknown error code (?:2|31|433)\b/iu, 'not-found'],
]

/** The code that Node gives an error of the system; null when it has none. */
export const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Why a printer could not be opened; what nobody foresaw counts as not found, with the system's words. */
export const troubleOfOpening = (error: unknown): PrintTrouble => {
  const words = errorWords(error)
  const code = CODES[errorCode(error) ?? ''] ?? WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'not-found'
  return printTrouble(code, words)
}

/** Why a printer that was open broke off. */
export const troubleOfBreak = (error: unknown): PrintTrouble =>
  errorCode(error) === 'ENOSPC'
    ? printTrouble('paper-out', errorWords(error))
    : printTrouble('cut-off', errorWords(error))
