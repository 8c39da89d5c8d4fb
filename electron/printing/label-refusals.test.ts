import { describe, expect, test } from 'vitest'
import { layoutShippingLabel, type LabelOptions } from '../../shared/documents/label-layout.ts'
import { SAMPLE_DELIVERY, sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import type { Delivery, Sale, Shop } from '../../shared/domain/sale.ts'
import { documentMeasure } from './render-document.ts'

const saleTo = (changes: Partial<Delivery>, shop: Partial<Shop> = {}): Sale =>
  sampleSale({
    kind: 'delivery',
    delivery: { ...SAMPLE_DELIVERY, ...changes },
    shop: { ...sampleSale().shop, ...shop },
  })
/** Why a label is refused; null when it is drawn. */
const refusal = (sale: Sale, options: Partial<LabelOptions> = {}): string | null => {
  const label = layoutShippingLabel(sale, { isCopy: false, ...options }, documentMeasure)
  if (label.ok) return null
  expect(label.error.code).toBe('not-drawable')
  return label.error.detail
}

describe('a shipping label is refused before printing', () => {
  test.each<[string, Partial<Delivery>, Partial<Shop>, string]>([
    ['Chinese in the name', { recipientName: 'Tuan 王' }, {}, 'Nama penerima / recipient’s name: 王 (U+738B)'],
    ['Arabic in the address', { address: 'شارع 5' }, {}, 'Alamat penerima / recipient’s address: ش (U+0634)'],
    ['Hebrew in the city', { city: 'חיפה' }, {}, 'Kota / city: ח (U+05D7)'],
    ['Thai in the district', { district: 'บาง' }, {}, 'Kecamatan / district: บ (U+0E1A)'],
    ['Devanagari in the sub-district', { subDistrict: 'दिल्ली' }, {}, 'Kelurahan / sub-district: द (U+0926)'],
    ['a letter among the emoji of the address', { address: 'Blok 🅱 5' }, {}, 'recipient’s address: 🅱 (U+1F171)'],
    ['nothing but emoji in the name', { recipientName: '😀🌸' }, {}, 'recipient’s name: kosong / empty'],
    ['a mark without a composed letter', { address: 'Jl. x̂ 5' }, {}, 'recipient’s address: U+0302'],
    ['Korean in the courier', { courier: '한진' }, {}, 'Kurir / courier: 한 (U+D55C), 진 (U+C9C4)'],
    ['Chinese in the AWB', { awb: 'JP12王' }, {}, 'No. resi / AWB: 王 (U+738B)'],
    ['letters that no barcode holds in the AWB', { awb: 'JP12É' }, {}, 'Barcode resi / AWB barcode: É (U+00C9)'],
    ['an AWB too long for any barcode', { awb: 'A'.repeat(121) }, {}, 'terlalu panjang / too long'],
    ['Chinese in the shop’s name', {}, { name: '福 Toko' }, 'Nama toko / shop’s name: 福 (U+798F)'],
    ['Chinese in the shop’s address', {}, { address: ['Jl. 5', '福'] }, 'Alamat toko / shop’s address: 福 (U+798F)'],
    ['nothing visible in the name', { recipientName: '\u200b\t ' }, {}, 'recipient’s name: kosong / empty'],
  ])('for %s', (_, delivery, shop, reason) => {
    expect(refusal(saleTo(delivery, shop))).toContain(reason)
  })

  test('naming every field that is in the way', () => {
    const reason = refusal(saleTo({ recipientName: '王', city: '京' }))
    expect(reason).toContain('recipient’s name')
    expect(reason).toContain('city')
  })

  test('when an address cannot be printed completely', () => {
    expect(refusal(saleTo({ address: 'Jalan Melati '.repeat(250) }))).toContain('too long for a label of 100 × 150 mm')
    const smaller = refusal(saleTo({ address: 'Jalan Melati '.repeat(250) }), { media: { widthMm: 76, heightMm: 130 } })
    expect(smaller).toContain('use labels of 100 × 150 mm')
  })

  test('when the sale is not delivered', () => {
    expect(refusal(sampleSale())).toContain('K1-261121-0007')
  })

  test.each([
    [50, 30],
    [74, 130],
    [100, 98],
  ])('on labels of %i x %i mm, naming the sizes that fit', (widthMm, heightMm) => {
    const reason = refusal(saleTo({}), { media: { widthMm, heightMm } })
    expect(reason).toContain('100 × 150 mm, 100 × 100 mm, 76 × 130 mm')
    expect(reason).toContain(`${String(widthMm)} × ${String(heightMm)} mm`)
  })
})

test('accents, Cyrillic, invisible marks, emoji and line ends in an address are no reason to refuse', () => {
  const delivery = { recipientName: 'Cafe\u0301 Nguyễn\u200b 🌸', address: 'Jl. Müller\r\nБлок 5', note: '福 😀' }
  expect(refusal(saleTo(delivery))).toBeNull()
})

test('goods in any script are no reason to refuse', () => {
  expect(refusal({ ...saleTo({}), lines: [sampleLine('S-1', '福袋 😀 คน', 1, 500)] })).toBeNull()
})

test('a sale of no lines at all is drawn', () => {
  expect(refusal({ ...saleTo({}), lines: [] })).toBeNull()
})
