const HIDDEN = '[hidden]'

const SECRET_KEYS = /^(?:authorization|.*secret.*|.*token.*|.*password.*|.*signature.*|x-api-.*|cookie|set-cookie)$/i
const BUYER_KEYS =
  /^(?:recipientname|customername|name_?on_?.*|phone|mobile|.*address.*|subdistrict|district|postal_?code|zip.*|delivery|recipient|email|note)$/i

// 08…, 628…, +62 8…, with spaces or dashes between the digits. A sale number or barcode does not begin so.
const PHONE = /(?<![\w.])(?:\+?62|0)[\s-]?8\d(?:[\s-]?\d){6,11}(?!\d)/g
const SECRET_PAIR =
  /((?:[\w-]*(?:secret|token|password|signature)[\w-]*|authorization)["']?\s*[:=]\s*["']?(?:bearer\s+)?)([^\s"',;&}]+)/gi
const BEARER = /\b(bearer\s+)[\w.~+/-]+=*/gi
// Indonesian street addresses begin with Jl./Jalan/Gang/Perum; the rest of the clause goes with it.
const STREET = /\b(?:jl\.?|jalan|gg\.?|gang|perum(?:ahan)?|komplek|rt\.?\s*\d+)\s[^"\n;]{3,}/gi

/** The text without secrets, Indonesian phone numbers and street addresses. */
export const redactText = (text: string): string =>
  text.replace(BEARER, `$1${HIDDEN}`).replace(SECRET_PAIR, `$1${HIDDEN}`).replace(STREET, HIDDEN).replace(PHONE, HIDDEN)

/** A copy of a logged value in which secrets and buyers' data are hidden, at any depth; errors become their stack. */
export const redact = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return redactText(value)
  if (value instanceof Error) return redactText(value.stack ?? value.message)
  if (value === null || typeof value !== 'object') return value
  if (depth > 6) return '[deep]'
  if (Array.isArray(value)) return value.map((entry) => redact(entry, depth + 1))
  if (ArrayBuffer.isView(value)) return `[${String(value.byteLength)} bytes]`
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      SECRET_KEYS.test(key) || BUYER_KEYS.test(key) ? HIDDEN : redact(entry, depth + 1),
    ]),
  )
}
