import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPracticeShop, temporaryDirectory } from '../testing/practice-shop.ts'

/** As an earlier Konter wrote it: before there were taxes, returns and adjustments. */
const OLD_EVENTS = [
  '{"type":"invoice-saved","atMs":1795230000400,"invoice":{"id":10005,"number":"K1-1","customerNo":"C.00001","transDate":"21/11/2026","description":null,"poNumber":null,"inclusiveTax":false,"taxable":false,"cashDiscount":0,"cashDiscPercent":null,"charFields":{},"lines":[{"id":10006,"itemNo":"TEH-01","quantity":2,"unitPrice":5000,"itemDiscPercent":null,"itemCashDiscount":0,"amount":10000,"warehouseName":"Gudang-Utama","detailName":null,"detailNotes":null}],"expenses":[],"subTotal":10000,"totalAmount":10000}}',
  '{"type":"receipt-saved","atMs":1795230000600,"receipt":{"id":10007,"number":"K1-1-1","customerNo":"C.00001","bankNo":"110101","transDate":"21/11/2026","chequeAmount":10000,"chequeNo":null,"chequeDate":"21/11/2026","paymentMethod":"CASH_OTHER","description":null,"invoices":[{"id":10008,"invoiceNo":"K1-1","paymentAmount":10000,"discounts":[]}]}}',
]

test('reads what an earlier version has written, and takes a return of it', async () => {
  const directory = temporaryDirectory()
  writeFileSync(join(directory, 'accurate.jsonl'), `${OLD_EVENTS.join('\n')}\n`)
  const shop = await openPracticeShop({ directory })
  expect(shop.services.readHoldings().invoices).toMatchObject([{ number: 'K1-1', total: 10_000, outstanding: 0 }])
  const saved = await shop.accurate(
    'POST',
    '/accurate/api/sales-return/save.do',
    {},
    {
      number: 'K1-R1',
      customerNo: 'C.00001',
      returnType: 'INVOICE',
      invoiceNumber: 'K1-1',
      taxDate: '22/11/2026',
      detailItem: [{ itemNo: 'TEH-01', unitPrice: 5_000, quantity: 1 }],
    },
  )
  expect(saved.json).toMatchObject({ s: true, r: { totalAmount: 5_000 } })
})
