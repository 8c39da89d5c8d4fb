import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a token lets its bearer in. The real life is unknown; an hour makes every client meet the end of one. */
export const FORSTOK_TOKEN_LIFE_MS = 3_600_000

/** A token that carries its own end and a signature, so that it also holds after a restart of the service. */
export const mintForstokToken = (secretKey: string, nowMs: number): string => {
  const expiresAtMs = String(nowMs + FORSTOK_TOKEN_LIFE_MS)
  return `${expiresAtMs}.${signatureOf(secretKey, expiresAtMs)}`
}

/** True for a token of this service whose end has not come. */
export const isForstokTokenValid = (token: string, secretKey: string, nowMs: number): boolean => {
  const [expiresAtMs = '', signature = ''] = token.split('.')
  const expected = Buffer.from(signatureOf(secretKey, expiresAtMs))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given) && nowMs < Number(expiresAtMs)
}

const signatureOf = (secretKey: string, text: string): string =>
  createHmac('sha256', secretKey).update(text).digest('base64url')
