import { expect, test, describe } from 'vitest'
import { invoiceOf, openPracticeShop, receiptOf, type PracticeShop } from '../testing/practice-shop.ts'
import { saveInvoice, saveReceipt, TEA, wordsOf } from '../testing/shop-calls.ts'

const saveReturn = (shop: PracticeShop, body: unknown) =>
  shop.accurate('POST', '/accurate/api/sales-return/save.do', {}, body)
const returnOf = (number: string, lines: readonly Record<string, unknown>[]) => ({
  number,
  customerNo: 'C.00001',
  returnType: 'INVOICE',
  invoiceNumber: 'K1-1',
  transDate: '21/11/2026',
  taxDate: '21/11/2026',
  detailItem: lines,
})
const soldTea = async (): Promise<PracticeShop> => {
  const shop = await openPracticeShop()
  await saveInvoice(shop, invoiceOf('K1-1', [TEA]))
  return shop
}
const ONE_TEA = { ...TEA, quantity: 1 }

describe('Accurate returns', () => {
  test('puts goods back into the warehouse of each row, and is owed until it is given back', async () => {
    const shop = await soldTea()
    const rows = [ONE_TEA, { ...ONE_TEA, warehouseName: 'Gudang-Rusak', detailNotes: 'Barang Rusak' }]
    const { json } = await saveReturn(shop, { ...returnOf('K1-R1', rows), cashDiscount: 500, charField1: 'abc' })
    expect(json).toMatchObject({
      d: ['Retur Penjualan "K1-R1" berhasil disimpan'],
      r: { number: 'K1-R1', totalAmount: 9_500, charField1: 'abc', invoice: { number: 'K1-1' } },
    })
    await saveReceipt(shop, receiptOf('K1-R1-1', 'K1-R1', -9_500))
    const { books } = shop.services.readHoldings()
    expect(books.returns).toMatchObject([{ outstanding: 0, refunds: [{ number: 'K1-R1-1', amount: 9_500 }] }])
    expect(books.stock.filter((row) => row.sku === 'TEH-01')).toEqual([
      { sku: 'TEH-01', warehouseName: 'Gudang-Utama', quantity: 9 },
      { sku: 'TEH-01', warehouseName: 'Gudang-Rusak', quantity: 1 },
    ])
    const list = await shop.accurate('GET', '/accurate/api/sales-return/list.do', {
      fields: 'number',
      'filter.number.op': 'CONTAIN',
      'filter.number.val': 'K1-',
    })
    expect(list.json).toHaveProperty('d', [{ number: 'K1-R1' }])
  })

  test('refuses a number twice, more than was invoiced, and what is missing or unknown', async () => {
    const shop = await soldTea()
    await saveReturn(shop, returnOf('K1-R1', [ONE_TEA]))
    const refusals: readonly (readonly [unknown, readonly string[]])[] = [
      [returnOf('K1-R1', [ONE_TEA]), ['Sudah ada data lain dengan No Retur "K1-R1"']],
      [returnOf('K1-R2', [TEA]), ['Kuantitas retur barang TEH-01 melebihi kuantitas faktur "K1-1"']],
      [{ ...returnOf('K1-R2', [ONE_TEA]), taxDate: '' }, ['taxDate harus diisi']],
      [{ ...returnOf('K1-R2', [ONE_TEA]), returnType: '' }, ['returnType harus diisi']],
      [{ ...returnOf('K1-R2', [ONE_TEA]), returnType: 'X' }, ['Invalid field value for field "returnType".']],
      [{ ...returnOf('K1-R2', [ONE_TEA]), invoiceNumber: '' }, ['invoiceNumber harus diisi']],
      [
        { ...returnOf('K1-R2', [ONE_TEA]), invoiceNumber: 'X' },
        ['Faktur Penjualan X tidak ditemukan atau sudah dihapus'],
      ],
      [
        returnOf('K1-R2', [{ ...ONE_TEA, warehouseName: 'Rusak' }]),
        ['Gudang Rusak tidak ditemukan atau sudah dihapus'],
      ],
    ]
    for (const [body, words] of refusals) expect(await wordsOf(saveReturn(shop, body))).toHaveProperty('d', words)
    const none = await wordsOf(shop.accurate('GET', '/accurate/api/sales-return/detail.do', { number: 'K1-R9' }))
    expect(none).toHaveProperty('d', ['Retur Penjualan tidak tepat'])
  })

  test('takes receipts below zero only against returns, and never more than is owed', async () => {
    const shop = await soldTea()
    await saveReturn(shop, returnOf('K1-R1', [ONE_TEA]))
    const over = (rows: readonly (readonly [string, number])[], chequeAmount: number) => ({
      ...receiptOf('K1-X', 'K1-1', chequeAmount),
      detailInvoice: rows.map(([invoiceNo, paymentAmount]) => ({ invoiceNo, paymentAmount })),
    })
    for (const [rows, cheque, words] of [
      [[['K1-1', -1]], -1, 'Nilai Pembayaran tidak tepat'],
      [[['K1-R1', 1]], 1, 'Nilai Pembayaran tidak tepat'],
      [[['K1-R1', -5_001]], -5_001, 'Pembayaran faktur "K1-R1" melebihi nilai piutang fakturnya'],
      [[['K1-R1', -5_000]], -4_000, 'Nilai Pembayaran tidak mencukupi untuk melunasi pembayaran!'],
    ] as const)
      expect(await wordsOf(saveReceipt(shop, over(rows, cheque)))).toHaveProperty('d', [words])
    const offset = await saveReceipt(
      shop,
      over(
        [
          ['K1-1', 5_000],
          ['K1-R1', -5_000],
        ],
        0,
      ),
    )
    expect(offset.json).toHaveProperty('s', true)
    const { invoices, books } = shop.services.readHoldings()
    expect([invoices[0]?.outstanding, books.returns[0]?.outstanding]).toEqual([5_000, 0])
    expect(books.sums).toMatchObject({ received: 0, refunded: 0 })
  })
})

describe('tax in Accurate', () => {
  test.each([
    ['included', { taxable: true, inclusiveTax: true }, 11_100, 1_100],
    ['on top', { taxable: true, inclusiveTax: false }, 12_321, 1_221],
    ['not charged', { taxable: false, inclusiveTax: false }, 11_100, 0],
  ])('%s: only the rows that use it', async (_, terms, totalAmount, tax1Amount) => {
    const shop = await openPracticeShop()
    const rows = [
      { itemNo: 'TEH-01', unitPrice: 11_100, useTax1: true },
      { itemNo: 'GULA-01', unitPrice: 500 },
    ]
    const { json } = await saveInvoice(shop, { ...invoiceOf('K1-1', rows), ...terms })
    expect(json).toMatchObject({ r: { totalAmount: totalAmount + 500, tax1Amount } })
  })
})

describe('Accurate item adjustments', () => {
  const save = (shop: PracticeShop, body: unknown) =>
    shop.accurate('POST', '/accurate/api/item-adjustment/save.do', {}, body)
  const row = (itemAdjustmentType: string, quantity: number) => ({ itemNo: 'TEH-01', itemAdjustmentType, quantity })

  test('move stock in and out once, and get-stock tells the new figure', async () => {
    const shop = await openPracticeShop()
    const body = { number: 'S1', detailItem: [row('ADJUSTMENT_IN', 2.5), row('ADJUSTMENT_OUT', 1)] }
    expect((await save(shop, body)).json).toMatchObject({ r: { number: 'S1' } })
    expect(await wordsOf(save(shop, body))).toHaveProperty('d', ['Sudah ada data lain dengan No Penyesuaian "S1"'])
    const ask = (query: Record<string, string>) => shop.accurate('GET', '/accurate/api/item/get-stock.do', query)
    expect((await ask({ no: 'TEH-01' })).json).toHaveProperty('d.availableStock', 11.5)
    expect((await ask({ no: 'TEH-01', warehouseName: 'Gudang-Rusak' })).json).toHaveProperty('d.availableStock', 0)
    expect(await wordsOf(ask({ no: 'X' }))).toHaveProperty('d', ['Barang & Jasa tidak tepat'])
    expect(await wordsOf(ask({ no: 'TEH-01', warehouseName: 'X' }))).toHaveProperty('d', ['Gudang tidak tepat'])
  })

  test('refuse rows without a direction, without a quantity above zero, and unknown names', async () => {
    const shop = await openPracticeShop()
    const refusals: readonly (readonly [unknown, readonly string[]])[] = [
      [{ detailItem: [] }, ['detailItem harus diisi']],
      [{ detailItem: [row('', 1)] }, ['itemAdjustmentType harus diisi']],
      [{ detailItem: [row('ADJUSTMENT_IN', 0)] }, ['Invalid field value for field "detailItem[0].quantity".']],
      [
        { adjustmentAccountNo: '9', detailItem: [row('ADJUSTMENT_IN', 1)] },
        ['Akun 9 tidak ditemukan atau sudah dihapus'],
      ],
    ]
    for (const [body, words] of refusals) expect(await wordsOf(save(shop, body))).toHaveProperty('d', words)
  })
})
