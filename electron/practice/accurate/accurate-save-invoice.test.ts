import { describe, expect, test } from 'vitest'
import { invoiceOf, openPracticeShop, READ_INVOICE } from '../testing/practice-shop.ts'
import { saveInvoice, TEA, without, wordsOf } from '../testing/shop-calls.ts'

describe('Accurate invoices', () => {
  test('saves an invoice, shows it by number and id, and takes its goods from stock', async () => {
    const shop = await openPracticeShop()
    const body = {
      ...invoiceOf('K1-261121-0001', [
        { ...TEA, warehouseName: 'Gudang-Belakang', itemUnitName: 'PCS' },
        { itemNo: 'TEH-01', unitPrice: 4500 },
      ]),
      charField1: 'abc',
      somethingUnknown: 1,
    }
    const saved = await saveInvoice(shop, body)
    expect(saved.json).toMatchObject({
      s: true,
      d: ['Faktur Penjualan "K1-261121-0001" berhasil disimpan'],
      r: { number: 'K1-261121-0001', totalAmount: 14_500 },
    })
    const detail = await shop.accurate('GET', READ_INVOICE, { number: 'K1-261121-0001' })
    expect(detail.json).toMatchObject({
      s: true,
      d: {
        number: 'K1-261121-0001',
        transDate: '21/11/2026',
        customer: { customerNo: 'C.00001', name: 'Pelanggan Umum' },
        totalAmount: 14_500,
        outstanding: true,
        primeOwing: 14_500,
        charField1: 'abc',
        detailItem: [
          {
            item: { no: 'TEH-01' },
            quantity: 2,
            unitPrice: 5000,
            totalPrice: 10_000,
            warehouse: { name: 'Gudang-Belakang' },
          },
          { quantity: 1, totalPrice: 4500, warehouse: { name: 'Gudang-Utama' } },
        ],
      },
    })
    expect(detail.json).not.toHaveProperty('d.somethingUnknown')
    const item = await shop.accurate('GET', '/accurate/api/item/detail.do', { no: 'TEH-01' })
    expect(item.json).toMatchObject({
      d: { balance: 7, detailWarehouseData: [{ balance: 9 }, { balance: -2 }, { balance: 0 }] },
    })
  })

  test('refuses a number twice and keeps the first', async () => {
    const shop = await openPracticeShop()
    await saveInvoice(shop, invoiceOf('K1-1', [TEA]))
    const again = await wordsOf(saveInvoice(shop, invoiceOf('K1-1', [{ ...TEA, quantity: 9 }])))
    expect(again).toEqual({ s: false, d: ['Sudah ada data lain dengan No Faktur "K1-1"'] })
    expect(shop.services.readHoldings().invoices).toMatchObject([{ number: 'K1-1', total: 10_000 }])
  })

  test('gives a free number to an invoice that brings none', async () => {
    const shop = await openPracticeShop()
    await saveInvoice(shop, invoiceOf('SI.2026.11.00002', [TEA]))
    const { json } = await saveInvoice(shop, without(invoiceOf('', [TEA]), 'number'))
    expect(json).toHaveProperty('r.number', 'SI.2026.11.00003')
  })

  test('refuses unknown names in its own words, all of them at once', async () => {
    const shop = await openPracticeShop()
    const body = {
      ...invoiceOf('K1-1', [{ itemNo: 'NO-SUCH', unitPrice: 1, warehouseName: 'Gudang Utama', itemUnitName: 'LUSIN' }]),
      customerNo: 'Pelanggan Umum',
      branchName: 'Cabang 2',
      detailExpense: [{ accountNo: '999', expenseAmount: 1 }],
    }
    expect(await wordsOf(saveInvoice(shop, body))).toHaveProperty('d', [
      'Pelanggan Pelanggan Umum tidak ditemukan atau sudah dihapus',
      'Cabang Cabang 2 tidak ditemukan atau sudah dihapus',
      'Barang & Jasa NO-SUCH tidak ditemukan atau sudah dihapus',
      'Gudang Gudang Utama tidak ditemukan atau sudah dihapus',
      'Satuan LUSIN tidak ditemukan atau sudah dihapus',
      'Akun 999 tidak ditemukan atau sudah dihapus',
    ])
    expect(shop.services.readHoldings().invoices).toEqual([])
  })

  test('refuses missing fields, other dates than dd/MM/yyyy and numbers that are too large', async () => {
    const shop = await openPracticeShop()
    const refusals: readonly (readonly [unknown, readonly string[]])[] = [
      [{}, ['customerNo harus diisi', 'detailItem harus diisi']],
      [invoiceOf('K1-1', []), ['detailItem harus diisi']],
      [
        invoiceOf('K1-1', [{ quantity: 1 }]),
        ['detailItem[0].itemNo harus diisi', 'detailItem[0].unitPrice harus diisi'],
      ],
      [{ ...invoiceOf('K1-1', [TEA]), transDate: '2026-11-21' }, ['Invalid field value for field "transDate".']],
      [{ ...invoiceOf('K1-1', [TEA]), transDate: '21/11/26' }, ['Invalid field value for field "transDate".']],
      [{ ...invoiceOf('K1-1', [TEA]), transDate: '31/02/2026' }, ['Invalid field value for field "transDate".']],
      [
        invoiceOf('K1-1', [{ ...TEA, unitPrice: '5.000,00' }]),
        ['Invalid field value for field "detailItem[0].unitPrice".'],
      ],
      [invoiceOf('K1-1', [{ ...TEA, unitPrice: 1_000_000_000_000 }]), ['Nilai angka terlalu besar']],
      [invoiceOf('K1-1', [{ ...TEA, unitPrice: 999_999_999_999 }]), ['Nilai angka terlalu besar']],
    ]
    for (const [body, words] of refusals) expect(await wordsOf(saveInvoice(shop, body))).toHaveProperty('d', words)
  })

  test('drops the rupiah discount of a line that also has a percent', async () => {
    const shop = await openPracticeShop()
    const both = { ...TEA, itemDiscPercent: '10', itemCashDiscount: 1000 }
    expect((await saveInvoice(shop, invoiceOf('K1-1', [both]))).json).toMatchObject({
      r: { totalAmount: 9000, detailItem: [{ itemDiscPercent: '10', itemCashDiscount: 0 }] },
    })
    const cash = await saveInvoice(shop, invoiceOf('K1-2', [{ ...TEA, itemCashDiscount: 1000 }]))
    expect(cash.json).toHaveProperty('r.totalAmount', 9000)
    const stacked = await saveInvoice(shop, invoiceOf('K1-3', [{ ...TEA, itemDiscPercent: '10+10' }]))
    expect(stacked.json).toHaveProperty('r.totalAmount', 8100)
  })

  test('takes the discount of the whole invoice off and adds expenses', async () => {
    const shop = await openPracticeShop()
    const body = {
      ...invoiceOf('K1-1', [TEA]),
      cashDiscount: 500,
      detailExpense: [{ accountNo: '410999', expenseAmount: 250, expenseName: 'Biaya layanan' }],
    }
    expect((await saveInvoice(shop, body)).json).toMatchObject({
      r: { subTotal: 10_000, totalAmount: 9750, detailExpense: [{ expenseAmount: 250 }] },
    })
  })

  test('reads classic form bodies too', async () => {
    const shop = await openPracticeShop()
    const form =
      'customerNo=C.00001&number=K1-9&transDate=21%2F11%2F2026&detailItem[0].itemNo=TEH-01&detailItem[0].unitPrice=5000&detailItem%5B0%5D.quantity=3'
    expect((await saveInvoice(shop, form)).json).toMatchObject({ s: true, r: { number: 'K1-9', totalAmount: 15_000 } })
  })

  test('says that a number is not right when it is asked for an invoice that it does not have', async () => {
    const shop = await openPracticeShop()
    const words = await wordsOf(shop.accurate('GET', READ_INVOICE, { number: 'K1-404' }))
    expect(words).toEqual({ s: false, d: ['Faktur Penjualan tidak tepat'] })
  })

  test('lists invoices by number, ignores a bad date filter, refuses customerNo and leaves detail-only fields out', async () => {
    const shop = await openPracticeShop()
    await saveInvoice(shop, invoiceOf('K1-1', [TEA]))
    await saveInvoice(shop, invoiceOf('K1-2', [TEA]))
    const list = (query: Record<string, string>) => shop.accurate('GET', '/accurate/api/sales-invoice/list.do', query)
    const one = await list({
      'filter.number.val': 'K1-2',
      fields: 'number,totalAmount,outstanding,status,customerName',
    })
    expect(one.json).toHaveProperty('d', [{ number: 'K1-2', totalAmount: 10_000 }])
    expect((await list({ 'filter.transDate.from': '01/01/2030' })).json).toHaveProperty('sp.rowCount', 2)
    const later = { 'filter.transDate.op': 'GREATER_THAN', 'filter.transDate.val': '21/11/2026' }
    expect((await list(later)).json).toHaveProperty('sp.rowCount', 0)
    expect(await wordsOf(list({ 'filter.customerNo': 'C.00001' }))).toHaveProperty('d', ['Pelanggan tidak tepat'])
  })
})
