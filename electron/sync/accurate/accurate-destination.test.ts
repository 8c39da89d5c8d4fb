import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { rupiah } from '../../../shared/domain/money.ts'
import { createAbsenceTrust } from '../absence-trust.ts'
import { createHttpClient } from '../http/http-client.ts'
import { createInFlightGate } from '../in-flight-gate.ts'
import type { Gateway } from '../step-report.ts'
import { claimedStep } from '../testing/claimed-step.ts'
import { sampleSale } from '../testing/sample-sale.ts'
import {
  startScriptedServer,
  type ScriptedReply,
  type ScriptedServer,
  type SeenRequest,
} from '../testing/scripted-server.ts'
import { createAccurateClient } from './accurate-client.ts'
import { createAccurateDestination } from './accurate-destination.ts'

const SECRET = '6b6f6e746572'
const TOKEN = 'aat.rahasia.token'
const DATA = '/accurate/api'
const SAVE = `${DATA}/sales-invoice/save.do`
const DETAIL = `${DATA}/sales-invoice/detail.do`
const RECEIPT_SAVE = `${DATA}/sales-receipt/save.do`
const always = (): boolean => true
const sale = sampleSale({ sequence: 1, firstShare: 0.5 })
const invoice = (change: Readonly<Record<string, unknown>> = {}) => ({
  id: 1250,
  number: sale.number,
  totalAmount: 1_000,
  customer: { customerNo: 'C.00001' },
  ...change,
})
const saved = (record: unknown) => ({ json: { s: true, d: ['berhasil disimpan'], r: record } })
const said = (words: string, status = 200) => ({ json: { s: false, d: [words] }, status })

describe('Accurate as a destination', () => {
  const servers: ScriptedServer[] = []
  let warehouseName = 'Gudang-Utama'

  const setUp = (request: SeenRequest): ScriptedReply | null => {
    const list = (rows: readonly unknown[]) => ({
      json: { s: true, d: rows, sp: { page: 1, pageCount: 1, rowCount: rows.length } },
    })
    switch (request.path) {
      case '/api/api-token.do':
        return { json: { s: true, d: { 'data usaha': { host: servers[0]?.origin ?? '' } } } }
      case `${DATA}/branch/list.do`:
        return list([{ id: 1 }])
      case `${DATA}/warehouse/list.do`:
        return list([
          { id: 1, name: 'Rusak', scrapWarehouse: true },
          { id: 2, name: warehouseName, defaultWarehouse: true },
        ])
      case `${DATA}/glaccount/list.do`:
        return list([
          { id: 1, no: '110201', name: 'Bank' },
          { id: 2, no: '110101', name: 'Kas' },
          { id: 3, no: '110202', name: 'QRIS' },
        ])
      case `${DATA}/customer/list.do`:
        return list([
          { id: 1, customerNo: 'C.9', name: 'PT Lain' },
          { id: 2, customerNo: 'C.00001', name: 'Pelanggan Umum' },
        ])
      default:
        return null
    }
  }
  const start = async (
    answer: (request: SeenRequest) => ScriptedReply,
    options: { readonly now?: () => number; readonly setUp?: typeof setUp } = {},
  ): Promise<Gateway> => {
    warehouseName = 'Gudang-Utama'
    const server = await startScriptedServer((request) => (options.setUp ?? setUp)(request) ?? answer(request))
    servers.push(server)
    const now = options.now ?? (() => 1_000_000)
    return createAccurateDestination({
      client: createAccurateClient({
        access: { accountUrl: server.origin, apiToken: TOKEN, signatureSecret: SECRET },
        http: createHttpClient({ requestTimeoutMs: 1_000, connectTimeoutMs: 800, secrets: () => [TOKEN, SECRET] }),
        limiter: { takeTurn: () => Promise.resolve() },
        gate: createInFlightGate(6),
        now,
      }),
      trust: createAbsenceTrust(0, { now, monotonicNow: () => 0 }),
      now,
    })
  }
  const seen = (path: string): readonly SeenRequest[] =>
    servers.flatMap((server) => server.seen).filter((request) => request.path === path)
  const send = async (gateway: Gateway) => gateway.carryOut(claimedStep(sale, 'accurate.invoice'), always)
  const look = async (gateway: Gateway) =>
    gateway.carryOut(claimedStep(sale, 'accurate.invoice', { mode: 'resolve', lastSendAtMs: 999_999 }), always)

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(async (server) => server.stop()))
  })

  test('saves the invoice, signed, and takes the total from the answer without a further call', async () => {
    const gateway = await start(() => saved(invoice()))
    const { outcome } = await send(gateway)
    expect(outcome).toMatchObject({ type: 'sent', remote: { id: '1250', number: sale.number, total: 1_000 } })
    expect(seen(DETAIL)).toHaveLength(0)
    const [request] = seen(SAVE)
    const timestamp = request?.headers['x-api-timestamp']
    expect(timestamp).toBe('1000')
    expect(request?.headers['x-api-signature']).toBe(createHmac('sha256', SECRET).update('1000').digest('hex'))
    expect(request?.headers.authorization).toBe(`Bearer ${TOKEN}`)
    expect(JSON.parse(request?.body ?? '{}')).toMatchObject({
      number: sale.number,
      transDate: '21/11/2026',
      customerNo: 'C.00001',
      detailItem: [{ itemNo: 'AIRM-0001', quantity: 2, unitPrice: 500, warehouseName: 'Gudang-Utama' }],
    })
  })

  test('reads the invoice back where the answer carries no total', async () => {
    const gateway = await start((request) =>
      request.path === SAVE
        ? saved(invoice({ totalAmount: null }))
        : { json: { s: true, d: invoice({ totalAmount: 900 }) } },
    )
    const { outcome } = await send(gateway)
    expect(outcome).toMatchObject({ type: 'attention', attention: { code: 'total-differs' }, remote: { total: 900 } })
  })

  test.each([
    ['its rows', { detailItem: [{ quantity: 2, unitPrice: '500.0', itemCashDiscount: 0 }] }],
    ['what is owed', { primeOwing: '1000', outstanding: true }],
  ])('compares %s where the invoice shows no total, and a difference needs attention', async (_, shown) => {
    let record: unknown = { id: 1250, number: sale.number, ...shown }
    const gateway = await start((request) =>
      request.path === SAVE ? saved({ id: 1250, number: sale.number }) : { json: { s: true, d: record } },
    )
    expect((await send(gateway)).outcome).toMatchObject({ type: 'sent', remote: { total: 1_000 } })
    expect((await look(gateway)).outcome).toMatchObject({ type: 'sent', remote: { total: 1_000 } })
    record = { id: 1250, number: sale.number, totalAmount: 999, ...shown }
    expect((await look(gateway)).outcome).toMatchObject({ type: 'attention', attention: { code: 'total-differs' } })
  })

  test('an invoice of ours that shows no amount at all counts as sent; a total that cannot be read does not', async () => {
    let record: unknown = { id: 1250, number: sale.number }
    const gateway = await start((request) =>
      request.path === SAVE ? saved({ id: 1250, number: sale.number }) : { json: { s: true, d: record } },
    )
    expect((await send(gateway)).outcome).toMatchObject({ type: 'sent', remote: { total: null } })
    expect((await look(gateway)).outcome).toMatchObject({ type: 'sent', remote: { total: null } })
    record = { id: 1250, number: sale.number, totalAmount: 'seribu' }
    expect((await look(gateway)).outcome).toMatchObject({ type: 'retry' })
  })

  test('a number that was taken before the first sending, by a document without an amount, needs attention', async () => {
    const gateway = await start((request) =>
      request.path === SAVE
        ? said(`Sudah ada data lain dengan No Faktur "${sale.number}"`)
        : { json: { s: true, d: { id: 9, number: sale.number } } },
    )
    expect((await send(gateway)).outcome).toMatchObject({ type: 'attention', remote: { id: '9' } })
  })

  test('a receipt pays what its tender applied, into the account of its method, under a number of its own', async () => {
    const gateway = await start((request) => {
      const body: unknown = JSON.parse(request.body)
      return saved({ id: 5, chequeAmount: 500, ...(typeof body === 'object' ? body : {}) })
    })
    for (const tenderIndex of [0, 1]) {
      const { outcome } = await gateway.carryOut(claimedStep(sale, 'accurate.receipt', { tenderIndex }), always)
      expect(outcome).toMatchObject({
        type: 'sent',
        remote: { number: `${sale.number}-${tenderIndex + 1}`, total: 500 },
      })
    }
    const bodies: unknown[] = seen(RECEIPT_SAVE).map((request) => JSON.parse(request.body))
    expect(bodies).toMatchObject([
      { bankNo: '110101', paymentMethod: 'CASH_OTHER', chequeAmount: 500, detailInvoice: [{ paymentAmount: 500 }] },
      { bankNo: '110202', paymentMethod: 'QRIS', chequeAmount: 500, detailInvoice: [{ invoiceNo: sale.number }] },
    ])
  })

  const doubtful: readonly (readonly [string, ScriptedReply])[] = [
    ['a connection that breaks', { reset: 'without-answer' }],
    ['an answer that is cut off', { reset: 'within-answer' }],
    ['no answer in time', { hang: true }],
    ['500', said('Parameter from is required', 500)],
    ['502', { text: 'Bad Gateway', status: 502 }],
    ['a page of HTML', { text: '<html>login</html>' }],
    ['a crash inside Accurate', said('Upsss... Telah terjadi permasalahan. Kode Referensi: ersen-1')],
    ['a Java exception', said('java.lang.RuntimeException: x')],
    ['another number', saved(invoice({ number: 'K9-1' }))],
    ['a success without the record', { json: { s: true, d: ['berhasil'] } }],
  ]
  test.each(doubtful)('a save that meets %s is unknown, and is not sent a second time', async (_, reply) => {
    const gateway = await start(() => reply)
    const { outcome } = await send(gateway)
    expect(outcome.type).toBe('unknown')
    expect(seen(SAVE)).toHaveLength(1)
  })
  test.each(doubtful)('a look-up that meets %s proves nothing', async (_, reply) => {
    const gateway = await start(() => reply)
    expect((await look(gateway)).outcome.type).toBe('retry')
  })

  test('a look-up believes only the words for "no such invoice"', async () => {
    const answers = [said('Faktur Penjualan tidak tepat'), said('Gudang tidak tepat'), said('URL API tidak tepat', 404)]
    const gateway = await start(() => answers.shift() ?? said('?'))
    expect((await look(gateway)).outcome.type).toBe('absent')
    expect((await look(gateway)).outcome.type).toBe('retry')
    expect((await look(gateway)).outcome.type).toBe('retry')
  })

  test('a taken number is read: ours counts as sent, a different one needs attention, an unreadable one stays unknown', async () => {
    let held: ScriptedReply = { json: { s: true, d: invoice() } }
    const gateway = await start((request) =>
      request.path === SAVE ? said(`Sudah ada data lain dengan No Faktur "${sale.number}"`) : held,
    )
    expect((await send(gateway)).outcome).toMatchObject({ type: 'sent', remote: { id: '1250' } })
    held = { json: { s: true, d: invoice({ totalAmount: 1 }) } }
    expect((await send(gateway)).outcome).toMatchObject({ type: 'attention', attention: { code: 'total-differs' } })
    held = { json: { s: true, d: invoice({ customer: { customerNo: 'C.9' } }) } }
    expect((await send(gateway)).outcome).toMatchObject({ type: 'attention', attention: { code: 'customer-differs' } })
    held = said('Faktur Penjualan tidak tepat')
    expect((await send(gateway)).outcome).toMatchObject({ type: 'unknown' })
  })

  test.each([
    ['401', { json: { error: 'invalid_token' }, status: 401 }],
    ['a bad signature at 200', said("Header X-Api-Signature invalid: Require Application 'X' signature")],
    ['a missing scope', { json: { error: 'insufficient_scope' }, status: 403 }],
    ['a missing scope in XML', { text: '<error>insufficient_scope</error>', status: 403 }],
  ] satisfies readonly (readonly [string, ScriptedReply])[])(
    '%s gives the step back and refuses the line',
    async (_, reply) => {
      const gateway = await start(() => reply)
      const { outcome, news } = await send(gateway)
      expect(outcome).toEqual({ type: 'released' })
      expect(news?.type).toBe('refused')
      const words = JSON.stringify(news)
      expect(words.includes('sales_invoice_save')).toBe(JSON.stringify(reply).includes('insufficient_scope'))
      expect(words).not.toContain(TOKEN)
    },
  )

  test('a clock that is off is corrected by the Date header, once, and the call signed again', async () => {
    const serverMs = Date.UTC(2026, 10, 21, 3, 0)
    const withinWindow = (request: SeenRequest): boolean =>
      Math.abs(Number(request.headers['x-api-timestamp']) * 1_000 - serverMs) <= 600_000
    const gateway = await start(() => saved(invoice()), {
      now: () => serverMs - 86_400_000,
      setUp: (request) =>
        withinWindow(request)
          ? setUp(request)
          : {
              json: { s: false, d: ['Header X-Api Timestamp difference more than 600 seconds'] },
              status: 401,
              headers: { date: new Date(serverMs).toUTCString() },
            },
    })
    expect((await send(gateway)).outcome.type).toBe('sent')
    expect(seen('/api/api-token.do')).toHaveLength(2)
    expect(seen(SAVE)).toHaveLength(1)
  })

  test('a 308 to an allowed host is followed with method, body and token; to any other the line is refused', async () => {
    const locations = ['', 'https://jahat.example/accurate']
    const gateway = await start(() => {
      const location = locations.shift()
      if (location === undefined) return saved(invoice())
      return { json: {}, status: 308, headers: { location: location || `${servers[0]?.origin ?? ''}/accurate` } }
    })
    const refused = await send(gateway)
    expect(refused.outcome).toEqual({ type: 'released' })
    expect(refused.news).toMatchObject({ type: 'refused' })
    const [first, second] = seen(SAVE)
    expect(second).toMatchObject({ method: 'POST', body: first?.body, path: SAVE })
    expect(second?.headers.authorization).toBe(`Bearer ${TOKEN}`)
    expect(seen(SAVE)).toHaveLength(2)
    expect((await send(gateway)).outcome.type).toBe('sent')
  })

  test('a host that is not Accurate is never called', async () => {
    const gateway = await start(() => saved(invoice()), {
      setUp: (request) =>
        request.path === '/api/api-token.do'
          ? { json: { s: true, d: { database: { host: 'https://accurate.id.jahat.example' } } } }
          : setUp(request),
    })
    const { news } = await gateway.connect()
    expect(news).toMatchObject({ type: 'refused' })
    expect(servers[0]?.seen).toHaveLength(1)
  })

  test('a warehouse that was renamed is read again and the invoice goes with the new name', async () => {
    const gateway = await start((request) =>
      request.body.includes('Gudang-Baru')
        ? saved(invoice())
        : said('Gudang Gudang-Utama tidak ditemukan atau sudah dihapus'),
    )
    await gateway.connect()
    warehouseName = 'Gudang-Baru'
    expect((await send(gateway)).outcome.type).toBe('retry')
    expect((await send(gateway)).outcome.type).toBe('sent')
  })

  test('a number that is refused as taken without a document to be seen needs attention after some rounds', async () => {
    const words = `Sudah ada data lain dengan No Faktur "${sale.number}"`
    const gateway = await start((request) => said(request.path === SAVE ? words : 'Faktur Penjualan tidak tepat'))
    const round = { atMs: 1, mode: 'send', outcome: 'unknown', message: words, httpStatus: 200, durationMs: 1 } as const
    const outcomes: string[] = []
    for (const attempts of [[], [round], [round, round]]) {
      const { outcome } = await gateway.carryOut(claimedStep(sale, 'accurate.invoice', { attempts }), always)
      outcomes.push(outcome.type === 'attention' ? outcome.attention.code : outcome.type)
    }
    expect(outcomes).toEqual(['unknown', 'unknown', 'number-taken-unseen'])
  })

  test('a sale that was rounded up waits for its account alone, and goes once the account is there', async () => {
    let accounts = [{ id: 2, no: '110101', name: 'Kas' }]
    const rounded = { ...sale, rounding: rupiah(100), total: rupiah(1_100) }
    const gateway = await start(() => saved(invoice({ totalAmount: 1_100 })), {
      setUp: (request) =>
        request.path === `${DATA}/glaccount/list.do` ? { json: { s: true, d: accounts } } : setUp(request),
    })
    const { outcome } = await gateway.carryOut(claimedStep(rounded, 'accurate.invoice'), always)
    expect(outcome).toMatchObject({ type: 'attention', attention: { code: 'no-rounding-account' } })
    expect(seen(SAVE)).toHaveLength(0)
    accounts = [...accounts, { id: 3, no: '7100', name: 'Selisih Pembulatan' }]
    const again = await gateway.carryOut(claimedStep(rounded, 'accurate.invoice'), always)
    expect(again.outcome).toMatchObject({ type: 'sent', remote: { total: 1_100 } })
    expect(JSON.parse(seen(SAVE)[0]?.body ?? '{}')).toMatchObject({
      detailExpense: [{ accountNo: '7100', expenseAmount: 100 }],
    })
  })

  test('a company without a customer says what to create, and the step is given back', async () => {
    const gateway = await start(() => saved(invoice()), {
      setUp: (request) => (request.path === `${DATA}/customer/list.do` ? { json: { s: true, d: [] } } : setUp(request)),
    })
    expect(JSON.stringify((await gateway.connect()).news)).toContain('Pelanggan Umum')
    expect((await send(gateway)).outcome).toEqual({ type: 'released' })
    expect(seen(SAVE)).toHaveLength(0)
  })
})
