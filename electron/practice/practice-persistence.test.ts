import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startPracticeServices } from './practice-services.ts'
import {
  call,
  createOrder,
  invoiceOf,
  openPracticeShop,
  type PracticeShop,
  receiptOf,
  SAVE_INVOICE,
  SAVE_RECEIPT,
  SEED_ITEMS,
  temporaryDirectory,
  urlOf,
} from './testing/practice-shop.ts'

const sell = async (shop: PracticeShop) => {
  const order = await createOrder(shop, 'K1-1', ['TEH-01', 'ROTI-01'])
  await shop.forstok('POST', '/api/v2/orders/fulfills_seller.json', { order_id: order })
  await createOrder(shop, 'K1-2', ['GULA-01'])
  const line = { itemNo: 'TEH-01', unitPrice: 5000 }
  await shop.accurate('POST', SAVE_INVOICE, {}, invoiceOf('K1-1', [line]))
  await shop.accurate('POST', SAVE_RECEIPT, {}, receiptOf('K1-1-1', 'K1-1', 3000))
}

/** A copy of the folder as a killed process would leave it: nothing was closed. */
const copyOf = (directory: string): string => {
  const copy = join(temporaryDirectory(), 'copy')
  cpSync(directory, copy, { recursive: true })
  return copy
}

describe('what the practice services hold', () => {
  test('is the same after the process died without a word', async () => {
    const shop = await openPracticeShop()
    await sell(shop)
    const again = await openPracticeShop({ directory: copyOf(shop.directory), items: [] })
    expect(again.services.readHoldings()).toEqual(shop.services.readHoldings())
    expect(again.services.readHoldings().orders).toHaveLength(2)
    const { json } = await again.accurate('POST', SAVE_RECEIPT, {}, receiptOf('K1-1-2', 'K1-1', 2001))
    expect(json).toHaveProperty('d', ['Pembayaran faktur "K1-1" melebihi nilai piutang fakturnya'])
  })

  test('goes on with fresh ids, and with the token of before', async () => {
    const shop = await openPracticeShop()
    await sell(shop)
    const token = await shop.logIn()
    await shop.services.stop()
    const again = await openPracticeShop({ directory: shop.directory })
    const query = { user_id: again.services.credentials.forstok.id, auth_type: 'jwt' }
    const stores = urlOf(again.services.forstokSellerUrl, '/api/v1/stores.json', query)
    expect((await call('GET', stores, { authorization: `Bearer ${token}` })).status).toBe(200)
    await createOrder(again, 'K1-3', ['TEH-01'])
    const ids = again.services.readHoldings().orders.map((order) => order.id)
    expect(new Set(ids).size).toBe(3)
    expect(again.services.readHoldings().orders.map((order) => order.reference)).toEqual(['K1-3', 'K1-2', 'K1-1'])
  })

  test('is seeded once, and its faults are forgotten', async () => {
    const shop = await openPracticeShop()
    shop.setFaults('forstok', { failNextWith5xx: 5 })
    await shop.services.stop()
    let asked = 0
    const again = await startPracticeServices({
      directory: shop.directory,
      seed: () => {
        asked += 1
        return Promise.resolve([])
      },
      now: () => 0,
    })
    expect(asked).toBe(0)
    expect(again.readHoldings().stock).toHaveLength(SEED_ITEMS.length)
    expect(again.getFaults().forstok.failNextWith5xx).toBe(0)
    await again.stop()
  })

  test('loses nothing but an unfinished last line, and can be written to after it', async () => {
    const shop = await openPracticeShop()
    await sell(shop)
    await shop.services.stop()
    const path = join(shop.directory, 'forstok.jsonl')
    const complete = readFileSync(path, 'utf8')
    appendFileSync(path, complete.slice(0, 57))
    const again = await openPracticeShop({ directory: shop.directory })
    expect(again.services.readHoldings()).toEqual(shop.services.readHoldings())
    await createOrder(again, 'K1-3', ['TEH-01'])
    const third = await openPracticeShop({ directory: copyOf(shop.directory) })
    expect(third.services.readHoldings().orders).toHaveLength(3)
  })

  test('is not opened when a line in the middle cannot be read', async () => {
    const shop = await openPracticeShop()
    await sell(shop)
    await shop.services.stop()
    const path = join(shop.directory, 'accurate.jsonl')
    writeFileSync(path, `{"type":"invoice-sa\n${readFileSync(path, 'utf8')}`)
    await expect(openPracticeShop({ directory: shop.directory })).rejects.toThrow('Line 1 of')
  })

  test('is asked for again when the process died while it was being seeded', async () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'seed.json.new'), '{"atMs":1,"it')
    const shop = await openPracticeShop({ directory })
    expect(shop.services.readHoldings().stock).toHaveLength(SEED_ITEMS.length)
    expect(existsSync(join(directory, 'seed.json'))).toBe(true)
  })

  test('lists all stock of a small shop, and only what moved in a large one', async () => {
    const items = Array.from({ length: 2001 }, (_, index) => ({
      sku: `S${String(index)}`,
      barcode: null,
      name: 'Barang',
      category: '',
      price: 1000,
      costPrice: null,
      stock: 5,
    }))
    const shop = await openPracticeShop({ items })
    expect(shop.services.readHoldings().stock).toEqual([])
    await createOrder(shop, 'K1-1', ['S7'])
    expect(shop.services.readHoldings().stock).toEqual([{ sku: 'S7', onHand: 5, reserved: 1, available: 4 }])
    expect((await openPracticeShop()).services.readHoldings().stock).toHaveLength(3)
  })
})

test('an order that was answered is still there after SIGKILL', async () => {
  const directory = temporaryDirectory()
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'testing/killable-shop.ts'), directory],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const died = new Promise((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('answered')) resolve()
    })
    child.once('exit', () => reject(new Error('The services ended before they were killed')))
  })
  child.kill('SIGKILL')
  await died
  const again = await openPracticeShop({ directory })
  expect(again.services.readHoldings().orders).toMatchObject([{ reference: 'K1-1', total: 4500 }])
})

test('the stock of the second warehouse is there again after a start, and a folder of before it still opens', async () => {
  const directory = temporaryDirectory()
  const [first, ...others] = SEED_ITEMS
  if (first === undefined) throw new Error('there is nothing to sell')
  const items = [{ ...first, backStock: 24 }, ...others]
  const inBack = [
    { warehouse_id: 701, on_hand: 10, reserved: 0, available: 10 },
    { warehouse_id: 702, on_hand: 24, reserved: 0, available: 24 },
  ]
  const opened = await openPracticeShop({ directory, items })
  await opened.services.stop()
  const again = await openPracticeShop({ directory, items: [] })
  const { json } = await again.forstok('GET', '/api/v2/variants.json')
  expect(json).toHaveProperty('variants.0.quantities', inBack)
  // The till's own stock is that of the default warehouse.
  expect(again.services.readHoldings().stock[0]).toMatchObject({ sku: first.sku, onHand: 10 })
  await again.services.stop()

  const seedPath = join(directory, 'seed.json')
  const older = readFileSync(seedPath, 'utf8').replace(',[],24]', ']')
  expect(older).not.toContain('24')
  writeFileSync(seedPath, older)
  const old = await openPracticeShop({ directory, items: [] })
  expect((await old.forstok('GET', '/api/v2/variants.json')).json).toHaveProperty('variants.0.quantities', [inBack[0]])
})
