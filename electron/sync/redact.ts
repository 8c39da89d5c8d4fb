import type { ExchangeFailure } from './http/classify-exchange.ts'

/** Takes secrets out of a text: each of `secrets`, bearer tokens, and query values named token, secret or secret_key. */
export const redact = (text: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret.length >= 4)
    .reduce((shown, secret) => shown.replaceAll(secret, '•••').replaceAll(encodeURIComponent(secret), '•••'), text)
    .replace(/(bearer\s+)[\w.~+/=<>-]+/gi, '$1•••')
    .replace(/((?:token|secret|secret_key)=)[^&\s"]+/gi, '$1•••')

/** The first 300 characters of a server's words without line breaks: enough to act on, too little to flood a screen. */
export const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 300 ? `${line.slice(0, 299)}…` : line
}

/** A failed exchange without secrets in its words: a server may repeat what it was sent. */
export const redactFailure = (failure: ExchangeFailure, secrets: readonly string[]): ExchangeFailure => ({
  ...failure,
  message: redact(failure.message, secrets),
  news: 'reason' in failure.news ? { ...failure.news, reason: redact(failure.news.reason, secrets) } : failure.news,
})
