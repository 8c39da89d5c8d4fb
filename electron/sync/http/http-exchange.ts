/** One request as the gateways ask for it. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent as JSON; undefined sends no body. */
  readonly body?: unknown
  /**
   * `own` opens a connection for this request alone, so that no late or doubled answer to another request can be taken for its
   * answer: required of every write, and of every look-up whose empty answer allows sending again. `shared` is kept alive.
   */
  readonly connection: 'own' | 'shared'
}

/** What became of a request. Never an exception: each of these is an ordinary day at a shop counter. */
export type HttpExchange =
  | {
      readonly type: 'answered'
      readonly status: number
      readonly body: string
      readonly retryAfter: string | null
      readonly date: string | null
      readonly location: string | null
    }
  /** No connection stood: nothing of the request can have reached the service. */
  | { readonly type: 'not-sent'; readonly message: string }
  /** The connection stood, and no complete answer came: the service may have acted on it. */
  | { readonly type: 'lost'; readonly message: string }

/** Sends one request. */
export type HttpClient = {
  readonly send: (request: HttpRequest) => Promise<HttpExchange>
  /** Closes idle connections. */
  readonly close: () => void
}
