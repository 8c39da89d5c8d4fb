import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS, documentDesignsSchema, SHIFT_REPORT_PARTS, TEST_PAGE_PARTS } from './document-design.ts'
import { readDesigns } from './read-designs.ts'
import { propertyRuns } from '../domain/testing/property-runs.ts'

describe('readDesigns', () => {
  test('gives back what was stored', () => {
    const stored = {
      ...DEFAULT_DESIGNS,
      language: 'en',
      logo: { widthPx: 2, heightPx: 1, greyBase64: 'AP8=' },
      receipt: { parts: DEFAULT_DESIGNS.receipt.parts.toReversed(), note: 'Tukar 7 hari' },
    }
    expect(readDesigns(stored)).toEqual(stored)
  })

  test.each([[null], [undefined], ['x'], [[]], [{}]])('gives the usual designs for %j', (stored) => {
    expect(readDesigns(stored)).toEqual(DEFAULT_DESIGNS)
  })

  test.each(['shift-report', 'test-page'] as const)(
    'gives designs of a till that had none for a %s yet the usual one, and keeps the others',
    (document) => {
      const receipt = { parts: DEFAULT_DESIGNS.receipt.parts.toReversed(), note: 'Tukar 7 hari' }
      const completed = { ...DEFAULT_DESIGNS, language: 'en', receipt }
      const earlier = Object.fromEntries(Object.entries(completed).filter(([name]) => name !== document))
      expect(Object.keys(earlier)).toHaveLength(Object.keys(completed).length - 1)
      expect(readDesigns(earlier)).toEqual(completed)
      expect(documentDesignsSchema.parse(earlier)).toEqual(completed)
    },
  )

  test('reads a stored design of test pages with the codes', () => {
    const parts = [
      { part: 'note', isShown: true, size: 'large' },
      { part: 'codes', isShown: false, size: 'small' },
    ]
    const read = readDesigns({ 'test-page': { parts, note: 'Teknisi: Pak Joko' } })['test-page']
    expect(read.note).toBe('Teknisi: Pak Joko')
    expect(read.parts.map(({ part }) => part).toSorted()).toEqual([...TEST_PAGE_PARTS].toSorted())
    expect(read.parts).toContainEqual({ part: 'codes', isShown: true, size: 'small' })
    expect(read.parts).toContainEqual({ part: 'note', isShown: true, size: 'large' })
  })

  test('reads a stored design of shift reports with what it must show', () => {
    const read = readDesigns({
      'shift-report': {
        parts: [
          { part: 'drawer', isShown: false, size: 'large' },
          { part: 'cashiers', isShown: false, size: 'small' },
        ],
        note: 'Setor sebelum 21.00',
      },
    })['shift-report']
    expect(read.note).toBe('Setor sebelum 21.00')
    expect(read.parts.map(({ part }) => part).toSorted()).toEqual([...SHIFT_REPORT_PARTS].toSorted())
    expect(read.parts).toContainEqual({ part: 'drawer', isShown: true, size: 'large' })
    expect(read.parts).toContainEqual({ part: 'cashiers', isShown: false, size: 'small' })
  })

  test('lets each value that cannot be read fall back alone', () => {
    const read = readDesigns({
      language: 'fr',
      logo: { widthPx: 2, heightPx: 2, greyBase64: 'AP8=' },
      receipt: {
        parts: [
          { part: 'barcode', isShown: false, size: 'huge' },
          { part: 'coupon', isShown: true, size: 'small' },
          { part: 'sums', isShown: false, size: 'large' },
          7,
        ],
        note: 12,
      },
      label: 'x',
      invoice: { ...DEFAULT_DESIGNS.invoice, note: 'n'.repeat(900) },
    })
    expect([read.language, read.logo, read.receipt.note]).toEqual(['id', null, ''])
    expect(read.receipt.parts.find(({ part }) => part === 'barcode')).toEqual({
      part: 'barcode',
      isShown: false,
      size: 'normal',
    })
    expect(read.receipt.parts.find(({ part }) => part === 'sums')).toEqual({
      part: 'sums',
      isShown: true,
      size: 'large',
    })
    expect(read.receipt.parts).toHaveLength(DEFAULT_DESIGNS.receipt.parts.length)
    expect(read.label).toEqual(DEFAULT_DESIGNS.label)
    expect(read.invoice.note).toHaveLength(500)
  })

  test('gives designs that can be stored again and read the same, whatever was stored', () => {
    const odd = fc.record(
      {
        language: fc.anything(),
        logo: fc.anything(),
        receipt: fc.anything(),
        label: fc.anything(),
        invoice: fc.anything(),
        'shift-report': fc.anything(),
        'test-page': fc.anything(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(fc.anything(), odd), (stored) => {
        const read = readDesigns(stored)
        expect(documentDesignsSchema.parse(read)).toEqual(read)
        expect(readDesigns(read)).toEqual(read)
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})
