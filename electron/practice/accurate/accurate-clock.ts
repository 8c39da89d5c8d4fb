/** Accurate's clock is WIB, whatever zone the caller is in. */
const WIB_OFFSET_MS = 7 * 3_600_000

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** Epoch milliseconds as Accurate's date, `dd/MM/yyyy` in WIB. */
export const accurateDateOf = (atMs: number): string => {
  const date = new Date(atMs + WIB_OFFSET_MS)
  return `${twoDigits(date.getUTCDate())}/${twoDigits(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear())}`
}

/** Epoch milliseconds as Accurate's timestamp, `dd/MM/yyyy HH:mm:ss` in WIB. */
export const accurateTimestampOf = (atMs: number): string => {
  const date = new Date(atMs + WIB_OFFSET_MS)
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits).join(':')
  return `${accurateDateOf(atMs)} ${time}`
}

const DATE_AND_TIME = /^(\d{2})\/(\d{2})\/(\d{4})(?: (\d{2}):(\d{2}):(\d{2}))?$/

/** Epoch milliseconds of `dd/MM/yyyy` (midnight WIB) or `dd/MM/yyyy HH:mm:ss`; null for other texts and days that do not exist. */
export const parseAccurateTime = (text: string): number | null => {
  const match = DATE_AND_TIME.exec(text)
  if (match === null) return null
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const utcMs = Date.UTC(year, month - 1, day, hour, minute, second)
  const isReal = accurateDateOf(utcMs - WIB_OFFSET_MS) === text.slice(0, 10) && hour < 24 && minute < 60 && second < 60
  return isReal ? utcMs - WIB_OFFSET_MS : null
}

const UNIX_SECONDS = /^\d{9,11}$/
const UNIX_MILLISECONDS = /^\d{12,14}$/
const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** Reads `X-Api-Timestamp` in any of the four documented forms as epoch milliseconds; null when it is none of them. */
export const parseApiTimestamp = (text: string): number | null => {
  if (UNIX_SECONDS.test(text)) return Number(text) * 1000
  if (UNIX_MILLISECONDS.test(text)) return Number(text)
  if (text.length > 10 && DATE_AND_TIME.test(text)) return parseAccurateTime(text)
  const isoMs = ISO_8601.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(isoMs) ? null : isoMs
}
