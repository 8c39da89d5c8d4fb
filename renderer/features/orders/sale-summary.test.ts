import { expect, test } from 'vitest'
import { sampleLine } from '../../../shared/documents/sample-sale.ts'
import type { SaleLine } from '../../../shared/domain/sale.ts'
import { addressLinesOf, countReturnedUnits, countUnits, summarizeLines } from './sale-summary.ts'

const line = (name: string, quantity: number): SaleLine => sampleLine(name, name, quantity, 1_000)

test('names the first two lines with quantities above one and counts the rest', () => {
  expect(summarizeLines([line('Teh', 1)])).toBe('Teh')
  expect(summarizeLines([line('Teh', 2), line('Kopi', 1)])).toBe('2× Teh, Kopi')
  expect(summarizeLines([line('Teh', 1200), line('Kopi', 1), line('Gula', 1), line('Roti', 4)])).toBe(
    '1.200× Teh, Kopi, +2',
  )
})

test('counts units over all lines', () => {
  expect(countUnits([line('Teh', 2), line('Kopi', 5)])).toBe(7)
  const weighed: SaleLine = { ...line('Gula', 1.25), soldBy: 'weight' }
  const back: SaleLine = {
    ...line('Teh', -2),
    returned: { lineIndex: 0, received: 2, restocked: 2, reason: 'Berubah Pikiran' },
  }
  expect(countUnits([line('Teh', 2), weighed, back])).toBe(3)
  expect(countReturnedUnits([line('Teh', 2), back, { ...back, quantity: -0.5, soldBy: 'weight' }])).toBe(3)
  expect(summarizeLines([back])).toBe('−2× Teh')
})

test('leaves empty parts of an address out', () => {
  expect(
    addressLinesOf({
      recipientName: 'Sari',
      phone: '0812',
      address: 'Jl. Melati 3',
      province: 'DIY',
      city: 'Sleman',
      district: 'Depok',
      subDistrict: '',
      postalCode: '55281',
      courier: 'JNE',
      awb: null,
      note: '',
    }),
  ).toEqual(['Jl. Melati 3', 'Depok', 'Sleman, DIY, 55281'])
})
