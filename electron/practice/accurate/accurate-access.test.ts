import { describe, expect, test } from 'vitest'
import { call, openPracticeShop, signedHeaders, signedWith } from '../testing/practice-shop.ts'
import { without } from '../testing/shop-calls.ts'

describe('Accurate access', () => {
  test('names its own origin as the host of the data, by GET and POST', async () => {
    const shop = await openPracticeShop()
    for (const method of ['GET', 'POST']) {
      const { json } = await shop.accurate(method, '/api/api-token.do')
      expect(json).toMatchObject({ s: true, d: { database: { host: shop.services.accurateUrl }, tokenType: 'api' } })
    }
  })

  test('takes all four forms of the timestamp, in hex and base64, up to 600 seconds off', async () => {
    const shop = await openPracticeShop()
    const url = `${shop.services.accurateUrl}/accurate/api/branch/list.do`
    const forms = [
      '21/11/2026 10:00:00',
      '2026-11-21T03:00:00Z',
      '1795230000',
      '1795230000000',
      '21/11/2026 10:10:00',
      '1795229400',
    ]
    for (const form of forms) {
      shop.clock.ms += 1000
      const atSend = shop.clock.ms
      shop.clock.ms = Date.UTC(2026, 10, 21, 3)
      expect([form, (await call('GET', url, signedWith(form))).status]).toEqual([form, 200])
      shop.clock.ms = atSend
    }
    shop.clock.ms = Date.UTC(2026, 10, 21, 3) + 1000
    expect((await call('GET', url, signedWith('1795230000', 'base64'))).status).toBe(200)
  })

  test('refuses each lack of the headers in its own words, as 401', async () => {
    const shop = await openPracticeShop()
    const url = `${shop.services.accurateUrl}/accurate/api/branch/list.do`
    const good = signedHeaders(shop.clock.ms)
    const late = 'Header X-Api Timestamp difference more than 600 seconds'
    const cases: readonly (readonly [Record<string, string>, unknown])[] = [
      [without(good, 'authorization'), { s: false, d: ['Unauthorized'] }],
      [{ ...good, authorization: 'Bearer wrong' }, { error: 'invalid_token' }],
      [without(good, 'x-api-timestamp'), { s: false, d: ['Header X-Api-Timestamp is required'] }],
      [signedWith('2026-11-21T10:00:00'), { s: false, d: ['Header X-Api-Timestamp invalid'] }],
      [signedWith('yesterday'), { s: false, d: ['Header X-Api-Timestamp invalid'] }],
      [signedWith('31/02/2026 10:00:00'), { s: false, d: ['Header X-Api-Timestamp invalid'] }],
      [signedHeaders(shop.clock.ms - 601_000), { s: false, d: [late] }],
      [signedHeaders(shop.clock.ms + 601_000), { s: false, d: [late] }],
      [without(good, 'x-api-signature'), { s: false, d: ['Header X-Api-Signature is required'] }],
      [
        { ...good, 'x-api-signature': 'abc' },
        { s: false, d: ['Header X-Api-Signature invalid'] },
      ],
    ]
    for (const [headers, words] of cases) {
      const answer = await call('GET', url, headers)
      expect(answer.json).toEqual(words)
      expect(answer.status).toBe(401)
    }
  })

  test('tells its own time in the Date header', async () => {
    const shop = await openPracticeShop()
    const { headers } = await shop.accurate('GET', '/accurate/api/branch/list.do')
    expect(headers.get('date')).toBe('Sat, 21 Nov 2026 03:00:00 GMT')
  })

  test('answers a wrong path with 404, also a call of the account host below the data path', async () => {
    const shop = await openPracticeShop()
    for (const path of ['/accurate/api/nothing/list.do', '/accurate/api/api-token.do', '/api/item/list.do']) {
      const answer = await shop.accurate('GET', path)
      expect(answer.status).toBe(404)
      expect(answer.json).toEqual({ s: false, d: ['URL API tidak tepat'] })
    }
  })
})

describe('Accurate limits', () => {
  test('answers the ninth call within a second with 429, and lets calls in again after it', async () => {
    const shop = await openPracticeShop()
    const url = `${shop.services.accurateUrl}/accurate/api/branch/list.do`
    const probe = () => call('GET', url, signedHeaders(shop.clock.ms))
    for (let count = 0; count < 8; count += 1) expect((await probe()).status).toBe(200)
    shop.clock.ms += 999
    const limited = await probe()
    expect(limited.status).toBe(429)
    expect(limited.json).toHaveProperty('s', false)
    shop.clock.ms += 1
    expect((await probe()).status).toBe(200)
  })

  test('answers the ninth call in flight with 429', async () => {
    const shop = await openPracticeShop()
    shop.setFaults('accurate', { delayMs: 200 })
    const statuses = await Promise.all(
      Array.from({ length: 9 }, async () => (await shop.accurate('GET', '/accurate/api/branch/list.do')).status),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(8)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    shop.setFaults('accurate', {})
    shop.clock.ms += 1000
    expect((await shop.accurate('GET', '/accurate/api/branch/list.do')).status).toBe(200)
  })
})
