import type { Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { postToCups } from './cups-post.ts'
import { startTcpPrinter, type TcpPrinter } from './testing/tcp-printer.ts'

const ASKED = Buffer.from('question')
const servers: TcpPrinter[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

/** What comes of a question to a server that does this with whoever connects. */
const ask = async (onConnect: (socket: Socket) => void, timeoutMs = 2000) => {
  const server = await startTcpPrinter(onConnect)
  servers.push(server)
  return postToCups({ host: '127.0.0.1', port: server.port }, '/printers/LABEL', ASKED, timeoutMs)
}
const answering = (words: string) => (socket: Socket) => socket.once('data', () => socket.end(words))

test('gives the body of an answer', async () => {
  const answer = await ask(answering('HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\nbody\r\n\r\n'))
  expect(answer).toEqual({ ok: true, value: Buffer.from('body\r\n\r\n') })
  expect(servers[0]?.received().toString()).toMatch(
    /^POST \/printers\/LABEL HTTP\/1\.1\r\n[^]*content-length: 8\r\n[^]*\r\n\r\nquestion$/u,
  )
})

test.each([
  ['a refusal', 'HTTP/1.1 426 Upgrade Required\r\n\r\n'],
  ['an answer without an end of its head', 'HTTP/1.1 200 OK\r\n'],
  ['no answer', ''],
  ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
])('takes %s for a failure', async (_, words) => {
  expect((await ask(answering(words))).ok).toBe(false)
})

test('gives up a server that stays silent, and one that never ends', async () => {
  expect(await ask(() => undefined, 50)).toEqual({ ok: false, error: 'CUPS does not answer' })
  const endless = (socket: Socket): void => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    const more = (): boolean => socket.writable && socket.write(Buffer.alloc(65_536), more)
    more()
  }
  expect(await ask(endless)).toEqual({ ok: false, error: 'CUPS answers without end' })
})
