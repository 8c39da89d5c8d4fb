import { describe, expect, test } from 'vitest'
import { invoiceOf, openPracticeShop, READ_INVOICE, READ_RECEIPT, receiptOf } from '../testing/practice-shop.ts'
import { saveInvoice, saveReceipt, TEA, wordsOf } from '../testing/shop-calls.ts'

describe('Accurate receipts', () => {
  test('pays an invoice in parts until nothing is owed', async () => {
    const shop = await openPracticeShop()
    await saveInvoice(shop, invoiceOf('K1-1', [TEA]))
    const first = await saveReceipt(shop, receiptOf('K1-1-1', 'K1-1', 4000))
    expect(first.json).toMatchObject({
      s: true,
      d: ['Penerimaan Penjualan "K1-1-1" berhasil disimpan'],
      r: { number: 'K1-1-1', chequeAmount: 4000, customer: { customerNo: 'C.00001' } },
    })
    expect((await shop.accurate('GET', READ_INVOICE, { number: 'K1-1' })).json).toMatchObject({
      d: { outstanding: true, primeOwing: 6000 },
    })
    await saveReceipt(shop, { ...receiptOf('K1-1-2', 'K1-1', 6000), bankNo: '110202', paymentMethod: 'QRIS' })
    expect((await shop.accurate('GET', READ_INVOICE, { number: 'K1-1' })).json).toMatchObject({
      d: { outstanding: false, primeOwing: 0 },
    })
    expect((await shop.accurate('GET', READ_RECEIPT, { number: 'K1-1-2' })).json).toMatchObject({
      s: true,
      d: { bank: { no: '110202' }, paymentMethod: 'QRIS', detailInvoice: [{ invoiceNo: 'K1-1', paymentAmount: 6000 }] },
    })
    expect(shop.services.readHoldings().invoices).toMatchObject([
      {
        outstanding: 0,
        receipts: [
          { number: 'K1-1-1', bankNo: '110101', amount: 4000 },
          { number: 'K1-1-2', bankNo: '110202', amount: 6000 },
        ],
      },
    ])
  })

  test('refuses a number twice with its own words, and the same money under a new number as overpayment', async () => {
    const shop = await openPracticeShop()
    await saveInvoice(shop, invoiceOf('K1-1', [TEA]))
    await saveReceipt(shop, receiptOf('K1-1-1', 'K1-1', 10_000))
    expect(await wordsOf(saveReceipt(shop, receiptOf('K1-1-1', 'K1-1', 10_000)))).toHaveProperty('d', [
      'Sudah ada data lain dengan No Bukti "K1-1-1"',
    ])
    expect(await wordsOf(saveReceipt(shop, receiptOf('K1-1-2', 'K1-1', 10_000)))).toHaveProperty('d', [
      'Pembayaran faktur "K1-1" melebihi nilai piutang fakturnya',
    ])
    expect(shop.services.readHoldings().invoices[0]?.receipts).toHaveLength(1)
  })

  test('refuses what is missing, unknown, of a wrong kind or too little', async () => {
    const shop = await openPracticeShop()
    await saveInvoice(shop, invoiceOf('K1-1', [TEA]))
    const receipt = receiptOf('K1-1-1', 'K1-1', 10_000)
    const discount = [{ invoiceNo: 'K1-1', paymentAmount: 9000, detailDiscount: [{ accountNo: '1', amount: 1000 }] }]
    const refusals: readonly (readonly [unknown, readonly string[]])[] = [
      [
        {},
        [
          'bankNo harus diisi',
          'chequeAmount harus diisi',
          'customerNo harus diisi',
          'transDate harus diisi',
          'detailInvoice harus diisi',
        ],
      ],
      [{ ...receipt, paymentMethod: 'CASH' }, ['Invalid field value for field "paymentMethod".']],
      [{ ...receipt, transDate: '2026/11/21' }, ['Invalid field value for field "transDate".']],
      [{ ...receipt, bankNo: '119999' }, ['Akun 119999 tidak ditemukan atau sudah dihapus']],
      [{ ...receipt, bankNo: '410101' }, ['Kas/Bank tidak tepat']],
      [
        { ...receipt, customerNo: 'C.2' },
        [
          'Pelanggan C.2 tidak ditemukan atau sudah dihapus',
          'Faktur Penjualan K1-1 tidak ditemukan atau sudah dihapus',
        ],
      ],
      [receiptOf('K1-1-1', 'K1-404', 1), ['Faktur Penjualan K1-404 tidak ditemukan atau sudah dihapus']],
      [{ ...receipt, detailInvoice: discount }, ['Akun diskon tidak ditemukan atau sudah dihapus']],
      [{ ...receipt, chequeAmount: 9999 }, ['Nilai Pembayaran tidak mencukupi untuk melunasi pembayaran!']],
      [{ ...receipt, chequeAmount: 1e15 }, ['Nilai angka terlalu besar']],
      [
        { ...receipt, transDate: '20/11/2026' },
        ['Tanggal transaksi tidak dapat lebih kecil dari tanggal faktur "K1-1"'],
      ],
    ]
    for (const [body, words] of refusals) expect(await wordsOf(saveReceipt(shop, body))).toHaveProperty('d', words)
    const earlier = { ...receipt, transDate: '20/11/2026', passValidateInvoiceDate: true }
    expect((await saveReceipt(shop, earlier)).json).toHaveProperty('s', true)
  })

  test('counts a discount with the payment', async () => {
    const shop = await openPracticeShop()
    await saveInvoice(shop, invoiceOf('K1-1', [TEA]))
    const detailInvoice = [
      { invoiceNo: 'K1-1', paymentAmount: 9900, detailDiscount: [{ accountNo: '610101', amount: 100 }] },
    ]
    await saveReceipt(shop, { ...receiptOf('K1-1-1', 'K1-1', 9900), detailInvoice })
    expect(shop.services.readHoldings().invoices[0]?.outstanding).toBe(0)
  })

  test('says that a number is not right when it is asked for a receipt that it does not have, and lists those it has', async () => {
    const shop = await openPracticeShop()
    const words = await wordsOf(shop.accurate('GET', READ_RECEIPT, { number: 'K1-404' }))
    expect(words).toEqual({ s: false, d: ['Penerimaan Penjualan tidak tepat'] })
    await saveInvoice(shop, invoiceOf('K1-1', [TEA]))
    await saveReceipt(shop, receiptOf('K1-1-1', 'K1-1', 10_000))
    const list = await shop.accurate('GET', '/accurate/api/sales-receipt/list.do', { fields: 'number,chequeAmount' })
    expect(list.json).toHaveProperty('d', [{ number: 'K1-1-1', chequeAmount: 10_000 }])
  })
})
