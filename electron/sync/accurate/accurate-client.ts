import type { z } from 'zod'
import {
  accurateApiTokenSchema,
  accurateEnvelopeSchema,
  accurateMessage,
  type AccurateEnvelope,
} from '../../../shared/api/accurate.ts'
import { classifyExchange, untrusted, type ExchangeFailure, type Purpose } from '../http/classify-exchange.ts'
import type { HttpClient, HttpExchange } from '../http/http-exchange.ts'
import type { InFlightGate } from '../in-flight-gate.ts'
import type { RateLimiter } from '../rate-limiter.ts'
import { excerpt, redact, redactFailure } from '../redact.ts'
import { isAccessRefusal, isClockRefusal, isServerCrash } from './accurate-words.ts'
import { accountBase, allowedBase } from './allowed-host.ts'
import { ACCURATE_ENDPOINTS, accurateQuery, type AccurateEndpoint } from './endpoints.ts'
import { signedHeaders } from './signature.ts'

export type AccurateAccess = {
  readonly accountUrl: string
  readonly apiToken: string
  readonly signatureSecret: string
}

/** An answer of Accurate in the terms of its gateway. */
export type AccurateAnswer<Value> =
  | { readonly type: 'ok'; readonly value: Value; readonly message: string; readonly paging: AccurateEnvelope['sp'] }
  /** `s:false` with words: understood and turned down, nothing was saved. */
  | { readonly type: 'refused'; readonly message: string; readonly status: number }
  /** Token, signature, clock or scope not accepted: nothing was done there. */
  | { readonly type: 'unauthorised'; readonly message: string }
  | { readonly type: 'failed'; readonly failure: ExchangeFailure }
  /** `mayStart` said no before anything was sent. */
  | { readonly type: 'withheld' }

export type AccurateCall<Value> = {
  readonly endpoint: AccurateEndpoint
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly purpose: Purpose
  readonly connection: 'own' | 'shared'
  /** Where the value stands: reads carry it in `d`, saves in `r`. */
  readonly part: 'd' | 'r'
  readonly schema: z.ZodType<Value>
  /** Asked right before each sending, after the wait for a turn. */
  readonly mayStart?: () => boolean
}

export type AccurateClient = {
  readonly call: <Value>(call: AccurateCall<Value>) => Promise<AccurateAnswer<Value>>
  readonly close: () => void
}

const MOST_MOVES = 3

/** Accurate's HTTP: host, signature, clock, limits, and the reading of its answers. */
export const createAccurateClient = (options: {
  readonly access: AccurateAccess
  readonly http: HttpClient
  readonly limiter: RateLimiter
  readonly gate: InFlightGate
  readonly now: () => number
}): AccurateClient => {
  const { access, http, limiter, gate, now } = options
  let dataOrigin: string | null = null
  let findingHost: Promise<AccurateAnswer<string>> | null = null
  let clockOffsetMs = 0

  const sendOnce = async <Value>(call: AccurateCall<Value>, origin: string): Promise<HttpExchange | null> => {
    await gate.enter()
    try {
      await limiter.takeTurn()
      if (call.mayStart?.() === false) return null
      return await http.send({
        method: call.endpoint.method,
        url: `${origin}${call.endpoint.path}${accurateQuery(call.query ?? {})}`,
        headers: signedHeaders(access, now() + clockOffsetMs),
        ...(call.body === undefined ? {} : { body: call.body }),
        connection: call.connection,
      })
    } finally {
      gate.leave()
    }
  }

  /** Sends, and sends again where the first answer proves that nothing was done: another host, or a clock that is off. */
  const callAt = async <Value>(call: AccurateCall<Value>, origin: string): Promise<AccurateAnswer<Value>> => {
    let target = origin
    let hasSetClock = false
    for (let moves = 0; moves <= MOST_MOVES;) {
      const exchange = await sendOnce(call, target)
      if (exchange === null) return { type: 'withheld' }
      const classified = classifyExchange(exchange, call.purpose, now())
      if (classified.type === 'failed') {
        // The database may have moved while its old host is gone: the account host is asked again next time.
        if (classified.failure.news.type === 'down' && dataOrigin === target) dataOrigin = null
        return classified
      }
      if (classified.type === 'moved') {
        const next = allowedBase(classified.location, access.accountUrl)
        if (next === null)
          return { type: 'unauthorised', message: `moved to ${excerpt(classified.location)}, not Accurate` }
        if (origin !== accountBase(access.accountUrl) || dataOrigin === origin) dataOrigin = next
        target = next
        moves += 1
        continue
      }
      const answer: AccurateAnswer<Value> =
        classified.type === 'json'
          ? readEnvelope(call, classified.json, classified.status)
          : { type: 'unauthorised', message: classified.message }
      if (answer.type !== 'unauthorised') return answer
      if (isClockRefusal(answer.message) && !hasSetClock && classified.date !== null) {
        const serverMs = Date.parse(classified.date)
        if (Number.isFinite(serverMs)) {
          clockOffsetMs = serverMs - now()
          hasSetClock = true
          continue
        }
      }
      return { type: 'unauthorised', message: nameScope(answer.message, call.endpoint) }
    }
    return { type: 'failed', failure: untrusted('read', `moved more than ${MOST_MOVES} times`, 308) }
  }

  const findHost = async (): Promise<AccurateAnswer<string>> => {
    const answer = await callAt(
      {
        endpoint: ACCURATE_ENDPOINTS.apiToken,
        purpose: 'read',
        connection: 'own',
        part: 'd',
        schema: accurateApiTokenSchema,
      },
      accountBase(access.accountUrl),
    )
    if (answer.type !== 'ok') return answer
    const origin = allowedBase(answer.value, access.accountUrl)
    if (origin === null)
      return {
        type: 'unauthorised',
        message: `api-token.do named the host ${excerpt(answer.value)}, which is not Accurate`,
      }
    dataOrigin = origin
    return { ...answer, value: origin }
  }

  const secrets = [access.apiToken, access.signatureSecret]
  const withoutSecrets = <Value>(answer: AccurateAnswer<Value>): AccurateAnswer<Value> => {
    if (answer.type === 'failed') return { ...answer, failure: redactFailure(answer.failure, secrets) }
    if (answer.type === 'refused' || answer.type === 'unauthorised')
      return { ...answer, message: redact(answer.message, secrets) }
    return answer
  }

  const callAnywhere = async <Value>(call: AccurateCall<Value>): Promise<AccurateAnswer<Value>> => {
    if (dataOrigin !== null) return callAt(call, dataOrigin)
    findingHost ??= findHost().finally(() => {
      findingHost = null
    })
    const host = await findingHost
    if (host.type === 'refused') return { type: 'unauthorised', message: host.message }
    return host.type === 'ok' ? callAt(call, host.value) : host
  }

  return {
    call: async (call) => withoutSecrets(await callAnywhere(call)),
    close: () => http.close(),
  }
}

const nameScope = (message: string, endpoint: AccurateEndpoint): string =>
  /insufficient_scope/i.test(message) && endpoint.scope !== null
    ? `${message} (beri izin / grant: ${endpoint.scope})`
    : message

const readEnvelope = <Value>(call: AccurateCall<Value>, json: unknown, status: number): AccurateAnswer<Value> => {
  const parsed = accurateEnvelopeSchema.safeParse(json)
  if (!parsed.success)
    return {
      type: 'failed',
      failure: untrusted(call.purpose, `HTTP ${status} with an answer that is not Accurate's`, status),
    }
  const envelope = parsed.data
  const message = excerpt(accurateMessage(envelope))
  if (!envelope.s) {
    if (isAccessRefusal(message)) return { type: 'unauthorised', message }
    if (isServerCrash(message)) return { type: 'failed', failure: untrusted(call.purpose, message, status) }
    // No such address: nobody has looked at what was sent.
    if (status === 404) return { type: 'failed', failure: untrusted('read', message, status) }
    return { type: 'refused', message, status }
  }
  const value = call.schema.safeParse(call.part === 'r' ? envelope.r : envelope.d)
  if (!value.success)
    return {
      type: 'failed',
      failure: untrusted(call.purpose, `HTTP ${status} without the record that was asked for`, status),
    }
  return { type: 'ok', value: value.data, message: call.part === 'r' ? message : '', paging: envelope.sp }
}
