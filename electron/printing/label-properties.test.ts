import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutShippingLabel } from '../../shared/documents/label-layout.ts'
import { LABEL_SIZES } from '../../shared/documents/label-size.ts'
import { barModules, CODE_128_QUIET_MODULES, type DocumentLayout } from '../../shared/documents/layout.ts'
import { extentOf, findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import { printableText } from '../../shared/documents/printable-text.ts'
import { SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { documentMeasure as measure } from './render-document.ts'
import { printableWildText, wildDesigns, wildSale, wildText } from './wild-sale.ts'

const media = fc.oneof(
  fc.constantFrom(...LABEL_SIZES.map(({ widthMm, heightMm }) => ({ widthMm, heightMm }))),
  // From a millimetre and a half less than the smallest sizes on.
  fc.oneof(
    fc.record({
      widthMm: fc.double({ min: 74.5, max: 120, noNaN: true }),
      heightMm: fc.integer({ min: 129, max: 300 }),
    }),
    fc.record({
      widthMm: fc.double({ min: 98.5, max: 120, noNaN: true }),
      heightMm: fc.double({ min: 98.5, max: 200, noNaN: true }),
    }),
  ),
)
const words = (text: string): string => printableText(text).replaceAll(' ', '')
const allText = (layout: DocumentLayout): string =>
  layout.primitives.map((primitive) => (primitive.type === 'text' ? words(primitive.text) : '')).join('')

/** Texts that a rule runs through. */
const crossed = (layout: DocumentLayout): readonly string[] => {
  const rules = layout.primitives.filter(({ type }) => type === 'line').map((rule) => extentOf(rule, measure))
  return layout.primitives.flatMap((primitive) => {
    if (primitive.type !== 'text') return []
    const text = extentOf(primitive, measure)
    return rules.some(
      (rule) =>
        rule.left < text.right - 0.01 &&
        text.left < rule.right - 0.01 &&
        rule.top < text.bottom - 0.01 &&
        text.top < rule.bottom - 0.01,
    )
      ? [primitive.text]
      : []
  })
}

/** Every text that a parcel is lost without. */
const neededTexts = (sale: Sale): readonly string[] => {
  const { delivery, shop } = sale
  if (delivery === null) return []
  const { recipientName, phone, address, subDistrict, district, city, province, postalCode, awb } = delivery
  const districts = `${subDistrict}, ${district}`
  const recipient = [recipientName, phone, address, districts, city, `${province} ${postalCode}`, awb ?? '']
  return [...recipient, shop.name, shop.phone, shop.address.join(', ')]
}

describe('a shipping label on any label, of any design', () => {
  const sale = fc.oneof(
    wildSale('delivery', printableWildText),
    wildSale('delivery'),
    fc.record({ address: printableWildText(300), name: printableWildText(120), note: wildText(300) }).map((parts) =>
      sampleSale({
        kind: 'delivery',
        delivery: { ...SAMPLE_DELIVERY, address: parts.address, recipientName: parts.name, note: parts.note },
      }),
    ),
  )

  test(
    'either holds every address complete, inside the page and apart, or is refused with a reason',
    () => {
      let drawn = 0
      fc.assert(
        fc.property(sale, media, wildDesigns, fc.boolean(), (each, paper, designs, isCopy) => {
          const label = layoutShippingLabel(each, { isCopy, media: paper, designs }, measure)
          if (!label.ok) return label.error.detail !== ''
          drawn += 1
          expect(findOverflows(label.value, measure)).toEqual([])
          expect(findOverlaps(label.value, measure)).toEqual([])
          expect(crossed(label.value)).toEqual([])
          const text = allText(label.value)
          for (const needed of neededTexts(each)) expect(text).toContain(words(needed))
          expect(text.includes('SALINAN')).toBe(isCopy)
          return true
        }),
        { numRuns: propertyRuns(250) },
      )
      expect(drawn).toBeGreaterThan(20)
    },
    propertyTimeoutMs(),
  )

  test(
    'gives every barcode its quiet zones inside its own box',
    () => {
      fc.assert(
        fc.property(wildSale('delivery', printableWildText), media, (each, paper) => {
          const label = layoutShippingLabel(each, { isCopy: false, media: paper }, measure)
          if (!label.ok) return
          for (const primitive of label.value.primitives) {
            if (primitive.type !== 'barcode') continue
            const neededMm = (barModules(primitive.bars) + CODE_128_QUIET_MODULES * 2) * primitive.moduleMm
            expect(neededMm).toBeLessThanOrEqual(primitive.widthMm)
            expect(primitive.moduleMm).toBeGreaterThanOrEqual(0.25)
          }
        }),
        { numRuns: propertyRuns(150) },
      )
    },
    propertyTimeoutMs(),
  )
})
