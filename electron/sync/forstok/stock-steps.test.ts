import { describe, expect, test } from 'vitest'
import { openPracticeShop, type PracticeShop } from '../../practice/testing/practice-shop.ts'
import { stockDocumentSchema, type StockDocument } from '../../../shared/domain/stock-document.ts'
import type { Attempt, ClaimMode, StepOutcome } from '../../../shared/domain/step.ts'
import { createAbsenceTrust } from '../absence-trust.ts'
import { createHttpClient } from '../http/http-client.ts'
import { claimedStockStep } from '../testing/claimed-step.ts'
import { createForstokClient } from './forstok-client.ts'
import { createForstokDestination } from './forstok-destination.ts'
import { createForstokGateway } from './forstok-gateway.ts'
import { createVariantReader } from './variant-reader.ts'

type Line = {
  readonly sku: string
  readonly quantity: number
  readonly counted?: number
  readonly pulledOnHand?: number
}

const documentOf = (kind: StockDocument['kind'], lines: readonly Line[]): StockDocument =>
  stockDocumentSchema.parse({
    id: '7b2f5c8e-54a0-4f2e-9d7b-0a1b2c3d4e5f',
    number: 'K1-S261121-0001',
    kind,
    register: 'K1',
    by: 'Ayu',
    approval: null,
    atMs: 1,
    utcOffsetMinutes: 420,
    warehouseId: '701',
    toWarehouseId: kind === 'transfer' ? '702' : null,
    pulledAtMs: null,
    reason: 'Restock',
    note: '',
    lines: lines.map((line) => ({
      name: line.sku,
      counted: null,
      expected: line.counted === undefined ? null : line.counted - line.quantity,
      pulledOnHand: null,
      ...line,
    })),
    route: 'both-not-linked',
  })

/** A register's Forstok destination at the practice services, with the attempts that its outbox would keep. */
const registerAt = (shop: PracticeShop) => {
  let monotonicMs = 0
  const connect = () => {
    const client = createForstokClient({
      access: {
        authUrl: shop.services.forstokAuthUrl,
        sellerUrl: shop.services.forstokSellerUrl,
        ...shop.services.credentials.forstok,
      },
      http: (secrets) => createHttpClient({ requestTimeoutMs: 1_000, connectTimeoutMs: 800, secrets }),
      now: () => shop.clock.ms,
    })
    const variants = createVariantReader({
      client,
      limiter: { takeTurn: () => Promise.resolve() },
      now: () => shop.clock.ms,
      retryPauseMs: 1,
    })
    const destination = createForstokDestination({
      gateway: createForstokGateway(client),
      variants,
      trust: createAbsenceTrust(10_000, { now: () => shop.clock.ms, monotonicNow: () => monotonicMs }),
      now: () => shop.clock.ms,
      close: client.close,
    })
    monotonicMs += 60_000
    return destination
  }
  let destination = connect()
  const attempts: Attempt[] = []
  const note = (outcome: Attempt['outcome'], mode: ClaimMode, message: string): void => {
    attempts.push({ atMs: 1, mode, outcome, message, httpStatus: null, durationMs: null })
  }
  return {
    attempts,
    note,
    /** The process was killed and starts anew. */
    restart: () => {
      destination.close()
      destination = connect()
    },
    waitForTrust: () => {
      monotonicMs += 60_000
    },
    run: async (
      document: StockDocument,
      mode: ClaimMode,
      mayWrite: () => boolean = () => true,
    ): Promise<StepOutcome> => {
      const claimed = claimedStockStep(document, 'forstok.stock', { mode, attempts: [...attempts] })
      const { outcome } = await destination.carryOut(claimed, mayWrite)
      if (outcome.type !== 'released')
        note(outcome.type, mode, outcome.type === 'attention' ? outcome.attention.message : outcome.message)
      return outcome
    },
  }
}

const onHandOf = (shop: PracticeShop, sku: string): readonly number[] =>
  shop.services
    .readHoldings()
    .stock.filter((row) => row.sku === sku)
    .map((row) => row.onHand)

const GOODS_IN = documentOf('in', [
  { sku: 'TEH-01', quantity: 5 },
  { sku: 'ROTI-01', quantity: 2 },
])

describe('a stock document at Forstok', () => {
  test('goods in are added to what Forstok has now, and read back', async () => {
    const shop = await openPracticeShop()
    const register = registerAt(shop)
    expect(await register.run(GOODS_IN, 'send')).toMatchObject({
      type: 'sent',
      remote: { id: 'K1-S261121-0001', number: 'K1-S261121-0001', total: null },
    })
    expect([onHandOf(shop, 'TEH-01'), onHandOf(shop, 'ROTI-01')]).toEqual([[15], [5]])
  })

  test('a transfer takes from one warehouse and adds to the other', async () => {
    const shop = await openPracticeShop()
    const outcome = await registerAt(shop).run(documentOf('transfer', [{ sku: 'TEH-01', quantity: -4 }]), 'send')
    expect(outcome.type).toBe('sent')
    const { json } = await shop.forstok('GET', '/api/v2/variants.json')
    expect(json).toHaveProperty('variants.0.quantities', [
      { warehouse_id: 701, on_hand: 6, reserved: 0, available: 6 },
      { warehouse_id: 702, on_hand: 4, reserved: 0, available: 4 },
    ])
  })

  test('goods out of more than there is change nothing and name what Forstok has', async () => {
    const shop = await openPracticeShop()
    const outcome = await registerAt(shop).run(
      documentOf('out', [
        { sku: 'TEH-01', quantity: -1 },
        { sku: 'ROTI-01', quantity: -9 },
      ]),
      'send',
    )
    expect(outcome).toMatchObject({ type: 'attention', attention: { code: 'stock-below-zero' } })
    expect(JSON.stringify(outcome)).toContain('ROTI-01 (On Hand 3, -9)')
    expect([onHandOf(shop, 'TEH-01'), onHandOf(shop, 'ROTI-01')]).toEqual([[10], [3]])
  })

  test('a count sets what nobody moved, and leaves what others moved to a person', async () => {
    const shop = await openPracticeShop()
    const register = registerAt(shop)
    const count = documentOf('count', [
      { sku: 'TEH-01', quantity: -2, counted: 8, pulledOnHand: 10 },
      { sku: 'ROTI-01', quantity: -1, counted: 3, pulledOnHand: 4 },
      { sku: 'GULA-01', quantity: 5, counted: 4, pulledOnHand: -1 },
    ])
    const outcome = await register.run(count, 'send')
    expect(outcome).toMatchObject({
      type: 'attention',
      attention: { code: 'stock-moved' },
      settledLines: ['ROTI-01', 'TEH-01'],
    })
    expect(JSON.stringify(outcome)).toContain('GULA-01 (On Hand -2, hitungan 4)')
    expect([onHandOf(shop, 'TEH-01'), onHandOf(shop, 'ROTI-01'), onHandOf(shop, 'GULA-01')]).toEqual([[8], [3], [-2]])
    // One is sold since: what was set stays set, and is not called moved.
    await shop.forstok(
      'PATCH',
      '/api/v2/variants/quantities.json',
      {},
      { variants: [{ sku: 'TEH-01', quantity_hand: 7 }] },
    )
    register.note('requeued', 'resolve', '')
    const again = await register.run(count, 'resolve')
    expect(JSON.stringify(again)).not.toContain('TEH-01 (')
    expect(onHandOf(shop, 'TEH-01')).toEqual([7])
  })

  test('a count waits while only some of the own sales before it have arrived, and then names what moved', async () => {
    const shop = await openPracticeShop()
    const register = registerAt(shop)
    // Pulled 12, four sold and not sent; Forstok holds two of them.
    const count = documentOf('count', [{ sku: 'TEH-01', quantity: -1, counted: 7, pulledOnHand: 12 }])
    for (let look = 1; look <= 10; look += 1) expect((await register.run(count, 'send')).type).toBe('retry')
    expect(await register.run(count, 'send')).toMatchObject({ attention: { code: 'stock-moved' } })
    expect(onHandOf(shop, 'TEH-01')).toEqual([10])
  })

  test('a count that would fall below zero is left to a person, with what to do', async () => {
    const shop = await openPracticeShop()
    // Pulled -2 and one more sold: nothing on the shelf, and two of the till's own are still on their way back.
    const count = documentOf('count', [{ sku: 'GULA-01', quantity: -1, counted: 0, pulledOnHand: -2 }])
    const outcome = await registerAt(shop).run(count, 'send')
    expect(outcome).toMatchObject({ attention: { code: 'stock-below-zero' }, settledLines: [] })
    expect(JSON.stringify(outcome)).toContain('Hitung barang ini di rak')
    expect(onHandOf(shop, 'GULA-01')).toEqual([-2])
  })

  test('an answer that was lost is looked up, also after a restart, and the difference is not sent twice', async () => {
    const shop = await openPracticeShop()
    const register = registerAt(shop)
    // Directory, login and figures are read first; only writes lose their answers.
    shop.setFaults('forstok', { loseNextAnswers: 1 })
    expect((await register.run(GOODS_IN, 'send')).type).toBe('unknown')
    expect(onHandOf(shop, 'TEH-01')).toEqual([15])
    register.restart()
    expect((await register.run(GOODS_IN, 'resolve')).type).toBe('sent')
    expect(onHandOf(shop, 'TEH-01')).toEqual([15])
  })

  test('a call that never arrived is sent once the look-up may be believed', async () => {
    const shop = await openPracticeShop()
    const register = registerAt(shop)
    register.note('unknown', 'send', 'timed out [open TEH-01@701 10>15, ROTI-01@701 3>5]')
    expect((await register.run(GOODS_IN, 'resolve')).type).toBe('absent')
    expect((await register.run(GOODS_IN, 'send')).type).toBe('sent')
    expect(onHandOf(shop, 'TEH-01')).toEqual([15])
  })

  test('what stands at neither figure is left to a person, who is told both', async () => {
    const shop = await openPracticeShop()
    const register = registerAt(shop)
    register.note('unknown', 'send', 'timed out [open TEH-01@701 9>14]')
    const outcome = await register.run(documentOf('in', [{ sku: 'TEH-01', quantity: 5 }]), 'resolve')
    expect(outcome).toMatchObject({ type: 'attention', attention: { code: 'stock-unclear' } })
    expect(JSON.stringify(outcome)).toContain('if it has, leave 10, if not, make it 15')
  })

  test('a lease that ran out in the middle is never sent again by itself, however often it is taken up', async () => {
    const shop = await openPracticeShop()
    const register = registerAt(shop)
    register.note('lease-expired', 'send', '')
    for (let round = 0; round < 3; round += 1) {
      expect(await register.run(GOODS_IN, 'resolve')).toMatchObject({
        type: 'attention',
        attention: { code: 'stock-unclear' },
      })
      register.note('requeued', 'resolve', '')
    }
    expect(onHandOf(shop, 'TEH-01')).toEqual([10])
  })

  test('sends more than one call holds, and goes on where it was cut short', async () => {
    const items = Array.from({ length: 45 }, (_, index) => ({
      sku: `SKU-${index}`,
      barcode: null,
      name: 'x',
      category: 'x',
      price: 1,
      costPrice: null,
      stock: 10,
    }))
    const shop = await openPracticeShop({ items })
    const register = registerAt(shop)
    const document = documentOf(
      'in',
      items.map(({ sku }) => ({ sku, quantity: 1 })),
    )
    let asked = 0
    // One page is read, then the first call goes out and the loop pauses.
    expect((await register.run(document, 'send', () => (asked += 1) <= 2)).type).toBe('unknown')
    register.restart()
    expect((await register.run(document, 'resolve')).type).toBe('absent')
    expect((await register.run(document, 'send')).type).toBe('sent')
    expect(items.flatMap(({ sku }) => onHandOf(shop, sku))).toEqual(items.map(() => 11))
  })

  test('a SKU that Forstok does not have is named', async () => {
    const shop = await openPracticeShop()
    const register = registerAt(shop)
    const other = documentOf('in', [{ sku: 'NO-SUCH', quantity: 1 }])
    expect(await register.run(other, 'send')).toMatchObject({ attention: { code: 'unknown-item' } })
  })
})
