import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS, type TextSize } from '../../shared/documents/document-design.ts'
import { layoutShippingLabel, type LabelOptions } from '../../shared/documents/label-layout.ts'
import { LABEL_SIZES } from '../../shared/documents/label-size.ts'
import type { DocumentLayout, LayoutPrimitive } from '../../shared/documents/layout.ts'
import { extentOf } from '../../shared/documents/layout-geometry.ts'
import { SAMPLE_DELIVERY, sampleLine, sampleSale } from '../../shared/documents/sample-sale.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { documentMeasure as measure } from './render-document.ts'
import { printableWildText } from './wild-sale.ts'

const SIZES = LABEL_SIZES.map(({ widthMm, heightMm }) => ({ widthMm, heightMm }))
const delivered = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY })

type TextPrimitive = Extract<LayoutPrimitive, { type: 'text' }>

const labelOf = (sale: Sale, options: Partial<LabelOptions> = {}): DocumentLayout | null => {
  const label = layoutShippingLabel(sale, { isCopy: false, ...options }, measure)
  return label.ok ? label.value : null
}
const drawn = (sale: Sale, options: Partial<LabelOptions> = {}): DocumentLayout => {
  const label = labelOf(sale, options)
  if (label === null) throw new Error('Refused')
  return label
}
const textsOf = ({ primitives }: DocumentLayout): readonly TextPrimitive[] =>
  primitives.filter((primitive) => primitive.type === 'text')
/** The texts from one that begins like this to the next rule or other text. */
const blockFrom = ({ primitives }: DocumentLayout, start: string, end: string | null): readonly TextPrimitive[] => {
  const block: TextPrimitive[] = []
  for (const primitive of primitives) {
    if (block.length === 0) {
      if (primitive.type === 'text' && primitive.text.startsWith(start)) block.push(primitive)
    } else if (primitive.type !== 'text' || (end !== null && primitive.text === end)) return block
    else block.push(primitive)
  }
  return block
}
/** Recipient and sender without their captions. */
const addresses = (label: DocumentLayout) => ({
  recipient: blockFrom(label, 'KEPADA', 'DARI').slice(1),
  sender: blockFrom(label, 'DARI', null).filter(({ text }) => text !== 'DARI'),
})
const sizeOf = (label: DocumentLayout, text: string): number => {
  const found = addresses(label).recipient.find((each) => each.text.includes(text))
  if (found === undefined) throw new Error(`No ${text}`)
  return found.sizeMm
}

describe('the recipient of a shipping label', () => {
  test(
    'is always set larger than the sender, street and district in one size, city and province in one',
    () => {
      const texts = fc.record({
        recipientName: printableWildText(60),
        // So long that everything shrinks, in words that a line holds.
        address: fc.oneof(
          printableWildText(200),
          fc.integer({ min: 5, max: 60 }).map((count) => 'Jl. Melati '.repeat(count)),
        ),
        district: printableWildText(60),
        city: printableWildText(60),
        shop: printableWildText(80),
        shopAddress: printableWildText(200),
        media: fc.constantFrom(...SIZES),
        size: fc.constantFrom<TextSize>('small', 'normal', 'large'),
      })
      let compared = 0
      fc.assert(
        fc.property(texts, ({ recipientName, address, district, city, shop, shopAddress, media, size }) => {
          const sale = {
            ...delivered,
            delivery: { ...SAMPLE_DELIVERY, recipientName, address, district, city },
            shop: { ...delivered.shop, name: shop, address: [shopAddress] },
          }
          const parts = DEFAULT_DESIGNS.label.parts.map((each) =>
            each.part === 'addresses' ? { ...each, size } : each,
          )
          const label = labelOf(sale, { media, designs: { ...DEFAULT_DESIGNS, label: { parts, note: '' } } })
          if (label === null) return
          compared += 1
          const { recipient, sender } = addresses(label)
          const smallest = Math.min(...recipient.map(({ sizeMm }) => sizeMm))
          expect(Math.max(...sender.map(({ sizeMm }) => sizeMm))).toBeLessThan(smallest)
          expect(Math.min(...sender.map(({ sizeMm }) => sizeMm))).toBeGreaterThanOrEqual(2)
          expect(Math.max(...recipient.map(({ sizeMm }) => sizeMm))).toBe(recipient[0]?.sizeMm)
          // Name, phone, street and city are all that sizes tell apart.
          const steps = recipient.filter((each, index) => each.sizeMm !== recipient[index - 1]?.sizeMm)
          expect(steps.length).toBeLessThanOrEqual(4)
          const regular = new Set(recipient.filter(({ weight }) => weight === 'regular').map(({ sizeMm }) => sizeMm))
          expect(regular.size).toBe(1)
        }),
        { numRuns: propertyRuns(150) },
      )
      expect(compared).toBeGreaterThan(50)
    },
    propertyTimeoutMs(),
  )

  // Capitals are 0.73 of a size: 3.3 mm and more.
  test.each(SIZES)('is readable from a metre on $widthMm x $heightMm mm, with every product named', (media) => {
    const label = drawn(delivered, { media })
    expect(sizeOf(label, 'Rina')).toBeGreaterThanOrEqual(4.5)
    expect(sizeOf(label, 'Kota Bandung')).toBeGreaterThanOrEqual(3.75)
    expect(sizeOf(label, 'Cihampelas')).toBeGreaterThanOrEqual(3.25)
    expect(textsOf(label).some(({ text }) => text.includes('lainnya'))).toBe(false)
  })

  test.each(SIZES)('does not shrink for goods: those make way on $widthMm x $heightMm mm', (media) => {
    const lines = Array.from({ length: 60 }, (_, index) => sampleLine(`S-${String(index)}`, 'Kopi', 1, 500))
    const label = drawn({ ...delivered, lines }, { media })
    expect(sizeOf(label, 'Rina')).toBeGreaterThanOrEqual(4.5)
    expect(textsOf(label).some(({ text }) => text.includes('lainnya'))).toBe(true)
    expect(textsOf(label).filter(({ text }) => text === 'Kopi').length).toBeGreaterThanOrEqual(2)
  })

  test.each(SIZES)('leaves a product to be named where there is no AWB yet, on $widthMm x $heightMm mm', (media) => {
    const label = drawn({ ...delivered, delivery: { ...SAMPLE_DELIVERY, awb: null } }, { media })
    expect(textsOf(label).map(({ text }) => text)).toContain('SUI Botol 600 mL')
  })

  test('takes what an ordinary parcel leaves of 100 x 150 mm, and so do its goods', () => {
    const label = drawn(delivered)
    expect(sizeOf(label, 'Rina')).toBeGreaterThan(6)
    expect(textsOf(label).find(({ text }) => text === 'Beng-beng')?.sizeMm).toBeGreaterThan(3)
    const bottomMm = Math.max(...label.primitives.map((primitive) => extentOf(primitive, measure).bottom))
    expect(bottomMm).toBeGreaterThan(135)
  })
})

test.each(SIZES)('the table of goods says what its columns are on $widthMm x $heightMm mm', (media) => {
  const texts = textsOf(drawn(delivered, { media })).map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['Produk', 'SKU', 'Jml']))
})

test.each(SIZES)('a rule stands between shop and courier on $widthMm x $heightMm mm', (media) => {
  const label = drawn(delivered, { media, isCopy: true })
  const extent = (text: string) => {
    const primitive = textsOf(label).find((each) => each.text === text)
    if (primitive === undefined) throw new Error(`No ${text}`)
    return extentOf(primitive, measure)
  }
  const [shop, courier] = [extent('Toko Sumber Rejeki'), extent('JNE REG')]
  const between = label.primitives.filter(
    (primitive) =>
      primitive.type === 'line' &&
      primitive.direction === 'vertical' &&
      primitive.xMm > shop.right + 1 &&
      primitive.xMm < courier.left - 1 &&
      primitive.yMm <= shop.top,
  )
  expect(between).toHaveLength(1)
})

test('addresses break between what is read together', () => {
  const { recipient, sender } = addresses(drawn(delivered, { media: { widthMm: 100, heightMm: 100 } }))
  expect(sender.map(({ text }) => text).slice(2)).toEqual([
    'Jl. Diponegoro No. 12,',
    'Citarum, Kota Bandung,',
    'Jawa Barat 40115',
  ])
  expect(recipient.map(({ text }) => text)).toContain('Jl. Cihampelas No. 160, RT 04 RW 02,')
})
