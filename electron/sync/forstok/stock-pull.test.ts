import { afterEach, describe, expect, test } from 'vitest'
import type { AskRequestOf } from '../../../shared/ipc/contract.ts'
import { createHttpClient } from '../http/http-client.ts'
import type { LinkNews } from '../http/classify-exchange.ts'
import { createMemoryOutbox } from '../testing/memory-outbox.ts'
import { startScriptedServer, type ScriptedReply, type ScriptedServer } from '../testing/scripted-server.ts'
import { createForstokClient } from './forstok-client.ts'
import { pullForstokStock } from './stock-pull.ts'
import { createVariantReader } from './variant-reader.ts'

const variant = (sku: string, available: number) => ({
  sku,
  quantities: [
    { warehouse_id: 703, on_hand: 1, reserved: 0, available: 1 },
    { warehouse_id: 702, on_hand: 999, reserved: 0, available: 999 },
    { warehouse_id: 701, on_hand: available + 1, reserved: 1, available },
  ],
})
const page = (number: number, totalPages: number, variants: readonly unknown[]): ScriptedReply => ({
  json: { variants, page: number, total_pages: totalPages },
})

describe('the stock pull', () => {
  let server: ScriptedServer | null = null
  const applied: AskRequestOf<'stock.apply'>[] = []
  const news: LinkNews[] = []
  let isPageGone = false

  const pull = async (answer: (pageNumber: number, call: number) => ScriptedReply) => {
    applied.length = 0
    news.length = 0
    let calls = 0
    const started = await startScriptedServer((request) =>
      request.path === '/api/v2/auth'
        ? { json: { data: { token: 't' } } }
        : answer(Number(request.query.get('page')), (calls += 1)),
    )
    server = started
    const client = createForstokClient({
      access: { authUrl: started.origin, sellerUrl: started.origin, id: 'a', secretKey: 'b' },
      http: (secrets) => createHttpClient({ requestTimeoutMs: 1_000, connectTimeoutMs: 800, secrets }),
      now: () => 5_000,
    })
    const outbox = createMemoryOutbox()
    const result = await pullForstokStock({
      variants: createVariantReader({
        client,
        limiter: { takeTurn: () => Promise.resolve() },
        now: () => 5_000,
        retryPauseMs: 1,
      }),
      readDirectory: async () => ({
        type: 'ok',
        value: { warehouseId: '701', storeId: '1', channelId: '21' },
        status: 200,
      }),
      listWarehouses: async () => ({
        type: 'ok',
        value: [
          { id: 701, name: 'Gudang-Utama', default: true, active: true },
          { id: 702, name: 'Gudang-Belakang', active: true },
          { id: 703, name: 'Gudang-Lama', active: false },
        ],
        status: 200,
      }),
      page: {
        ...outbox,
        applyStock: async (request) => {
          if (isPageGone) throw new Error('reloading')
          applied.push(request)
          return outbox.applyStock(request)
        },
      },
      now: () => 5_000,
      onNews: (one) => news.push(one),
    })
    client.close()
    return result
  }

  afterEach(async () => server?.stop())

  test('applies every page with the time at which it began: all active warehouses, with their names and the own one', async () => {
    const result = await pull((number) =>
      page(number, 2, number === 1 ? [variant('A', 4), variant('B', -3)] : [variant('C', 0)]),
    )
    expect(result).toEqual({ ok: true, value: { skuCount: 3, pulledAtMs: 5_000 } })
    const elsewhere = (sku: string) => ({ sku, warehouseId: '702', onHand: 999, reserved: 0, available: 999 })
    const told = {
      warehouses: [
        { id: '701', name: 'Gudang-Utama' },
        { id: '702', name: 'Gudang-Belakang' },
      ],
      ownWarehouseId: '701',
      pullBeganAtMs: 5_000,
    }
    expect(applied).toEqual([
      {
        ...told,
        isFirst: true,
        isLast: false,
        rows: [
          elsewhere('A'),
          { sku: 'A', warehouseId: '701', onHand: 5, reserved: 1, available: 4 },
          elsewhere('B'),
          { sku: 'B', warehouseId: '701', onHand: -2, reserved: 1, available: -3 },
        ],
      },
      {
        ...told,
        isFirst: false,
        isLast: true,
        rows: [elsewhere('C'), { sku: 'C', warehouseId: '701', onHand: 1, reserved: 1, available: 0 }],
      },
    ])
  })

  test('a page that fails, or the answer to another page, is asked for again', async () => {
    const answers: readonly ScriptedReply[] = [
      { text: 'busy', status: 503 },
      page(2, 1, [variant('Z', 9)]),
      { reset: 'without-answer' },
      page(1, 1, [variant('A', 4)]),
    ]
    const result = await pull((_, call) => answers[call - 1] ?? page(1, 1, []))
    expect(result).toMatchObject({ ok: true, value: { skuCount: 1 } })
    expect(applied.flatMap((request) => request.rows.map((row) => row.sku))).toEqual(['A', 'A'])
    expect(news.map((one) => one.type)).toEqual(['troubled', 'troubled', 'troubled', 'answered'])
  })

  test('a pull that cannot be finished says so in both languages and never marks a last page', async () => {
    const result = await pull((number) => (number === 1 ? page(1, 2, [variant('A', 4)]) : { text: 'x', status: 500 }))
    expect(result).toMatchObject({ ok: false, error: { code: 'stock-pull-failed', detail: 'HTTP 500: x' } })
    expect(applied.map((request) => request.isLast)).toEqual([false])
  })

  test('a page that is reloading makes the pull fail with words, not with an exception', async () => {
    isPageGone = true
    const result = await pull(() => page(1, 1, [variant('A', 4)]))
    isPageGone = false
    expect(result).toMatchObject({ ok: false, error: { code: 'stock-pull-failed' } })
  })

  test('a shop without variants is an empty pull, not a failure', async () => {
    expect(await pull(() => page(1, 0, []))).toMatchObject({ ok: true, value: { skuCount: 0 } })
    expect(applied).toMatchObject([{ rows: [], isFirst: true, isLast: true }])
  })
})
