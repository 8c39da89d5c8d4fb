import { expect, test } from 'vitest'
import { receiptQris } from './receipt-qris.ts'
import { sampleTaxedSale } from './sample-documents.ts'
import { sampleSale } from './sample-sale.ts'
import { rupiah } from '../domain/money.ts'
import { withConfirmations } from './with-confirmations.ts'
import { qrisChecksum } from '../domain/qris-checksum.ts'
import { readQris } from '../domain/qris-payload.ts'

const unsigned =
  '00020101021151440014ID.CO.QRIS.WWW0215ID20200000000000303UME5204549953033605802ID5918TOKO SUMBER REJEKI6007BANDUNG61054011562070703A016304'
const qris = { payload: `${unsigned}${qrisChecksum(unsigned)}`, printsOnReceipt: true }

test('carries the amount that nobody has seen arrive', () => {
  const payload = receiptQris(sampleTaxedSale(), qris)
  expect(readQris(payload ?? '')).toMatchObject({
    ok: true,
    value: { amount: rupiah(50_000), merchantName: 'TOKO SUMBER REJEKI' },
  })
})

test('is left out once the payment was seen, without one, and where the shop wants none or has no readable code', () => {
  const sale = sampleTaxedSale()
  expect([
    receiptQris(withConfirmations(sale, [{ saleId: sale.id, tenderIndex: 0, atMs: 1, by: 'Sari' }]), qris),
    receiptQris(sampleSale(), qris),
    receiptQris(sale, { ...qris, printsOnReceipt: false }),
    receiptQris(sale, { ...qris, payload: 'no code' }),
    receiptQris(sale, { ...qris, payload: '' }),
  ]).toEqual([null, null, null, null, null])
})

test('a payment seen to arrive for another sale changes nothing', () => {
  const sale = sampleTaxedSale()
  const other = {
    saleId: sampleSale({ id: '7b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d' }).id,
    tenderIndex: 0,
    atMs: 1,
    by: 'Sari',
  }
  expect(withConfirmations(sale, [other])).toBe(sale)
})
