import { z } from 'zod'
import { parseJson } from '../../../shared/api/wire.ts'
import { excerpt } from '../redact.ts'
import type { HttpExchange } from './http-exchange.ts'

/** A `write` may have changed something at the service; a `read` never has. */
export type Purpose = 'read' | 'write'

/** What an exchange says of the line, apart from what it says of the step. */
export type LinkNews =
  /** A usable answer: the line is up. */
  | { readonly type: 'answered' }
  /** No connection. */
  | { readonly type: 'down'; readonly reason: string }
  /** Reached, but no usable answer: several in a row make the link `down`. */
  | { readonly type: 'troubled'; readonly reason: string }
  /** The service asks to be left alone for a while. The line is up. */
  | { readonly type: 'slowed'; readonly untilMs: number | null }
  /** Reached, and it does not let us in (credentials, scope), or lacks the set-up that we need. */
  | { readonly type: 'refused'; readonly reason: string }

/** A failure in the terms of the outbox: `retry` = nothing happened there; `unknown` = it may have. */
export type ExchangeFailure = {
  readonly type: 'retry' | 'unknown'
  readonly message: string
  readonly httpStatus: number | null
  readonly notBeforeMs: number | null
  readonly news: LinkNews
}

export type Classified =
  | { readonly type: 'json'; readonly status: number; readonly json: unknown; readonly date: string | null }
  /** 401 or 403: nothing was done there. */
  | { readonly type: 'unauthorised'; readonly status: number; readonly message: string; readonly date: string | null }
  | { readonly type: 'moved'; readonly location: string }
  | { readonly type: 'failed'; readonly failure: ExchangeFailure }

/** `Retry-After` (seconds, or an HTTP date) as a time; null when absent, unreadable or more than an hour away. */
export const retryAfterMs = (header: string | null, nowMs: number): number | null => {
  if (header === null) return null
  const atMs = /^\d+$/.test(header.trim()) ? nowMs + Number(header) * 1_000 : Date.parse(header)
  return Number.isFinite(atMs) && atMs - nowMs <= 3_600_000 ? Math.max(nowMs, atMs) : null
}

const failed = (
  purpose: Purpose,
  message: string,
  httpStatus: number | null,
  news: LinkNews,
): { readonly type: 'failed'; readonly failure: ExchangeFailure } => ({
  type: 'failed',
  failure: { type: purpose === 'write' ? 'unknown' : 'retry', message, httpStatus, notBeforeMs: null, news },
})

/** An answer that came, but that cannot be trusted to be the answer to our request. */
export const untrusted = (purpose: Purpose, message: string, httpStatus: number | null): ExchangeFailure =>
  failed(purpose, message, httpStatus, { type: 'troubled', reason: message }).failure

/** Judges an exchange by the phase in which it failed and by its status; bodies are judged by each service's own client. */
export const classifyExchange = (exchange: HttpExchange, purpose: Purpose, nowMs: number): Classified => {
  if (exchange.type === 'not-sent') {
    const news: LinkNews = { type: 'down', reason: exchange.message }
    return failed('read', exchange.message, null, news)
  }
  if (exchange.type === 'lost')
    return failed(purpose, exchange.message, null, { type: 'troubled', reason: exchange.message })

  const { status } = exchange
  const words = `HTTP ${status}${exchange.body.trim() === '' ? '' : `: ${excerpt(exchange.body)}`}`
  if (status === 408 || status === 425 || status === 429) {
    const notBeforeMs = retryAfterMs(exchange.retryAfter, nowMs)
    const news: LinkNews = status === 429 ? { type: 'slowed', untilMs: notBeforeMs } : { type: 'answered' }
    return { type: 'failed', failure: { type: 'retry', message: words, httpStatus: status, notBeforeMs, news } }
  }
  if (status >= 500) return failed(purpose, words, status, { type: 'troubled', reason: words })
  if (status === 401 || status === 403)
    return { type: 'unauthorised', status, message: wordsOfRefusal(exchange.body, status), date: exchange.date }
  if (status === 308 && exchange.location !== null) return { type: 'moved', location: exchange.location }

  const json = parseJson(exchange.body)
  if (json === undefined) {
    const message = `HTTP ${status} without JSON: ${excerpt(exchange.body)}`
    return failed(purpose, message, status, { type: 'troubled', reason: message })
  }
  if (status >= 300 && status < 400) return failed(purpose, words, status, { type: 'troubled', reason: words })
  return { type: 'json', status, json, date: exchange.date }
}

const refusalWordsSchema = z.union([
  z
    .object({ error: z.string(), error_description: z.string().optional() })
    .transform((body) => [body.error, body.error_description ?? ''].join(' ')),
  z
    .object({ d: z.union([z.array(z.string()).transform((words) => words.join('; ')), z.string()]) })
    .transform((body) => body.d),
  z.object({ errors: z.array(z.string()) }).transform((body) => body.errors.join('; ')),
])

/** The words of a 401 or 403, whatever form they come in (JSON of several kinds and XML were seen). */
const wordsOfRefusal = (body: string, status: number): string => {
  const words = refusalWordsSchema.safeParse(parseJson(body))
  return excerpt(words.success ? words.data : body.replace(/<[^>]*>/g, ' ')) || `HTTP ${status}`
}
