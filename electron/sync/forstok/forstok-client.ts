import type { z } from 'zod'
import { forstokErrorsSchema, forstokLoginSchema } from '../../../shared/api/forstok.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { classifyExchange, untrusted, type ExchangeFailure, type Purpose } from '../http/classify-exchange.ts'
import type { HttpClient } from '../http/http-exchange.ts'
import { excerpt, redact, redactFailure } from '../redact.ts'
import { FORSTOK_ENDPOINTS, forstokUrl, type ForstokEndpoint } from './endpoints.ts'

export type ForstokAccess = {
  readonly authUrl: string
  readonly sellerUrl: string
  /** The account's e-mail. */
  readonly id: string
  readonly secretKey: string
}

/** An answer of Forstok in the terms of its gateway. */
export type ForstokAnswer<Value> =
  | { readonly type: 'ok'; readonly value: Value; readonly status: number }
  /** Understood and turned down: nothing was done there. */
  | { readonly type: 'refused'; readonly message: string; readonly status: number }
  /** Not let in: nothing was done there. */
  | { readonly type: 'unauthorised'; readonly message: string }
  | { readonly type: 'failed'; readonly failure: ExchangeFailure }
  /** `mayStart` said no before anything was sent. */
  | { readonly type: 'withheld' }

export type ForstokCall<Value> = {
  readonly endpoint: ForstokEndpoint
  readonly query: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly purpose: Purpose
  readonly connection: 'own' | 'shared'
  readonly schema: z.ZodType<Value>
  /** Asked right before each sending, after a login that may have taken its time. */
  readonly mayStart?: () => boolean
}

export type ForstokClient = {
  readonly logIn: () => Promise<ForstokAnswer<string>>
  /** Makes a call; a 401 is answered by one new login and one more try. */
  readonly call: <Value>(call: ForstokCall<Value>) => Promise<ForstokAnswer<Value>>
  /** The token and the key, to be taken out of every text. */
  readonly secrets: () => readonly string[]
}

/** Forstok's HTTP: login, token, and the reading of its answers. */
export const createForstokClient = (options: {
  readonly access: ForstokAccess
  readonly http: (secrets: () => readonly string[]) => HttpClient
  readonly now: () => number
}): ForstokClient & { readonly close: () => void } => {
  const { access, now } = options
  let token: string | null = null
  let login: Promise<ForstokAnswer<string>> | null = null
  const secrets = (): readonly string[] => (token === null ? [access.secretKey] : [access.secretKey, token])
  const http = options.http(secrets)

  const withoutSecrets = <Value>(answer: ForstokAnswer<Value>): ForstokAnswer<Value> => {
    if (answer.type === 'failed') return { ...answer, failure: redactFailure(answer.failure, secrets()) }
    if (answer.type === 'refused' || answer.type === 'unauthorised')
      return { ...answer, message: redact(answer.message, secrets()) }
    return answer
  }

  const readAnswer = <Value>(
    exchange: Awaited<ReturnType<HttpClient['send']>>,
    purpose: Purpose,
    schema: z.ZodType<Value>,
  ): ForstokAnswer<Value> => {
    const classified = classifyExchange(exchange, purpose, now())
    switch (classified.type) {
      case 'failed':
        return classified
      case 'unauthorised':
        return { type: 'unauthorised', message: classified.message }
      case 'moved':
        return {
          type: 'failed',
          failure: untrusted(
            purpose,
            `moved to ${excerpt(classified.location)}, which Forstok is not known to do`,
            308,
          ),
        }
      case 'json': {
        const parsed = schema.safeParse(classified.json)
        if (parsed.success && classified.status < 300)
          return { type: 'ok', value: parsed.data, status: classified.status }
        const errors = forstokErrorsSchema.safeParse(classified.json)
        if (errors.success && classified.status >= 400)
          return { type: 'refused', message: excerpt(errors.data), status: classified.status }
        const message = `HTTP ${classified.status} with an answer that Konter does not understand`
        return { type: 'failed', failure: untrusted(purpose, message, classified.status) }
      }
      default:
        return assertNever(classified, 'exchange with Forstok')
    }
  }

  const requestToken = async (): Promise<ForstokAnswer<string>> => {
    const { method, path } = FORSTOK_ENDPOINTS.login
    // Id and key in the query string are how sellers' code logs in; the address therefore never enters a text.
    const url = forstokUrl(access.authUrl, path, { id: access.id, secret_key: access.secretKey, type: 'seller' })
    const exchange = await http.send({ method, url, headers: {}, connection: 'own' })
    const answer = withoutSecrets(readAnswer(exchange, 'read', forstokLoginSchema))
    if (answer.type !== 'ok') return answer
    token = answer.value.data.token
    return { type: 'ok', value: token, status: answer.status }
  }

  const logIn = async (): Promise<ForstokAnswer<string>> => {
    login ??= requestToken().finally(() => {
      login = null
    })
    return login
  }

  const callWith = async <Value>(call: ForstokCall<Value>, usedToken: string): Promise<ForstokAnswer<Value>> => {
    if (call.mayStart?.() === false) return { type: 'withheld' }
    const query = { user_id: access.id, auth_type: 'jwt', ...call.query }
    const exchange = await http.send({
      method: call.endpoint.method,
      url: forstokUrl(access.sellerUrl, call.endpoint.path, query),
      headers: { Authorization: `Bearer ${usedToken}` },
      ...(call.body === undefined ? {} : { body: call.body }),
      connection: call.connection,
    })
    return withoutSecrets(readAnswer(exchange, call.purpose, call.schema))
  }

  /** A login that failed is a call that never left. */
  const asNotSent = (answer: Exclude<ForstokAnswer<string>, { type: 'ok' }>): ForstokAnswer<never> =>
    answer.type === 'refused' ? { type: 'unauthorised', message: answer.message } : answer

  return {
    logIn,
    secrets,
    call: async (call) => {
      const first = token === null ? await logIn() : ({ type: 'ok', value: token, status: 200 } as const)
      if (first.type !== 'ok') return asNotSent(first)
      const answer = await callWith(call, first.value)
      if (answer.type !== 'unauthorised') return answer
      if (token === first.value) token = null
      const second = token === null ? await logIn() : ({ type: 'ok', value: token, status: 200 } as const)
      return second.type === 'ok' ? await callWith(call, second.value) : asNotSent(second)
    },
    close: () => http.close(),
  }
}
