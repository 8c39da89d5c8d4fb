import net from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { startScriptedServer, type ScriptedServer } from '../testing/scripted-server.ts'
import { createHttpClient } from './http-client.ts'
import type { HttpClient } from './http-exchange.ts'

describe('the HTTP client', () => {
  const clients: HttpClient[] = []
  const servers: ScriptedServer[] = []
  const rawServers: net.Server[] = []
  const sockets = new Set<net.Socket>()

  const client = (): HttpClient => {
    const created = createHttpClient({ requestTimeoutMs: 900, connectTimeoutMs: 400, secrets: () => ['rahasia'] })
    clients.push(created)
    return created
  }
  const raw = async (onConnection: (socket: net.Socket) => void): Promise<number> => {
    const server = net.createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      onConnection(socket)
    })
    rawServers.push(server)
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }
  const post = (url: string, connection: 'own' | 'shared' = 'own') => ({
    method: 'POST' as const,
    url,
    headers: {},
    body: { number: 'K1' },
    connection,
  })

  afterEach(async () => {
    for (const created of clients.splice(0)) created.close()
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    await Promise.all(servers.splice(0).map(async (server) => server.stop()))
    await Promise.all(
      rawServers.splice(0).map(
        async (server) =>
          new Promise((resolve) => {
            server.close(resolve)
          }),
      ),
    )
  })

  test('a refused connection, an unknown host and a failed TLS handshake were never sent', async () => {
    const server = await startScriptedServer(() => ({ json: {} }))
    const { origin } = server
    expect(await client().send(post(origin.replace('http:', 'https:')))).toMatchObject({ type: 'not-sent' })
    await server.stop()
    expect(await client().send(post(origin))).toMatchObject({
      type: 'not-sent',
      message: expect.stringContaining('ECONNREFUSED'),
    })
    expect(await client().send(post('http://tidak-ada.invalid'))).toMatchObject({ type: 'not-sent' })
  })

  test('a TLS handshake that never ends is given up as not sent, within the time for connecting', async () => {
    const port = await raw(() => undefined)
    expect(await client().send(post(`https://127.0.0.1:${port}`))).toEqual({
      type: 'not-sent',
      message: expect.stringContaining('no connection within 400 ms'),
    })
  })

  test('a break during the TLS handshake was never sent', async () => {
    const port = await raw((socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect(await client().send(post(`https://127.0.0.1:${port}`))).toMatchObject({ type: 'not-sent' })
  })

  test.each([
    ['without an answer', { reset: 'without-answer' as const }],
    ['within the answer', { reset: 'within-answer' as const }],
    ['in silence', { hang: true as const }],
  ])('a request that ends %s may have arrived', async (_, reply) => {
    const server = await startScriptedServer(() => reply)
    servers.push(server)
    expect(await client().send(post(server.origin))).toMatchObject({ type: 'lost' })
    expect(await client().send(post(server.origin, 'shared'))).toMatchObject({ type: 'lost' })
    expect(server.seen).toHaveLength(2)
  })

  test('an answer that drips for longer than the time-out is given up', async () => {
    const port = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n')
      const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write('x')), 50)
    })
    expect(await client().send(post(`http://127.0.0.1:${port}`))).toEqual({
      type: 'lost',
      message: 'no answer within 900 ms',
    })
  })

  test('gives every status as an answer, follows no redirect, and keeps the body as it came', async () => {
    const server = await startScriptedServer((request) =>
      request.path === '/moved'
        ? { json: {}, status: 308, headers: { location: 'http://127.0.0.1:1/', 'retry-after': '3' } }
        : { text: '<html>', status: 503 },
    )
    servers.push(server)
    expect(await client().send(post(`${server.origin}/moved`))).toMatchObject({
      status: 308,
      location: 'http://127.0.0.1:1/',
      retryAfter: '3',
    })
    expect(await client().send(post(server.origin))).toMatchObject({ type: 'answered', status: 503, body: '<html>' })
  })

  test('on connections of their own, no request ever takes the second copy of another answer', async () => {
    let count = 0
    const port = await raw((socket) =>
      socket.once('data', () => {
        const body = JSON.stringify({ answer: (count += 1) })
        const copy = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
        socket.write(copy)
        setTimeout(() => socket.write(copy), 2)
      }),
    )
    const http = client()
    for (let turn = 1; turn <= 5; turn += 1)
      expect(await http.send(post(`http://127.0.0.1:${port}`))).toMatchObject({
        body: JSON.stringify({ answer: turn }),
      })
  })
})
