import { describe, expect, test } from 'vitest'
import { rupiah } from '../../../shared/domain/money.ts'
import { saleLineSchema, saleSchema, type Sale, type SaleLine, type TenderMethod } from '../../../shared/domain/sale.ts'
import { sampleReturn } from '../testing/sample-return.ts'
import { sampleSale } from '../testing/sample-sale.ts'
import { invoiceBody, type Body } from './invoice-mapping.ts'
import { receiptBody, settleReturnBody } from './receipt-mapping.ts'
import { returnBody } from './return-mapping.ts'
import { PRACTICE_DIRECTORY } from './testing/post-sales.ts'

const names = PRACTICE_DIRECTORY
const NOTHING_SET_UP = {
  ...names,
  roundingAccountNo: null,
  scrapWarehouseName: null,
  bankNos: { ...names.bankNos, deposit: null },
}
const RATE = { from: '2025-01-01', basisPoints: 1_200, baseNumerator: 11, baseDenominator: 12 }

const bodyOf = <Value>(body: Body<Value>): Value => {
  if (!body.ok) throw new Error(body.error.code)
  return body.value
}
const lackOf = <Value>(body: Body<Value>): string | null => (body.ok ? null : body.error.code)

const line = (change: Partial<SaleLine>): SaleLine =>
  saleLineSchema.parse({
    sku: 'A',
    name: 'A',
    barcode: null,
    quantity: 1,
    regularPrice: 1_000,
    unitPrice: 1_000,
    amount: 1_000,
    ...change,
  })

const saleOf = (change: Partial<Sale>): Sale => saleSchema.parse({ ...sampleSale({ sequence: 1 }), ...change })

describe("Accurate's invoice", () => {
  test('carries what is sold under the number and the id of the sale', () => {
    const sale = sampleSale({ sequence: 1, firstShare: 0.5 })
    expect(bodyOf(invoiceBody(sale, names))).toEqual({
      number: 'K1-261121-0001',
      transDate: '21/11/2026',
      customerNo: 'C.00001',
      taxable: false,
      inclusiveTax: false,
      description: 'Konter K1, kasir Ayu',
      charField1: sale.id,
      detailItem: [
        { itemNo: 'AIRM-0001', quantity: 2, unitPrice: 500, itemCashDiscount: 0, warehouseName: 'Gudang-Utama' },
      ],
    })
  })

  test("takes the line's and the basket's discount as one sum of rupiah, never as a percent", () => {
    const discounted = line({
      quantity: 3,
      discount: { type: 'percent', basisPoints: 1_000 },
      lineDiscount: rupiah(300),
      basketDiscount: rupiah(101),
      amount: rupiah(2_599),
    })
    const [row] = bodyOf(invoiceBody(saleOf({ lines: [discounted] }), names)).detailItem
    expect(row).toMatchObject({ unitPrice: 1_000, quantity: 3, itemCashDiscount: 401 })
    expect(row).not.toHaveProperty('itemDiscPercent')
  })

  test('stands with tax included, also where the prices of the shop are without it, and says which rows are taxed', () => {
    const onTop = line({ unitPrice: rupiah(10_000), amount: rupiah(10_000), isTaxed: true, tax: rupiah(1_100) })
    const untaxed = line({ sku: 'B' })
    const tax = { rate: RATE, base: rupiah(9_167), amount: rupiah(1_100) }
    expect(bodyOf(invoiceBody(saleOf({ lines: [onTop, untaxed], tax }), names))).toMatchObject({
      taxable: true,
      inclusiveTax: true,
      detailItem: [
        { itemNo: 'A', unitPrice: 11_100, itemCashDiscount: 0, useTax1: true },
        { itemNo: 'B', unitPrice: 1_000, itemCashDiscount: 0, useTax1: false },
      ],
    })
  })

  test('lists the parts of a bundle at price 0 beside the bundle with its price', () => {
    const bundle = line({ quantity: 2, amount: rupiah(2_000), components: [{ sku: 'P', quantity: 3 }] })
    expect(bodyOf(invoiceBody(saleOf({ lines: [bundle] }), names)).detailItem).toMatchObject([
      { itemNo: 'A', quantity: 2, unitPrice: 1_000 },
      { itemNo: 'P', quantity: 6, unitPrice: 0, itemCashDiscount: 0 },
    ])
  })

  test('books what is rounded up as an expense, and what is rounded down as a discount of the last receipt in cash', () => {
    const [up, down] = [saleOf({ rounding: rupiah(40) }), saleOf({ rounding: rupiah(-60) })]
    const expense = { accountNo: '410998', expenseName: 'Pembulatan', expenseAmount: 40 }
    expect(bodyOf(invoiceBody(up, names))).toMatchObject({ detailExpense: [expense] })
    expect(bodyOf(invoiceBody(down, names))).not.toHaveProperty('detailExpense')
    expect(bodyOf(receiptBody(down, 0, names)).detailInvoice).toMatchObject([
      { detailDiscount: [{ accountNo: '410998', amount: 60 }] },
    ])
    expect(bodyOf(receiptBody(up, 0, names)).detailInvoice[0]).not.toHaveProperty('detailDiscount')
    expect(lackOf(invoiceBody(up, NOTHING_SET_UP))).toBe('no-rounding-account')
    expect(lackOf(receiptBody(down, 0, NOTHING_SET_UP))).toBe('no-rounding-account')
    expect(lackOf(invoiceBody(down, NOTHING_SET_UP))).toBe(null)
  })

  test('tells where a delivery goes', () => {
    const sale = sampleSale({ sequence: 1, kind: 'delivery', note: 'bungkus kado' })
    expect(bodyOf(invoiceBody(sale, names)).toAddress).toContain('Dago, Coblong, Bandung, Jawa Barat 40135')
    expect(bodyOf(invoiceBody(sale, names)).description).toBe(
      'Konter K1, kasir Ayu | kirim: JNE JNE0001 | bungkus kado',
    )
  })
})

describe("Accurate's receipts", () => {
  test.each<readonly [TenderMethod, string, string]>([
    ['cash', '110101', 'CASH_OTHER'],
    ['qris', '110202', 'QRIS'],
    ['card', '110203', 'EDC'],
    ['transfer', '110201', 'BANK_TRANSFER'],
    ['deposit', '110204', 'OTHERS'],
  ])('a tender of %s goes to account %s as %s', (method, bankNo, paymentMethod) => {
    const body = bodyOf(receiptBody(sampleSale({ sequence: 1, method }), 0, names))
    expect(body).toMatchObject({ bankNo, paymentMethod, chequeAmount: 1_000 })
  })

  test('are never more than the tender paid, and there is none for a tender that the sale does not have', () => {
    const sale = sampleSale({ sequence: 1, firstShare: 0.25 })
    expect(sale.change).toBeGreaterThan(0)
    expect(bodyOf(receiptBody(sale, 0, names))).toMatchObject({ number: 'K1-261121-0001-1', chequeAmount: 250 })
    expect(bodyOf(receiptBody(sale, 1, names))).toMatchObject({ number: 'K1-261121-0001-2', chequeAmount: 750 })
    expect(() => receiptBody(sale, 5, names)).toThrow('no tender 5')
  })

  test('a deposit waits for its account, and is never booked as cash', () => {
    const sale = sampleSale({ sequence: 1, method: 'deposit' })
    expect(lackOf(receiptBody(sale, 0, NOTHING_SET_UP))).toBe('no-deposit-account')
  })
})

describe("Accurate's return", () => {
  const sale = saleOf({
    lines: [line({ quantity: 3, lineDiscount: rupiah(100), amount: rupiah(2_900) })],
    total: rupiah(2_900),
  })

  test('refers to the invoice, with quantities and amounts above zero, and parts what goes back on the shelf from the rest', () => {
    const body = bodyOf(returnBody(sampleReturn(sale, 2, { quantity: 3, restocked: 2 }), names))
    expect(body).toMatchObject({
      number: 'K1-R261121-0002',
      returnType: 'INVOICE',
      invoiceNumber: 'K1-261121-0001',
      transDate: '21/11/2026',
      taxDate: '21/11/2026',
      detailItem: [
        { quantity: 2, unitPrice: 1_000, warehouseName: 'Gudang-Utama', detailNotes: 'Barang Rusak' },
        { quantity: 1, unitPrice: 1_000, warehouseName: 'Gudang-Rusak', detailNotes: 'Barang Rusak' },
      ],
      detailExpense: [],
    })
    const total = body.detailItem.reduce((sum, row) => sum + row.quantity * row.unitPrice - row.itemCashDiscount, 0)
    expect(total).toBe(2_900)
  })

  test('waits for a scrap warehouse only where something does not go back on the shelf', () => {
    expect(lackOf(returnBody(sampleReturn(sale, 2, { quantity: 1, restocked: 0 }), NOTHING_SET_UP))).toBe(
      'no-scrap-warehouse',
    )
    expect(lackOf(returnBody(sampleReturn(sale, 2, { quantity: 1 }), NOTHING_SET_UP))).toBe(null)
  })

  test('of its own carries its rounding: more given back as an expense, less as a discount', () => {
    const more = bodyOf(returnBody(sampleReturn(sale, 2, { quantity: 3, rounding: -100 }), names))
    expect(more).toMatchObject({ detailExpense: [{ expenseAmount: 100 }] })
    const less = bodyOf(returnBody(sampleReturn(sale, 2, { quantity: 3, rounding: 100 }), names))
    expect(less).toMatchObject({ detailExpense: [], cashDiscount: 100 })
  })

  test('is given back by a receipt below zero against it', () => {
    const body = bodyOf(settleReturnBody(sampleReturn(sale, 2, { quantity: 3 }), 0, names))
    expect(body).toMatchObject({
      number: 'K1-R261121-0002-1',
      bankNo: '110101',
      chequeAmount: -2_900,
      detailInvoice: [{ invoiceNo: 'K1-R261121-0002', paymentAmount: -2_900 }],
    })
  })

  test('in an exchange pays for what is bought by a receipt of nothing, and only the rest is paid', () => {
    const exchangedFor = [line({ sku: 'B', unitPrice: rupiah(5_000), amount: rupiah(5_000) })]
    const exchange = sampleReturn(sale, 2, { quantity: 3, exchangedFor })
    expect(bodyOf(invoiceBody(exchange, names))).toMatchObject({
      number: 'K1-261121-0002',
      detailItem: [{ itemNo: 'B' }],
    })
    expect(bodyOf(settleReturnBody(exchange, null, names))).toMatchObject({
      number: 'K1-261121-0002-OFFSET',
      chequeAmount: 0,
      detailInvoice: [
        { invoiceNo: 'K1-261121-0002', paymentAmount: 2_900 },
        { invoiceNo: 'K1-R261121-0002', paymentAmount: -2_900 },
      ],
    })
    expect(bodyOf(receiptBody(exchange, 0, names))).toMatchObject({ chequeAmount: 2_100 })
  })

  test('in an exchange that gives money back carries the rounding of that money, and the new invoice carries none', () => {
    const exchangedFor = [line({ sku: 'B', unitPrice: rupiah(20), amount: rupiah(20) })]
    const exchange = sampleReturn(sale, 2, { quantity: 3, exchangedFor, rounding: -20 })
    expect(bodyOf(invoiceBody(exchange, names))).not.toHaveProperty('detailExpense')
    expect(bodyOf(returnBody(exchange, names))).toMatchObject({ detailExpense: [{ expenseAmount: 20 }] })
    const offset = bodyOf(settleReturnBody(exchange, null, names))
    expect(offset).toMatchObject({ detailInvoice: [{ paymentAmount: 20 }, { paymentAmount: -20 }] })
    expect(offset.detailInvoice[0]).not.toHaveProperty('detailDiscount')
    expect(bodyOf(settleReturnBody(exchange, 0, names))).toMatchObject({ chequeAmount: -2_900 })
    const less = sampleReturn(sale, 2, { quantity: 3, exchangedFor, rounding: 80 })
    expect(bodyOf(invoiceBody(less, names))).not.toHaveProperty('detailExpense')
    expect(bodyOf(returnBody(less, names))).toMatchObject({ detailExpense: [], cashDiscount: 80 })
  })
})
