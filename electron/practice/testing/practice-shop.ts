import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { NO_FAULTS, type ServiceFaults } from '../../../shared/ipc/practice.ts'
import type { Destination } from '../../../shared/domain/sales-route.ts'
import { PRACTICE_CREDENTIALS } from '../practice-credentials.ts'
import type { PracticeSeedItem } from '../practice-seed.ts'
import { type PracticeServices, startPracticeServices } from '../practice-services.ts'

/** What the shop of these tests sells: three items, one of them already oversold. */
export const SEED_ITEMS: readonly PracticeSeedItem[] = [
  { sku: 'TEH-01', barcode: '8991', name: 'Teh Botol', category: 'Minuman', price: 5000, costPrice: 4000, stock: 10 },
  { sku: 'ROTI-01', barcode: null, name: 'Roti Tawar', category: 'Roti', price: 15_000, costPrice: null, stock: 3 },
  {
    sku: 'GULA-01',
    barcode: '8993',
    name: 'Gula 1 kg',
    category: 'Sembako',
    price: 18_500,
    costPrice: 17_000,
    stock: -2,
  },
]

/** 21 November 2026, 10:00 WIB. */
export const SHOP_OPENS_MS = Date.UTC(2026, 10, 21, 3)

export type Answer = { readonly status: number; readonly json: unknown; readonly headers: Headers }

export type PracticeShop = {
  readonly services: PracticeServices
  readonly directory: string
  /** The services' clock; Accurate calls move it on by a fifth of a second, so that only tests of the limit meet it. */
  readonly clock: { ms: number }
  readonly setFaults: (service: Destination, faults: Partial<ServiceFaults>) => void
  /** A call with the token of a login made on first use. */
  readonly forstok: (method: string, path: string, query?: Record<string, string>, body?: unknown) => Promise<Answer>
  readonly logIn: () => Promise<string>
  readonly accurate: (method: string, path: string, query?: Record<string, string>, body?: unknown) => Promise<Answer>
}

/** A folder that is deleted after the test. */
export const temporaryDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'konter-practice-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

/** Starts both services on real ports; they stop when the test ends. */
export const openPracticeShop = async (
  options: { directory?: string; items?: readonly PracticeSeedItem[]; random?: () => number } = {},
): Promise<PracticeShop> => {
  const directory = options.directory ?? temporaryDirectory()
  const clock = { ms: SHOP_OPENS_MS }
  const services = await startPracticeServices({
    directory,
    seed: () => Promise.resolve(options.items ?? SEED_ITEMS),
    now: () => clock.ms,
    ...(options.random === undefined ? {} : { random: options.random }),
  })
  onTestFinished(() => services.stop())

  const { id, secretKey } = PRACTICE_CREDENTIALS.forstok
  let token: string | null = null
  const logIn = async () => {
    const query = { id, secret_key: secretKey, type: 'seller' }
    const { json } = await call('POST', urlOf(services.forstokAuthUrl, '/api/v2/auth', query), {})
    return loginSchema.parse(json).data.token
  }
  return {
    services,
    directory,
    clock,
    logIn,
    setFaults: (service, faults) =>
      services.setFaults({ ...services.getFaults(), [service]: { ...NO_FAULTS, ...faults } }),
    forstok: async (method, path, query = {}, body?) => {
      token ??= await logIn()
      const url = urlOf(services.forstokSellerUrl, path, { user_id: id, auth_type: 'jwt', ...query })
      return call(method, url, { authorization: `Bearer ${token}` }, body)
    },
    accurate: (method, path, query = {}, body?) => {
      clock.ms += 200
      return call(method, urlOf(services.accurateUrl, path, query), signedHeaders(clock.ms), body)
    },
  }
}

/** The headers of a well-signed Accurate call. */
export const signedHeaders = (atMs: number): Record<string, string> => signedWith(String(Math.floor(atMs / 1000)))

/** The same with any text as timestamp. */
export const signedWith = (timestamp: string, encoding: 'hex' | 'base64' = 'hex'): Record<string, string> => {
  const { apiToken, signatureSecret } = PRACTICE_CREDENTIALS.accurate
  return {
    authorization: `Bearer ${apiToken}`,
    'x-api-timestamp': timestamp,
    'x-api-signature': createHmac('sha256', signatureSecret).update(timestamp).digest(encoding),
  }
}

/** One HTTP call. A body that is not text goes as JSON. */
export const call = async (
  method: string,
  url: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> => {
  const isText = typeof body === 'string'
  const response = await fetch(url, {
    method,
    headers: { 'content-type': isText ? 'application/x-www-form-urlencoded' : 'application/json', ...headers },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  })
  return { status: response.status, json: await response.json(), headers: response.headers }
}

export const urlOf = (base: string, path: string, query: Record<string, string>): string => {
  const text = new URLSearchParams(query).toString()
  return `${base}${path}${text === '' ? '' : `?${text}`}`
}

const loginSchema = z.object({ data: z.object({ token: z.string() }) })

/** The body of an order of some units, each at its price. */
export const orderOf = (reference: string, skus: readonly string[]) => ({
  reference,
  channel_id: 21,
  store_id: 9001,
  warehouse_id: 701,
  ordered_at: '2026-11-21T10:00:00+07:00',
  customer: { name: 'Pelanggan Umum', phone: '', email: '' },
  item_lines: skus.map((sku) => ({ sku, price: 5000, sale_price: 4500 })),
  discount_amount: 0,
  shipping_price: 0,
  note: '',
  paid: { type: 'Cash', amount: 4500 * skus.length },
})

const orderAnswerSchema = z.object({ order: z.object({ id: z.number() }) })

/** Creates an order and gives its id. Throws when it is refused. */
export const createOrder = async (shop: PracticeShop, reference: string, skus: readonly string[]): Promise<string> => {
  const { json } = await shop.forstok('POST', '/api/v2/orders.json', {}, orderOf(reference, skus))
  return String(orderAnswerSchema.parse(json).order.id)
}

/** The body of an invoice over some lines. */
export const invoiceOf = (number: string, lines: readonly Record<string, unknown>[]) => ({
  number,
  customerNo: 'C.00001',
  transDate: '21/11/2026',
  detailItem: lines,
})

/** The body of a receipt that pays one invoice. */
export const receiptOf = (number: string, invoiceNo: string, amount: number) => ({
  number,
  customerNo: 'C.00001',
  bankNo: '110101',
  chequeAmount: amount,
  transDate: '21/11/2026',
  paymentMethod: 'CASH_OTHER',
  detailInvoice: [{ invoiceNo, paymentAmount: amount }],
})

export const SAVE_INVOICE = '/accurate/api/sales-invoice/save.do'
export const READ_INVOICE = '/accurate/api/sales-invoice/detail.do'
export const SAVE_RECEIPT = '/accurate/api/sales-receipt/save.do'
export const READ_RECEIPT = '/accurate/api/sales-receipt/detail.do'
