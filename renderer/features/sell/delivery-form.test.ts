import { describe, expect, test } from 'vitest'
import { type DeliveryForm, EMPTY_DELIVERY_FORM, formOf, readDeliveryForm } from './delivery-form.ts'

const complete: DeliveryForm = {
  recipientName: ' Siti Rahma ',
  phone: '0812-3456-7890',
  address: 'Jl. Melati No. 5',
  province: 'Jawa Barat',
  city: 'Bandung',
  district: 'Coblong',
  subDistrict: 'Dago',
  postalCode: '40135',
  courier: 'JNE',
  awb: ' ',
  note: '',
}

describe('the delivery form', () => {
  test('gives the address, trimmed, without a number where none was typed', () => {
    const reading = readDeliveryForm(complete)
    expect(reading).toMatchObject({ ok: true, delivery: { recipientName: 'Siti Rahma', awb: null } })
  })

  test('names every part that is missing, and asks for nothing that may be left out', () => {
    const reading = readDeliveryForm(EMPTY_DELIVERY_FORM)
    expect(reading.ok ? [] : Object.keys(reading.problems)).toEqual([
      'recipientName',
      'phone',
      'address',
      'province',
      'city',
      'district',
      'subDistrict',
      'postalCode',
      'courier',
    ])
  })

  test.each(['4013', '401355', '4013a'])('refuses the postcode %s', (postalCode) => {
    expect(readDeliveryForm({ ...complete, postalCode })).toEqual({ ok: false, problems: { postalCode: 'postalCode' } })
  })

  test.each(['12', 'telepon', '+62 812 3456 7890 1234 5'])('refuses the phone number %s', (phone) => {
    expect(readDeliveryForm({ ...complete, phone })).toEqual({ ok: false, problems: { phone: 'phone' } })
  })

  test('comes back as it was when an address is opened again', () => {
    const reading = readDeliveryForm({ ...complete, awb: 'JX123' })
    expect(reading.ok && formOf(reading.delivery)).toMatchObject({ awb: 'JX123', city: 'Bandung' })
  })
})
