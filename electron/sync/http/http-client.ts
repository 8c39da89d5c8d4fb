import http from 'node:http'
import https from 'node:https'
import { TLSSocket } from 'node:tls'
import type { Socket } from 'node:net'
import { AxiosError, create, isCancel } from 'axios'
import { redact } from '../redact.ts'
import type { HttpClient, HttpExchange, HttpRequest } from './http-exchange.ts'

type Progress = { isConnected: boolean; connectTimer: NodeJS.Timeout | null }

const LARGEST_ANSWER_BYTES = 32 * 1024 * 1024

/** Notes when the connection stands (for https: when TLS does) and gives it up when that takes too long. */
const watchConnection = (
  request: http.ClientRequest,
  isSecure: boolean,
  connectTimeoutMs: number,
  progress: Progress,
): void => {
  progress.connectTimer = setTimeout(() => {
    if (!progress.isConnected) request.destroy(new Error(`no connection within ${connectTimeoutMs} ms`))
  }, connectTimeoutMs)
  const stand = (): void => {
    progress.isConnected = true
    if (progress.connectTimer !== null) clearTimeout(progress.connectTimer)
  }
  request.once('socket', (socket: Socket) => {
    const isHandshaking = isSecure && socket instanceof TLSSocket && !socket.authorized && socket.getProtocol() === null
    if (request.reusedSocket || (!socket.connecting && !isHandshaking)) stand()
    else socket.once(isSecure ? 'secureConnect' : 'connect', stand)
  })
}

/** The place where axios asks for the native request, so that the phase in which a failure happens is known for certain. */
const watchingTransport = (isSecure: boolean, connectTimeoutMs: number, progress: Progress) => ({
  request: (
    options: https.RequestOptions,
    onResponse: (response: http.IncomingMessage) => void,
  ): http.ClientRequest => {
    const request = isSecure ? https.request(options, onResponse) : http.request(options, onResponse)
    watchConnection(request, isSecure, connectTimeoutMs, progress)
    return request
  },
})

const headerText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The one configured client of a service. `secrets` are asked for at each use, since tokens come and go. */
export const createHttpClient = (options: {
  readonly requestTimeoutMs: number
  readonly connectTimeoutMs: number
  readonly secrets: () => readonly string[]
}): HttpClient => {
  const shared = {
    httpAgent: new http.Agent({ keepAlive: true, maxSockets: 16 }),
    httpsAgent: new https.Agent({ keepAlive: true, maxSockets: 16 }),
  }
  // Not kept alive, but this agent still remembers TLS sessions, so that a new connection costs one round trip.
  const own = { httpAgent: new http.Agent({ keepAlive: false }), httpsAgent: new https.Agent({ keepAlive: false }) }
  const client = create({
    proxy: false,
    maxRedirects: 0,
    validateStatus: () => true,
    responseType: 'text',
    transformResponse: [],
    maxContentLength: LARGEST_ANSWER_BYTES,
    transitional: { clarifyTimeoutError: true, silentJSONParsing: false },
  })

  const send = async (request: HttpRequest): Promise<HttpExchange> => {
    const progress: Progress = { isConnected: false, connectTimer: null }
    const deadline = new AbortController()
    // axios' own time-out starts anew with every byte; this one is for the whole exchange.
    const deadlineTimer = setTimeout(() => deadline.abort(), options.requestTimeoutMs)
    try {
      const answer = await client.request<unknown>({
        method: request.method,
        url: request.url,
        headers: {
          Accept: 'application/json',
          ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...request.headers,
        },
        ...(request.body === undefined ? {} : { data: JSON.stringify(request.body) }),
        ...(request.connection === 'own' ? own : shared),
        transport: watchingTransport(request.url.startsWith('https:'), options.connectTimeoutMs, progress),
        signal: deadline.signal,
        timeout: options.requestTimeoutMs,
      })
      return {
        type: 'answered',
        status: answer.status,
        body: typeof answer.data === 'string' ? answer.data : '',
        retryAfter: headerText(answer.headers['retry-after']),
        date: headerText(answer.headers['date']),
        location: headerText(answer.headers['location']),
      }
    } catch (error) {
      // A request that could not even be formed is a bug of ours, not a state of the line.
      if (!(error instanceof AxiosError) && !isCancel(error)) throw error
      const message = deadline.signal.aborted ? `no answer within ${options.requestTimeoutMs} ms` : failureText(error)
      const shown = redact(message, options.secrets())
      return progress.isConnected ? { type: 'lost', message: shown } : { type: 'not-sent', message: shown }
    } finally {
      clearTimeout(deadlineTimer)
      if (progress.connectTimer !== null) clearTimeout(progress.connectTimer)
    }
  }

  return {
    send,
    close: () => {
      for (const agent of [shared.httpAgent, shared.httpsAgent, own.httpAgent, own.httpsAgent]) agent.destroy()
    },
  }
}

const failureText = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const code = error instanceof AxiosError && error.code !== undefined ? error.code : null
  const text = error.message === '' && error.cause instanceof Error ? error.cause.message : error.message
  return code === null || text.includes(code) ? text : `${code}: ${text}`.trim()
}
