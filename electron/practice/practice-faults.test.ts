import { connect, createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { NO_FAULTS, type PracticeFaults } from '../../shared/ipc/practice.ts'
import {
  call,
  createOrder,
  invoiceOf,
  openPracticeShop,
  orderOf,
  type PracticeShop,
  READ_INVOICE,
  SAVE_INVOICE,
  signedHeaders,
} from './testing/practice-shop.ts'

const STORES = '/api/v1/stores.json'
const BRANCHES = '/accurate/api/branch/list.do'
const invoice = (number: string) => invoiceOf(number, [{ itemNo: 'TEH-01', unitPrice: 5000 }])

/** The system's code for a call that never got an answer, `ECONNREFUSED` or the like. */
const failureOf = async (answer: Promise<unknown>): Promise<string> => {
  try {
    await answer
    return 'answered'
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : null
    return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'no code'
  }
}

const saveLosing = async (shop: PracticeShop, number: string): Promise<boolean> =>
  (await failureOf(shop.accurate('POST', SAVE_INVOICE, {}, invoice(number)))) !== 'answered'

describe('a cut line', () => {
  test('refuses connections, breaks the open ones, and comes back on the same port', async () => {
    const shop = await openPracticeShop()
    await shop.forstok('GET', STORES)
    const { hostname, port } = new URL(shop.services.forstokSellerUrl)
    const open = connect(Number(port), hostname)
    await new Promise((resolve) => open.once('connect', resolve))
    const isBroken = new Promise((resolve) => {
      open.once('error', resolve)
      open.once('close', resolve)
    })
    shop.setFaults('forstok', { isCut: true })
    await isBroken
    expect(await failureOf(shop.forstok('GET', STORES))).toBe('ECONNREFUSED')
    expect(await failureOf(shop.forstok('GET', STORES))).toBe('ECONNREFUSED')
    expect((await shop.accurate('GET', BRANCHES)).status).toBe(200)
    for (let round = 0; round < 5; round += 1) {
      shop.setFaults('forstok', {})
      expect((await shop.forstok('GET', STORES)).status).toBe(200)
      shop.setFaults('forstok', { isCut: true })
      expect(await failureOf(shop.forstok('GET', STORES))).toBe('ECONNREFUSED')
    }
  })

  test('comes back once another program lets go of the port', async () => {
    const shop = await openPracticeShop()
    shop.setFaults('accurate', { isCut: true })
    const { hostname, port } = new URL(shop.services.accurateUrl)
    const squatter = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => squatter.listen(Number(port), hostname, resolve))
    shop.setFaults('accurate', {})
    expect(await failureOf(shop.accurate('GET', BRANCHES))).not.toBe('answered')
    await new Promise((resolve) => squatter.close(resolve))
    while ((await failureOf(shop.accurate('GET', BRANCHES))) !== 'answered') {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect((await shop.accurate('GET', BRANCHES)).status).toBe(200)
  })

  test('stays shut after the services have stopped, whatever is switched', async () => {
    const shop = await openPracticeShop()
    await shop.services.stop()
    shop.setFaults('accurate', { isCut: true })
    shop.setFaults('accurate', {})
    expect(await failureOf(shop.accurate('GET', BRANCHES))).toBe('ECONNREFUSED')
  })

  test('takes the answer away from a call that was already at work, but not its effect', async () => {
    const shop = await openPracticeShop()
    shop.setFaults('accurate', { delayMs: 60_000 })
    const saving = failureOf(shop.accurate('POST', SAVE_INVOICE, {}, invoice('K1-1')))
    while (shop.services.readHoldings().invoices.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    shop.setFaults('accurate', { isCut: true })
    expect(await saving).not.toBe('answered')
    expect(shop.services.readHoldings().invoices).toHaveLength(1)
  })
})

describe('a lost answer', () => {
  test('commits the write and resets the connection, once for each count', async () => {
    const shop = await openPracticeShop()
    await shop.logIn()
    shop.setFaults('forstok', { loseNextAnswers: 1 })
    expect(await failureOf(shop.forstok('POST', '/api/v2/orders.json', {}, orderOf('K1-1', ['TEH-01'])))).toMatch(
      /ECONNRESET|UND_ERR_SOCKET/,
    )
    expect(shop.services.readHoldings().orders).toMatchObject([{ reference: 'K1-1' }])
    expect(shop.services.getFaults().forstok.loseNextAnswers).toBe(0)
    await createOrder(shop, 'K1-2', ['TEH-01'])
  })

  test('spares logins, reads and refused writes', async () => {
    const shop = await openPracticeShop()
    shop.setFaults('accurate', { loseNextAnswers: 1 })
    shop.setFaults('forstok', { loseNextAnswers: 1, loseAnswerShare: 1 })
    await shop.logIn()
    expect((await shop.forstok('GET', STORES)).status).toBe(200)
    expect((await shop.forstok('POST', '/api/v2/orders.json', {}, {})).status).toBe(422)
    expect((await shop.accurate('POST', '/api/api-token.do')).status).toBe(200)
    expect((await shop.accurate('POST', SAVE_INVOICE, {}, {})).json).toHaveProperty('s', false)
    expect(shop.services.getFaults().forstok.loseNextAnswers).toBe(1)
  })

  test('happens to a share of writes as the given random numbers say', async () => {
    const draws = [0.09, 0.1, 0.5, 0.02]
    const shop = await openPracticeShop({ random: () => draws.shift() ?? 1 })
    shop.setFaults('accurate', { loseAnswerShare: 0.1 })
    const lost = [
      await saveLosing(shop, 'K1-1'),
      await saveLosing(shop, 'K1-2'),
      await saveLosing(shop, 'K1-3'),
      await saveLosing(shop, 'K1-4'),
    ]
    expect(lost).toEqual([true, false, false, true])
    expect(shop.services.readHoldings().invoices).toHaveLength(4)
    expect(shop.services.getFaults().accurate.loseAnswerShare).toBe(0.1)
  })

  test('loses about the asked share with the generator that comes with the services', async () => {
    const shop = await openPracticeShop()
    shop.setFaults('accurate', { loseAnswerShare: 0.3 })
    let lost = 0
    for (let sale = 0; sale < 60; sale += 1) lost += (await saveLosing(shop, `K1-${String(sale)}`)) ? 1 : 0
    expect(lost).toBeGreaterThan(8)
    expect(lost).toBeLessThan(30)
  })
})

describe('other faults', () => {
  test('delays every answer, but not the work', async () => {
    const shop = await openPracticeShop()
    await shop.logIn()
    shop.setFaults('accurate', { delayMs: 150 })
    const beganAtMs = performance.now()
    await shop.accurate('GET', BRANCHES)
    expect(performance.now() - beganAtMs).toBeGreaterThan(140)
    shop.setFaults('accurate', {})
  })

  test('answers 503 and then 429 for the next requests, without effect, and counts down', async () => {
    const shop = await openPracticeShop()
    const token = await shop.logIn()
    expect(token).not.toBe('')
    for (const service of ['forstok', 'accurate'] as const) {
      shop.setFaults(service, { failNextWith5xx: 1, failNextWith429: 1 })
      const send = () =>
        service === 'forstok'
          ? call('POST', `${shop.services.forstokAuthUrl}/api/v2/auth`, {})
          : shop.accurate('POST', SAVE_INVOICE, {}, invoice('K1-1'))
      expect((await send()).status).toBe(503)
      expect(shop.services.getFaults()[service]).toMatchObject({ failNextWith5xx: 0, failNextWith429: 1 })
      const limited = await send()
      expect(limited.status).toBe(429)
      expect(limited.headers.get('retry-after')).toBe('1')
      expect(shop.services.getFaults()[service]).toEqual(NO_FAULTS)
    }
    expect(shop.services.readHoldings().invoices).toEqual([])
  })

  test('refuses credentials everywhere while it is switched on, logins too', async () => {
    const shop = await openPracticeShop()
    await shop.forstok('GET', STORES)
    shop.services.setFaults({
      forstok: { ...NO_FAULTS, refusesCredentials: true },
      accurate: { ...NO_FAULTS, refusesCredentials: true },
    })
    expect(await shop.forstok('GET', STORES)).toMatchObject({ status: 401, json: { error: 'invalid token' } })
    expect((await call('POST', `${shop.services.forstokAuthUrl}/api/v2/auth`, {})).status).toBe(401)
    expect(await shop.accurate('GET', BRANCHES)).toMatchObject({ status: 401, json: { error: 'invalid_token' } })
    expect((await shop.accurate('POST', '/api/api-token.do')).status).toBe(401)
    shop.setFaults('forstok', {})
    expect((await shop.forstok('GET', STORES)).status).toBe(200)
  })

  test.each(['keep-alive', 'close'])(
    'writes an answer twice on one connection (%s), although the request was carried out once',
    async (connection) => {
      const shop = await openPracticeShop()
      shop.setFaults('accurate', { answerTwiceNext: 1 })
      const { hostname, port } = new URL(shop.services.accurateUrl)
      const body = JSON.stringify(invoice('K1-1'))
      const headers = Object.entries({
        ...signedHeaders(shop.clock.ms),
        'content-type': 'application/json',
        connection,
      })
      const head = [
        `POST ${SAVE_INVOICE} HTTP/1.1`,
        `host: ${hostname}:${port}`,
        `content-length: ${String(Buffer.byteLength(body))}`,
        ...headers.map(([name, value]) => `${name}: ${value}`),
      ]
      const socket = connect(Number(port), hostname)
      socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
      let received = ''
      const copies = () => received.split('Faktur Penjualan \\"K1-1\\" berhasil disimpan').length - 1
      await new Promise<void>((resolve) => {
        socket.once('close', resolve)
        socket.on('data', (chunk) => {
          received += chunk.toString('utf8')
          if (copies() === 2) resolve()
        })
      })
      socket.destroy()
      expect(copies()).toBe(2)
      expect(received.match(/HTTP\/1\.1 200/g)).toHaveLength(2)
      expect(shop.services.readHoldings().invoices).toHaveLength(1)
      expect(shop.services.getFaults().accurate.answerTwiceNext).toBe(0)
    },
  )

  test('keeps serving clients that pool connections after a doubled answer', async () => {
    const shop = await openPracticeShop()
    shop.setFaults('accurate', { answerTwiceNext: 2 })
    const numbers = ['K1-1', 'K1-2', 'K1-3', 'K1-4']
    for (const number of numbers) await saveLosing(shop, number)
    const { json } = await shop.accurate('GET', READ_INVOICE, { number: 'K1-4' })
    expect(json).toHaveProperty('s', true)
  })

  test('tells listeners of every change, until they are taken away', async () => {
    const shop = await openPracticeShop()
    const heard: PracticeFaults[] = []
    const forget = shop.services.onFaultsChanged((faults) => heard.push(faults))
    shop.setFaults('accurate', { failNextWith5xx: 2 })
    await shop.accurate('GET', BRANCHES)
    await shop.accurate('GET', BRANCHES)
    expect(heard.map((faults) => faults.accurate.failNextWith5xx)).toEqual([2, 1, 0])
    forget()
    shop.setFaults('accurate', {})
    expect(heard).toHaveLength(3)
  })
})
