import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { formatLocalDay } from '../../shared/domain/local-time.ts'
import { qrisChecksum } from '../../shared/domain/qris-checksum.ts'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { claimPrintJob } from './print-job-claim.ts'
import { readDay } from './sales-list.ts'
import { DEFAULT_SETTINGS, writeSettings } from './settings-store.ts'
import { writePaidSale } from './write-sale.ts'

const unsigned =
  '00020101021151440014ID.CO.QRIS.WWW0215ID20200000000000303UME5204549953033605802ID5918TOKO SUMBER REJEKI6007BANDUNG61054011562070703A016304'
const SALE = sampleTaxedSale()
const CONFIRMATION = { saleId: SALE.id, tenderIndex: 0, atMs: 5, by: 'Sari' }
let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
  const qris = { payload: `${unsigned}${qrisChecksum(unsigned)}`, printsOnReceipt: true }
  await writeSettings(database, { ...DEFAULT_SETTINGS, selling: { ...DEFAULT_SETTINGS.selling, qris } })
  await writePaidSale(database, SALE, { warehouseId: 'W', printsReceipt: true })
})
afterEach(() => database.close())

const takeContent = async () =>
  (
    await claimPrintJob(database, {
      printerId: 'p',
      documents: ['receipt'],
      servedPrinterIds: ['p'],
      knownPrinterIds: ['p'],
      runId: 'run-1',
      nowMs: 1,
    })
  ).claimed?.content

test('a receipt goes to the printer with the QRIS code of what nobody has seen arrive', async () => {
  expect(await takeContent()).toMatchObject({ type: 'sale', qrisPayload: expect.stringContaining('540550000') })
})

test('a receipt printed after the payment was seen carries no code and calls it confirmed', async () => {
  await database.sales.update(SALE.id, { confirmations: [CONFIRMATION] })
  const content = await takeContent()
  expect(content).toMatchObject({ type: 'sale', sale: { tenders: [{ method: 'qris', isConfirmed: true }, {}] } })
  expect(content).not.toHaveProperty('qrisPayload')
})

test('a day is read with its voided sales and with the payments seen since', async () => {
  const voiding = { saleId: SALE.id, atMs: 6, by: 'Ibu Ratna', reason: 'Salah barang' }
  await database.sales.update(SALE.id, { voiding, confirmations: [CONFIRMATION] })
  const day = formatLocalDay(SALE.paidAtMs, SALE.utcOffsetMinutes)
  expect(await readDay(database, day)).toEqual({ sales: [SALE], voidings: [voiding], confirmations: [CONFIRMATION] })
  expect(await readDay(database, '2020-01-01')).toEqual({ sales: [], voidings: [], confirmations: [] })
})
