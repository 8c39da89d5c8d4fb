import 'fake-indexeddb/auto'
import { createRestingPrinters } from '../resting-printers.ts'
import { randomUUID } from 'node:crypto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { addItem, setReturns } from '../../../shared/domain/basket-rules.ts'
import { itemSchema } from '../../../shared/domain/item.ts'
import { returnLine, returnOf } from '../../../shared/domain/return-line.ts'
import { movementSchema } from '../../../shared/domain/stock-level.ts'
import { createTill } from '../../app/create-till.ts'
import { openTillDatabase } from '../database.ts'
import { claimSteps } from '../outbox-claim.ts'
import { claimPrintJob } from '../print-job-claim.ts'
import { readSales } from '../sales-list.ts'
import { createTestBridge, tenderOf, TEN_O_CLOCK_MS } from '../till-fixture.ts'
import { readWaitingSummary } from '../waiting-summary.ts'
import { allMigrations } from './all-migrations.ts'
import { version1 } from './version-1.ts'

// Rows exactly as version 1 of the app has written them: no discounts, tax, returns, shifts, weights or bundles.
const SALE_ID = '7d1c0c56-6c0e-4d53-9d4b-0a5a7f0c1b11'
const OLD_SALE = {
  id: SALE_ID,
  number: 'K1-261120-0007',
  paidAtMs: 1_795_143_600_000,
  day: '2026-11-20',
  kind: 'walk-in',
  numberPrefix: 'K1-261120',
  sequence: 7,
  text: 'k1-261120-0007\nkopi\nkopi-1\n',
  isRecovered: false,
  sale: {
    id: SALE_ID,
    register: 'K1',
    cashier: 'Ani',
    kind: 'walk-in',
    openedAtMs: 1_795_143_590_000,
    paidAtMs: 1_795_143_600_000,
    utcOffsetMinutes: 420,
    shop: { name: 'Toko', address: ['Pasar'], phone: '' },
    lines: [
      { sku: 'KOPI-1', name: 'Kopi', barcode: null, quantity: 2, regularPrice: 500, unitPrice: 500, amount: 1_000 },
    ],
    total: 1_000,
    tenders: [{ method: 'cash', amount: 2_000, applied: 1_000, reference: null }],
    change: 1_000,
    delivery: null,
    note: '',
    route: 'both-not-linked',
    number: 'K1-261120-0007',
  },
}
const OLD_STEP = {
  id: `${SALE_ID}/accurate.invoice`,
  saleId: SALE_ID,
  saleNumber: 'K1-261120-0007',
  destination: 'accurate',
  kind: 'accurate.invoice',
  position: 0,
  tenderIndex: null,
  state: 'queued',
  dueAtMs: 1_795_143_600_000,
  paidAtMs: 1_795_143_600_000,
  claimId: null,
  claimedFrom: null,
  lastSendAtMs: null,
  failureCount: 0,
  attempts: [],
  remote: null,
  attention: null,
  closedReason: null,
  settledAtMs: null,
}
const OLD_MOVEMENT = {
  id: `${SALE_ID}/KOPI-1`,
  sku: 'KOPI-1',
  warehouseId: 'default',
  quantity: -2,
  cause: 'sale',
  saleId: SALE_ID,
  atMs: 1_795_143_600_000,
  stepId: `${SALE_ID}/forstok.order`,
  state: 'local',
  acknowledgedAtMs: null,
}
const OLD_JOB = {
  id: 'job-1',
  saleId: SALE_ID,
  saleNumber: 'K1-261120-0007',
  document: 'receipt',
  isCopy: false,
  state: 'waiting',
  createdAtMs: 1_795_143_600_000,
  runId: null,
  finishedAtMs: null,
  message: null,
  bytesSent: null,
}
const OLD_ITEM = {
  sku: 'KOPI-1',
  barcodes: ['899'],
  name: 'Kopi',
  category: '',
  price: 500,
  costPrice: null,
  skuLower: 'kopi-1',
}
const OLD_LEVEL = {
  sku: 'KOPI-1',
  warehouseId: 'default',
  onHand: 10,
  reserved: 0,
  available: 10,
  pulledAtMs: 1,
  source: 'file',
}
const OLD_SETTINGS = {
  register: 'K1',
  cashier: 'Ani',
  shop: { name: 'Toko', address: ['Pasar'], phone: '' },
  utcOffsetMinutes: 420,
  route: 'both-not-linked',
  language: 'id',
  theme: 'system',
  printsReceipts: true,
}

const writeOldDatabase = async (name: string): Promise<void> => {
  const old = new Dexie(name)
  old.version(version1.version).stores({ ...version1.stores })
  await old.open()
  const rows: Readonly<Record<string, object>> = {
    sales: OLD_SALE,
    outbox: OLD_STEP,
    movements: OLD_MOVEMENT,
    printJobs: OLD_JOB,
    items: OLD_ITEM,
    stockLevels: OLD_LEVEL,
    settings: { key: 'till', value: OLD_SETTINGS },
  }
  for (const [table, row] of Object.entries(rows)) await old.table(table).add(row)
  old.close()
}

test('a database of version 1 opens, everything in it reads, and selling, taking back and sending go on', async () => {
  const name = randomUUID()
  await writeOldDatabase(name)
  const database = await openTillDatabase(name)
  expect(database.name).toBe(name)
  expect(database.verno).toBe(allMigrations.length)
  const main = createTestBridge()
  const till = createTill({
    database,
    bridge: main.bridge,
    now: () => TEN_O_CLOCK_MS,
    mintId: () => randomUUID(),
    resting: createRestingPrinters(),
  })

  expect(await till.readSettings()).toMatchObject({ register: 'K1', selling: { stockPolicy: 'warn' } })
  const item = itemSchema.parse(await database.items.get('KOPI-1'))
  expect(item).toMatchObject({ soldBy: 'piece', components: [], regularPrice: null, isTaxed: true })
  expect(movementSchema.parse(await database.movements.get(OLD_MOVEMENT.id)).quantity).toBe(-2)
  expect((await till.readItems(['KOPI-1']))[0]?.stock?.available).toBe(8)
  expect((await readSales(database, { text: '', state: 'waiting', kind: 'all' }, 5)).rows).toMatchObject([
    { sale: { number: 'K1-261120-0007', returnNumber: null }, voiding: null, accurate: 'waiting' },
  ])
  expect(await readWaitingSummary(database)).toMatchObject({ waitingSales: 1 })
  const job = await claimPrintJob(database, {
    printerId: 'p',
    documents: ['receipt'],
    servedPrinterIds: ['p'],
    knownPrinterIds: ['p'],
    runId: 'r',
    nowMs: 1,
  })
  expect(job.claimed).toMatchObject({ job: { document: 'receipt' }, content: { type: 'sale' } })

  const sold = await till.pay(addItem(till.openBasket(), item), [tenderOf(500)])
  expect(sold.ok && sold.value).toMatchObject({ number: 'K1-261121-0001' })
  const history = await till.readHistory(SALE_ID)
  if (history === null) throw new Error('the old sale has no history')
  const line = returnLine(history, { lineIndex: 0, quantity: 1, received: 1, restocked: 1, reason: 'Barang Rusak' })
  if (!line.ok) throw new Error(line.error.code)
  const returns = { of: returnOf(history.sale), tax: null, lines: [line.value] }
  const back = await till.pay(setReturns(till.openBasket(), returns), [tenderOf(-500)])
  expect(back.ok && back.value).toMatchObject({ number: 'K1-R261121-0001', total: -500 })
  expect((await till.readItems(['KOPI-1']))[0]?.stock?.available).toBe(8)
  // The return waits for the old sale's invoice, which is handed out first.
  const request = { destination: 'accurate', limit: 9, nowMs: TEN_O_CLOCK_MS, leaseMs: 1_000, claimId: 'c' } as const
  const { steps } = await claimSteps(database, request)
  expect(steps.map(({ step }) => step.kind)).toEqual(['accurate.invoice', 'accurate.invoice'])
  expect(steps[0]?.subject).toMatchObject({ type: 'sale', sale: { id: SALE_ID } })
  const refused = await till.voidSale(SALE_ID, { by: 'Ani', atMs: 1, reason: 'x' })
  expect(refused.ok ? null : refused.error.code).toBe('void.other-shift')
  database.close()
})
