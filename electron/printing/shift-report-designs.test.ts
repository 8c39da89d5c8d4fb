import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DEFAULT_DESIGNS,
  REQUIRED_PARTS,
  SHIFT_REPORT_PARTS,
  type DocumentDesigns,
  type TextSize,
} from '../../shared/documents/document-design.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import { sampleShiftReport } from '../../shared/documents/sample-shift-report.ts'
import { layoutShiftReport } from '../../shared/documents/shift-report-layout.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import { propertyRuns, propertyTimeoutMs } from '../../shared/domain/testing/property-runs.ts'
import { documentMeasure as measure } from './render-document.ts'
import { wildDesigns, wildText } from './wild-sale.ts'

const LOGO = { widthPx: 40, heightPx: 20, greyBase64: Buffer.alloc(800).toString('base64') }
type Parts = DocumentDesigns['shift-report']['parts']
const USUAL = DEFAULT_DESIGNS['shift-report'].parts

const designed = (parts: Parts, note = ''): DocumentDesigns => ({
  ...DEFAULT_DESIGNS,
  logo: LOGO,
  'shift-report': { parts, note },
})
const reportOf = (
  designs: DocumentDesigns,
  report: ShiftReport = sampleShiftReport(),
  paperWidthMm: 58 | 80 = 80,
): DocumentLayout => layoutShiftReport(report, { paperWidthMm, isCopy: false, designs }, measure)
const textsOf = (layout: DocumentLayout): readonly string[] =>
  layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
const shownOnly = (names: readonly string[]): Parts =>
  USUAL.map((each) => ({ ...each, isShown: names.includes(each.part) }))
const without = (name: Parts[number]['part']): Parts =>
  USUAL.map((each) => (each.part === name ? { ...each, isShown: false } : each))

describe('the design of a shift report', () => {
  test('as it is at first has no logo and no note, whatever the shop has for other documents', () => {
    const plain = layoutShiftReport(sampleShiftReport(), { paperWidthMm: 80, isCopy: false }, measure)
    expect(reportOf(DEFAULT_DESIGNS)).toEqual(plain)
    expect(reportOf(designed(USUAL))).toEqual(plain)
    expect(plain.primitives.filter(({ type }) => type === 'image')).toEqual([])
  })

  test.each([
    ['sales', 'TRANSAKSI'],
    ['cashiers', 'PER KASIR'],
    ['opening-count', 'HITUNGAN KAS AWAL'],
    ['closing-count', 'HITUNGAN KAS AKHIR'],
    ['signature', 'Penanggung jawab'],
  ] as const)('leaves out %s where it is taken off, and no other part', (part, text) => {
    const usual = textsOf(reportOf(DEFAULT_DESIGNS))
    expect(usual).toContain(text)
    const texts = textsOf(reportOf(designed(without(part))))
    expect(texts).not.toContain(text)
    const titles = ['TRANSAKSI', 'PER KASIR', 'HITUNGAN KAS AWAL', 'HITUNGAN KAS AKHIR', 'Penanggung jawab']
    expect(titles.filter((title) => texts.includes(title))).toHaveLength(titles.length - 1)
  })

  test.each([58, 80] as const)('never takes off what the till is counted and taxed by, on %i mm', (paperWidthMm) => {
    const hidden = reportOf(designed(shownOnly([])), sampleShiftReport(), paperWidthMm)
    expect(hidden).toEqual(reportOf(designed(shownOnly(REQUIRED_PARTS['shift-report'])), undefined, paperWidthMm))
    const whoAndPaid = ['LAPORAN Z', 'Toko Sumber Rejeki', 'K1-261121-0001', 'CARA BAYAR', 'QRIS (18)', 'Rp 1.517.950']
    const soldAndHeld = ['TOTAL', 'PPN dalam harga', 'Seharusnya', 'Rp 3.551.300', 'Dihitung', 'Selisih (kurang)']
    expect(textsOf(hidden)).toEqual(expect.arrayContaining([...whoAndPaid, ...soldAndHeld]))
    expect(textsOf(hidden).join(' ')).toContain('Kembalian kurang saat ramai sore.')
    expect(textsOf(hidden).join(' ')).not.toMatch(/TRANSAKSI|PER KASIR|HITUNGAN|Penanggung/)
  })

  test('decides the order; which report it is stands above everything but the shop', () => {
    const texts = textsOf(reportOf(designed(USUAL.toReversed())))
    expect(texts[0]).toBe('LAPORAN Z')
    const places = ['Penanggung jawab', 'KAS DI LACI', 'CARA BAYAR', 'TRANSAKSI', 'Mesin', 'Toko Sumber Rejeki'].map(
      (text) => texts.indexOf(text),
    )
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places).not.toContain(-1)
    expect(textsOf(reportOf(DEFAULT_DESIGNS)).slice(0, 2)).not.toContain('LAPORAN Z')
  })

  test('decides the size of each part', () => {
    const sizeOfTitle = (size: TextSize): number => {
      const parts = USUAL.map((each) => (each.part === 'drawer' ? { ...each, size } : each))
      const title = reportOf(designed(parts)).primitives.find(
        (primitive) => primitive.type === 'text' && primitive.text === 'KAS DI LACI',
      )
      return title?.type === 'text' ? title.sizeMm : 0
    }
    expect(sizeOfTitle('small')).toBeLessThan(sizeOfTitle('normal'))
    expect(sizeOfTitle('normal')).toBeLessThan(sizeOfTitle('large'))
  })

  test('puts the logo above the shop where it is wanted', () => {
    const layout = reportOf(designed(USUAL.map((each) => ({ ...each, isShown: true }))))
    expect(layout.primitives[0]).toMatchObject({ type: 'image', image: LOGO, widthMm: 26, heightMm: 13 })
  })

  test('wraps the note at the foot on 58 mm and keeps its line ends', () => {
    const note = 'Laporan ini disimpan bersama struk setoran bank selama lima tahun.\nTerima kasih.'
    const usual = reportOf(DEFAULT_DESIGNS, undefined, 58)
    const layout = reportOf(designed(USUAL, note), undefined, 58)
    const texts = textsOf(layout)
    const lines = texts.slice(
      texts.findIndex((text) => text.startsWith('Laporan ini')),
      texts.indexOf('Terima kasih.') + 1,
    )
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join(' ')).toBe(note.replace('\n', ' '))
    expect(layout.heightMm).toBeGreaterThan(usual.heightMm)
    expect(findOverflows(layout, measure)).toEqual([])
    expect(texts.indexOf('Terima kasih.')).toBeLessThan(texts.indexOf('Penanggung jawab'))
  })

  test('leaves an X report without signatures, as it has nothing to sign', () => {
    const texts = textsOf(reportOf(DEFAULT_DESIGNS, sampleShiftReport({ kind: 'x' })))
    expect(texts).not.toContain('Penanggung jawab')
  })

  test.each([58, 80] as const)(
    'prints the words under both lines to sign whole on %i mm at any size',
    (paperWidthMm) => {
      for (const size of ['small', 'normal', 'large'] as const) {
        const parts = USUAL.map((each) => ({ ...each, size }))
        const captions = reportOf(designed(parts), undefined, paperWidthMm).primitives.flatMap((primitive) =>
          primitive.type === 'text' ? [primitive] : [],
        )
        const [one, other] = captions.slice(-2)
        expect([one?.text, other?.text]).toEqual(['Kasir', 'Penanggung jawab'])
        expect(one?.sizeMm).toBe(other?.sizeMm)
      }
    },
  )
})

test('the parts of a shift report are each drawn once at most', () => {
  const twice: Parts = [...USUAL, ...USUAL]
  expect(textsOf(reportOf(designed(twice)))).toEqual(textsOf(reportOf(DEFAULT_DESIGNS)))
  expect(USUAL.map(({ part }) => part)).toEqual([...SHIFT_REPORT_PARTS])
})

test.each([58, 80] as const)(
  'a shift report of any design keeps everything inside %i mm paper and apart',
  (paperWidthMm) => {
    fc.assert(
      fc.property(
        wildDesigns,
        wildText(80),
        wildText(200),
        fc.constantFrom('x' as const, 'z' as const),
        fc.boolean(),
        (designs, name, words, kind, isCopy) => {
          const sample = sampleShiftReport({ kind })
          const { closing } = sample.shift
          const report: ShiftReport = {
            ...sample,
            shop: { ...sample.shop, name },
            shift: { ...sample.shift, openedBy: name, closing: closing === null ? null : { ...closing, note: words } },
            cashMoves: sample.cashMoves.map((move) => ({ ...move, reason: name })),
            byCashier: sample.byCashier.map((each) => ({ ...each, cashier: name })),
          }
          const layout = layoutShiftReport(report, { paperWidthMm, isCopy, designs }, measure)
          expect(findOverflows(layout, measure)).toEqual([])
          expect(findOverlaps(layout, measure)).toEqual([])
          expect(textsOf(layout)).toContain(designs.language === 'id' ? 'Seharusnya' : 'Expected')
          expect(textsOf(layout).some((text) => text.includes('SALINAN'))).toBe(isCopy)
        },
      ),
      { numRuns: propertyRuns(120) },
    )
  },
  propertyTimeoutMs(),
)
