import { expect, test } from 'vitest'
import { startTcpPrinter } from './testing/tcp-printer.ts'
import { createTcpTransport } from './tcp-transport.ts'

const LIMITS = { connectTimeoutMs: 1000, stallTimeoutMs: 300, closeTimeoutMs: 1000 }
const JOB = Buffer.from('one receipt')

test('a printer that refuses while another till uses it gets the job once, when it is free', async () => {
  const before = await startTcpPrinter(() => undefined)
  const { port } = before
  await before.stop()
  const sending = createTcpTransport({ host: '127.0.0.1', port }, { ...LIMITS, refusedTimeoutMs: 5000 }).send(JOB)
  await new Promise((resolve) => setTimeout(resolve, 400))
  const free = await startTcpPrinter((socket) => socket.on('end', () => socket.end()), { port })
  try {
    expect(await sending).toMatchObject({ acceptedBytes: JOB.length, hasBegun: true, trouble: null })
    expect(free.received().equals(JOB)).toBe(true)
  } finally {
    await free.stop()
  }
})

test('one that goes on refusing fails in time, with nothing sent', async () => {
  const gone = await startTcpPrinter(() => undefined)
  await gone.stop()
  const transport = createTcpTransport({ host: '127.0.0.1', port: gone.port }, { ...LIMITS, refusedTimeoutMs: 300 })
  expect(await transport.send(JOB)).toMatchObject({ acceptedBytes: 0, hasBegun: false, trouble: { code: 'not-found' } })
})
