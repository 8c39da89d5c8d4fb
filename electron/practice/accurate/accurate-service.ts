import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Result } from '../../../shared/domain/result.ts'
import type { EventLog } from '../event-log.ts'
import { bodyOf, headerOf, LARGEST_BODY_BYTES, parseJson, queryOf, readBodiesAsText } from '../request-parts.ts'
import { type Answering, committedAnswer, type Handle, jsonAnswer, type ServiceAnswer } from '../service-answer.ts'
import { createSlidingLimit } from '../sliding-limit.ts'
import type { AccurateEvent } from './accurate-events.ts'
import { INVALID_TOKEN, refuseUnsigned } from './accurate-guard.ts'
import { listAnswer, type View } from './accurate-list.ts'
import {
  accountList,
  adjustmentList,
  branchList,
  customerList,
  invoiceList,
  itemList,
  receiptList,
  returnList,
  warehouseList,
} from './accurate-lists.ts'
import { ACCURATE_DATABASE } from './accurate-places.ts'
import { adjustmentView, returnDetailView } from './accurate-return-views.ts'
import { decideSaveAdjustment } from './accurate-save-adjustment.ts'
import { decideSaveCustomer } from './accurate-save-customer.ts'
import { type AccurateRefusal, decideSaveInvoice } from './accurate-save-invoice.ts'
import { decideSaveReceipt } from './accurate-save-receipt.ts'
import { decideSaveReturn } from './accurate-save-return.ts'
import { type AccurateState, applyAccurateEvent } from './accurate-state.ts'
import { customerView, invoiceDetailView, itemDetailView, receiptDetailView } from './accurate-views.ts'
import { roundAccurate } from './accurate-values.ts'
import { parseFormBody } from './form-body.ts'
import { warehouseErrors } from './name-errors.ts'

/** The answer above 8 calls a second or 8 in flight. Nobody has recorded the real one: status and words are assumed, and it carries no `Retry-After`. */
const OVER_LIMIT = jsonAnswer(429, { s: false, d: ['Melebihi batas 8 request per detik'] })

/** Accurate's words for what stands outside a single call. */
export const ACCURATE_REFUSALS = {
  unavailable: jsonAnswer(503, { s: false, d: ['Service Unavailable'] }),
  'too-many-requests': { ...OVER_LIMIT, headers: { 'retry-after': '1' } },
  credentials: INVALID_TOKEN,
} as const

const CALLS_PER_SECOND = 8
const CALLS_IN_FLIGHT = 8
const DATA = '/accurate/api'

type Service = {
  readonly state: AccurateState
  readonly log: EventLog<AccurateEvent>
  readonly handle: Handle
  readonly now: () => number
  /** `http://127.0.0.1:<port>` of this service: what `api-token.do` names as the host of the data. */
  readonly origin: () => string
}

/** Accurate's simulator as routes: the account host and the data host in one. Nothing listens yet. */
export const createAccurateService = ({ state, log, handle, now, origin }: Service): FastifyInstance => {
  const rateLimit = createSlidingLimit(CALLS_PER_SECOND, 1000)
  let callsInFlight = 0
  const app = fastify({ bodyLimit: LARGEST_BODY_BYTES })
  readBodiesAsText(app)

  const signed = (answering: Answering) =>
    handle((request, reply) => {
      const refusal = refuseUnsigned(
        {
          authorization: headerOf(request, 'authorization'),
          timestamp: headerOf(request, 'x-api-timestamp'),
          signature: headerOf(request, 'x-api-signature'),
        },
        now(),
      )
      if (refusal !== null) return refusal
      if (callsInFlight >= CALLS_IN_FLIGHT || rateLimit.take(now()) !== null) return OVER_LIMIT
      callsInFlight += 1
      reply.raw.once('close', () => {
        callsInFlight -= 1
      })
      return answering(request, reply)
    })
  const save = <Event extends AccurateEvent>(
    path: string,
    decide: (state: AccurateState, body: unknown, atMs: number) => Result<Event, AccurateRefusal>,
    savedOf: (event: Event) => { readonly words: string; readonly record: View | null },
  ) => {
    const answering: Answering = (request) => {
      const body = readBody(request)
      if (body === null) return jsonAnswer(200, { s: false, d: ['Invalid request body'] })
      const decided = decide(state, body.value, now())
      if (!decided.ok) return jsonAnswer(200, { s: false, d: decided.error })
      log.append(decided.value)
      applyAccurateEvent(state, decided.value)
      const { words, record } = savedOf(decided.value)
      return committedAnswer({ s: true, d: [`${words} berhasil disimpan`], r: record })
    }
    app.post(`${DATA}/${path}/save.do`, signed(answering))
  }
  const read = (path: string, answering: (query: URLSearchParams) => ServiceAnswer) => {
    app.get(
      `${DATA}/${path}`,
      signed((request) => answering(queryOf(request))),
    )
  }

  app.route({
    method: ['GET', 'POST'],
    url: '/api/api-token.do',
    handler: signed(() =>
      jsonAnswer(200, {
        s: true,
        d: { database: { host: origin(), ...ACCURATE_DATABASE }, user: {}, tokenType: 'api' },
      }),
    ),
  })

  read('item/list.do', (query) => listAnswer(query, itemList(state)))
  read('item/detail.do', (query) => {
    const item =
      state.itemsByNo.get(query.get('no') ?? '') ?? state.items.find(({ id }) => String(id) === query.get('id'))
    return detailAnswer(item === undefined ? null : itemDetailView(item), 'Barang & Jasa')
  })
  read('item/get-stock.do', (query) => {
    const item = state.itemsByNo.get(query.get('no') ?? '')
    if (item === undefined) return detailAnswer(null, 'Barang & Jasa')
    const warehouseName = query.get('warehouseName') ?? ''
    if (warehouseErrors([warehouseName === '' ? null : warehouseName]).length > 0) return detailAnswer(null, 'Gudang')
    const rows = item.balances.filter((row) => warehouseName === '' || row.warehouseName === warehouseName)
    return detailAnswer({ availableStock: roundAccurate(rows.reduce((sum, row) => sum + row.balance, 0)) }, 'Stok')
  })
  read('warehouse/list.do', (query) => listAnswer(query, warehouseList))
  read('glaccount/list.do', (query) => listAnswer(query, accountList))
  read('branch/list.do', (query) => listAnswer(query, branchList))

  read('customer/list.do', (query) => listAnswer(query, customerList(state)))
  read('customer/detail.do', (query) => {
    const held = findHeld(state.customers, query, 'customerNo', ({ customer }) => customer.id)
    return detailAnswer(held === null ? null : customerView(held), 'Pelanggan')
  })
  save('customer', decideSaveCustomer, ({ customer }) => {
    const held = state.customers.get(customer.customerNo)
    return { words: `Pelanggan "${customer.name}"`, record: held === undefined ? null : customerView(held) }
  })

  read('sales-invoice/list.do', (query) => listAnswer(query, invoiceList(state)))
  read('sales-invoice/detail.do', (query) => {
    const held = findHeld(state.invoices, query, 'number', ({ invoice }) => invoice.id)
    return detailAnswer(held === null ? null : invoiceDetailView(state, held), 'Faktur Penjualan')
  })
  save('sales-invoice', decideSaveInvoice, ({ invoice }) => {
    const held = state.invoices.get(invoice.number)
    const record = held === undefined ? null : invoiceDetailView(state, held)
    return { words: `Faktur Penjualan "${invoice.number}"`, record }
  })

  read('sales-receipt/list.do', (query) => listAnswer(query, receiptList(state)))
  read('sales-receipt/detail.do', (query) => {
    const held = findHeld(state.receipts, query, 'number', ({ receipt }) => receipt.id)
    return detailAnswer(held === null ? null : receiptDetailView(state, held), 'Penerimaan Penjualan')
  })
  save('sales-receipt', decideSaveReceipt, ({ receipt }) => {
    const held = state.receipts.get(receipt.number)
    const record = held === undefined ? null : receiptDetailView(state, held)
    return { words: `Penerimaan Penjualan "${receipt.number}"`, record }
  })

  read('sales-return/list.do', (query) => listAnswer(query, returnList(state)))
  read('sales-return/detail.do', (query) => {
    const held = findHeld(state.returns, query, 'number', ({ salesReturn }) => salesReturn.id)
    return detailAnswer(held === null ? null : returnDetailView(state, held), 'Retur Penjualan')
  })
  save('sales-return', decideSaveReturn, ({ salesReturn }) => {
    const held = state.returns.get(salesReturn.number)
    const record = held === undefined ? null : returnDetailView(state, held)
    return { words: `Retur Penjualan "${salesReturn.number}"`, record }
  })

  read('item-adjustment/list.do', (query) => listAnswer(query, adjustmentList(state)))
  read('item-adjustment/detail.do', (query) => {
    const held = findHeld(state.adjustments, query, 'number', ({ adjustment }) => adjustment.id)
    return detailAnswer(held === null ? null : adjustmentView(held), 'Penyesuaian Persediaan')
  })
  save('item-adjustment', decideSaveAdjustment, ({ adjustment }) => {
    const held = state.adjustments.get(adjustment.number)
    const record = held === undefined ? null : adjustmentView(held)
    return { words: `Penyesuaian Persediaan "${adjustment.number}"`, record }
  })

  app.setNotFoundHandler(handle(() => jsonAnswer(404, { s: false, d: ['URL API tidak tepat'] })))
  return app
}

const detailAnswer = (view: View | null, entity: string): ServiceAnswer =>
  jsonAnswer(200, view === null ? { s: false, d: [`${entity} tidak tepat`] } : { s: true, d: view })

const findHeld = <Held>(
  heldByNumber: ReadonlyMap<string, Held>,
  query: URLSearchParams,
  numberName: string,
  idOf: (held: Held) => number,
): Held | null => {
  const byNumber = heldByNumber.get(query.get(numberName) ?? '')
  if (byNumber !== undefined) return byNumber
  const id = query.get('id')
  if (id === null) return null
  return [...heldByNumber.values()].find((held) => String(idOf(held)) === id) ?? null
}

/** JSON or a classic form, by its content type; a form where none is named and the text is no JSON. */
const readBody = (request: FastifyRequest): { readonly value: unknown } | null => {
  const text = bodyOf(request)
  const isForm = headerOf(request, 'content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
  return isForm ? { value: parseFormBody(text) } : parseJson(text)
}
