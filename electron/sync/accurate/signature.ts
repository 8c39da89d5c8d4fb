import { createHmac } from 'node:crypto'

/**
 * The headers that every Accurate call carries. Only the time-stamp is signed: HMAC-SHA256 with the secret as UTF-8 text, in hex. Unix
 * seconds are sent, since of the forms that Accurate takes they alone do not depend on a time zone. A signature older than 600 s is refused.
 */
export const signedHeaders = (
  credentials: { readonly apiToken: string; readonly signatureSecret: string },
  atMs: number,
): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(atMs / 1_000))
  return {
    Authorization: `Bearer ${credentials.apiToken}`,
    'X-Api-Timestamp': timestamp,
    'X-Api-Signature': createHmac('sha256', credentials.signatureSecret).update(timestamp, 'utf8').digest('hex'),
    // Pins the language of the messages, which are matched by their words.
    'X-Language-Profile': 'ID',
  }
}
