import { expect, test } from 'vitest'
import { forstokReturnTask } from './forstok-return-task.ts'
import { rupiah } from './money.ts'
import { SAMPLE_ID, sampleReturnedLine, sampleSoldLine } from './testing/sample-sale-parts.ts'

const returnOf = { saleId: SAMPLE_ID, number: 'K1-261120-0007', kind: 'walk-in', route: 'forstok-only' } as const

test('says which order, under which reference, how much, and what of each item, in both languages', () => {
  const task = forstokReturnTask(
    {
      number: 'K1-R261121-0001',
      returnNumber: 'K1-R261121-0001',
      lines: [sampleReturnedLine()],
      returnOf,
    },
    { leavesInvoiceOpen: false },
  )
  expect(task.id).toBe(
    'Di Forstok buka pesanan dengan Reference # K1-261120-0007, buat Sales Return dengan Return Reference # K1-R261121-0001 sebesar Rp 10.000: S1 Item S1: kembali 2, diterima 2, masuk stok 1 (Barang Rusak). Lalu Confirm Received dan Put Away sebanyak yang masuk stok. Setelah itu centang tugas ini.',
  )
  expect(task.en).toContain('order with Reference # K1-261120-0007')
  expect(task.en).toContain('S1 Item S1: returned 2, received 2, restocked 1 (Barang Rusak)')
})

test('of an exchange it names the number of the return and only what comes back', () => {
  const task = forstokReturnTask(
    {
      number: 'K1-261121-0004',
      returnNumber: 'K1-R261121-0002',
      lines: [sampleSoldLine({ sku: 'NEW' }), sampleReturnedLine({ tax: rupiah(-1_100) })],
      returnOf,
    },
    { leavesInvoiceOpen: false },
  )
  expect(task.id).toContain('Return Reference # K1-R261121-0002 sebesar Rp 11.100')
  expect(task.id).not.toContain('NEW')
})

test.each([
  ['as far as the goods paid for it', 15_000, 'Rp 10.000'],
  ['all of it when money went back', 4_000, 'Rp 4.000'],
])('of an exchange it names the invoice that stays open in Accurate, %s', (_, amount, open) => {
  const exchange = {
    number: 'K1-261121-0004',
    returnNumber: 'K1-R261121-0002',
    lines: [sampleSoldLine({ amount: rupiah(amount) }), sampleReturnedLine()],
    returnOf,
  }
  const task = forstokReturnTask(exchange, { leavesInvoiceOpen: true })
  expect(task.id).toContain(`faktur K1-261121-0004 masih terbuka ${open},`)
  expect(task.id).toContain(`faktur itu ${open} dan retur itu -${open}. Setelah itu centang tugas ini.`)
  expect(task.en).toContain(`invoice K1-261121-0004 is still open by ${open},`)
  expect(forstokReturnTask(exchange, { leavesInvoiceOpen: false }).id).not.toContain('Accurate')
})
