import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as a scripted server saw it. */
export type SeenRequest = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
  readonly atMs: number
}

/** How a scripted server answers one request. */
export type ScriptedReply =
  | { readonly json: unknown; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly text: string; readonly status?: number }
  /** Reads the request, then breaks the connection without a byte. */
  | { readonly reset: 'without-answer' }
  /** Sends half of the answer, then breaks the connection. */
  | { readonly reset: 'within-answer' }
  | { readonly hang: true }

export type ScriptedServer = {
  readonly origin: string
  readonly seen: readonly SeenRequest[]
  readonly stop: () => Promise<void>
}

/** A server on loopback that answers by a script. For tests. */
export const startScriptedServer = async (reply: (request: SeenRequest) => ScriptedReply): Promise<ScriptedServer> => {
  const seen: SeenRequest[] = []
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://scripted')
      const one: SeenRequest = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
        atMs: performance.now(),
      }
      seen.push(one)
      const answer = reply(one)
      if ('hang' in answer) return
      if ('reset' in answer) {
        if (answer.reset === 'within-answer') {
          response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
          response.write('{"order":', () => request.socket.resetAndDestroy())
        } else request.socket.resetAndDestroy()
        return
      }
      const isJson = 'json' in answer
      response.writeHead(answer.status ?? 200, {
        'content-type': isJson ? 'application/json' : 'text/html',
        ...(isJson ? answer.headers : {}),
      })
      response.end(isJson ? JSON.stringify(answer.json) : answer.text)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The scripted server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    seen,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}
