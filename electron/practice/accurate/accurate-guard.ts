import { createHmac } from 'node:crypto'
import { jsonAnswer, type ServiceAnswer } from '../service-answer.ts'
import { PRACTICE_CREDENTIALS } from '../practice-credentials.ts'
import { parseApiTimestamp } from './accurate-clock.ts'

/** The headers that every call must carry; null where one is absent. */
export type SignedHeaders = {
  readonly authorization: string | null
  readonly timestamp: string | null
  readonly signature: string | null
}

const TOLERANCE_MS = 600_000

/** A token that is not this company's: the one refusal whose status and body were seen in a log. */
export const INVALID_TOKEN: ServiceAnswer = jsonAnswer(401, { error: 'invalid_token' })

/** The answer that turns a call away, or null when it is let in. The status of the header refusals is assumed to be 401. */
export const refuseUnsigned = (headers: SignedHeaders, nowMs: number): ServiceAnswer | null => {
  const { apiToken, signatureSecret } = PRACTICE_CREDENTIALS.accurate
  const [scheme, token = ''] = headers.authorization?.split(' ') ?? []
  if (scheme !== 'Bearer' || token === '') return refusal('Unauthorized')
  if (token !== apiToken) return INVALID_TOKEN
  if (headers.timestamp === null) return refusal('Header X-Api-Timestamp is required')
  const sentAtMs = parseApiTimestamp(headers.timestamp)
  if (sentAtMs === null) return refusal('Header X-Api-Timestamp invalid')
  if (Math.abs(nowMs - sentAtMs) > TOLERANCE_MS) {
    return refusal('Header X-Api Timestamp difference more than 600 seconds')
  }
  if (headers.signature === null) return refusal('Header X-Api-Signature is required')
  return isSignatureOf(headers.signature, headers.timestamp, signatureSecret)
    ? null
    : refusal('Header X-Api-Signature invalid')
}

const refusal = (words: string): ServiceAnswer => jsonAnswer(401, { s: false, d: [words] })

/** Only the timestamp's exact text is signed; the secret is used as text even where it looks like hex. */
const isSignatureOf = (signature: string, timestamp: string, secret: string): boolean => {
  const digest = createHmac('sha256', secret).update(timestamp).digest()
  return signature === digest.toString('base64') || signature.toLowerCase() === digest.toString('hex')
}
