import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sale, TenderMethod } from '../../shared/domain/sale.ts'
import { invoiceBody, type AccurateDirectory } from './accurate/invoice-mapping.ts'
import { receiptBody } from './accurate/receipt-mapping.ts'
import { orderBody, orderTotal } from './forstok/order-mapping.ts'
import { registerDate, registerTimestamp } from './register-time.ts'
import { SAMPLE_DELIVERY, sampleSale } from './testing/sample-sale.ts'

const forstok = { warehouseId: 701, storeId: '0901', channelId: 21 }
const accurate: AccurateDirectory = {
  customerNo: 'C.00001',
  warehouseName: 'Gudang-Utama',
  bankNos: { cash: '1', qris: '2', card: '3', transfer: '4' },
}
const methods: readonly TenderMethod[] = ['cash', 'qris', 'card', 'transfer']
const anySale: fc.Arbitrary<Sale> = fc
  .record({
    sequence: fc.integer({ min: 1, max: 9_999 }),
    lines: fc.array(
      fc.record({
        sku: fc.stringMatching(/^[A-Z]{1,4}-[0-9]{1,4}$/),
        quantity: fc.integer({ min: 1, max: 30 }),
        price: fc.integer({ min: 0, max: 5_000_000 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    kind: fc.constantFrom('walk-in' as const, 'delivery' as const),
    firstShare: fc.constantFrom(0.25, 0.5, 1),
    method: fc.constantFrom(...methods),
  })
  .map(sampleSale)

describe('what is sent of a sale', () => {
  test("Forstok's rows, one a unit, sum to the sale's total", () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const body = orderBody(sale, forstok)
        expect(body.reference).toBe(sale.number)
        expect(body.item_lines.length).toBe(sale.lines.reduce((sum, line) => sum + line.quantity, 0))
        const asHeld = { id: '1', status: 'Open', ...body, shipping_address: undefined }
        expect(orderTotal(asHeld)).toBe(sale.total)
        expect(body.paid.amount).toBe(sale.total)
      }),
    )
  })

  test("Accurate's invoice and its receipts each sum to the sale's total, without the change", () => {
    fc.assert(
      fc.property(anySale, (sale) => {
        const body = invoiceBody(sale, accurate)
        expect(body.number).toBe(sale.number)
        expect(body.detailItem.reduce((sum, row) => sum + row.quantity * row.unitPrice, 0)).toBe(sale.total)
        const receipts = sale.tenders.map((_, index) => receiptBody(sale, index, accurate))
        expect(receipts.reduce((sum, receipt) => sum + receipt.chequeAmount, 0)).toBe(sale.total)
        expect(receipts.every(({ detailInvoice: [paid], chequeAmount }) => paid?.paymentAmount === chequeAmount)).toBe(
          true,
        )
        expect(receipts.map((receipt) => receipt.number)).toEqual(
          sale.tenders.map((_, index) => `${sale.number}-${index + 1}`),
        )
      }),
    )
  })

  test('a walk-in order is for Pelanggan Umum, carries no address, and gives Forstok its ids back as it wrote them', () => {
    const body = orderBody(sampleSale({ sequence: 1, firstShare: 0.5 }), forstok)
    expect(body.customer.name).toBe('Pelanggan Umum')
    expect(body).not.toHaveProperty('shipping_address')
    expect(body).toMatchObject({ channel_id: 21, store_id: '0901', warehouse_id: 701, paid: { type: 'Cash + QRIS' } })
    expect(body.ordered_at).toBe('2026-11-21T09:15:00+07:00')
  })

  test('a delivery carries the whole address, the courier and the AWB', () => {
    const sale = sampleSale({ sequence: 1, kind: 'delivery', note: 'bungkus kado' })
    const body = orderBody(sale, forstok)
    expect(body.customer).toMatchObject({ name: SAMPLE_DELIVERY.recipientName, phone: SAMPLE_DELIVERY.phone })
    expect(body.shipping_address).toEqual({
      name: 'Siti Rahma',
      phone: '081234567890',
      address_1: 'Jl. Melati 5',
      province: 'Jawa Barat',
      city: 'Bandung',
      district: 'Coblong',
      sub_district: 'Dago',
      postal_code: '40135',
    })
    expect(body.note).toBe('Kurir: JNE, resi JNE0001 | titip satpam | bungkus kado')
    expect(invoiceBody(sale, accurate).toAddress).toContain('Dago, Coblong, Bandung, Jawa Barat 40135')
  })

  test('a receipt goes to the account of its method', () => {
    for (const [index, method] of methods.entries())
      expect(receiptBody(sampleSale({ sequence: 1, method }), 0, accurate).bankNo).toBe(String(index + 1))
    expect(() => receiptBody(sampleSale({ sequence: 1 }), 5, accurate)).toThrow('no tender 5')
  })
})

describe('dates of a sale', () => {
  test("are the register's own: a sale after midnight in Jayapura has the new day", () => {
    const atMs = Date.UTC(2026, 10, 20, 15, 30)
    expect(registerDate(atMs, 540)).toBe('21/11/2026')
    expect(registerDate(atMs, 420)).toBe('20/11/2026')
    expect(registerTimestamp(atMs, 540)).toBe('2026-11-21T00:30:00+09:00')
    expect(registerTimestamp(atMs, -90)).toBe('2026-11-20T14:00:00-01:30')
  })

  test('a written time-stamp is always the same instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -720, max: 840 }), (atMs, offset) => {
        expect(Date.parse(registerTimestamp(atMs, offset))).toBe(Math.floor(atMs / 1_000) * 1_000)
      }),
    )
  })
})
