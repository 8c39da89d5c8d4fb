import * as fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { findOverflows, findOverlaps } from '../../shared/documents/layout-geometry.ts'
import { sampleShiftReport } from '../../shared/documents/sample-shift-report.ts'
import { layoutShiftReport } from '../../shared/documents/shift-report-layout.ts'
import { shiftReportSections } from '../../shared/documents/shift-report-sections.ts'
import { rupiah } from '../../shared/domain/money.ts'
import { PPN_RATES } from '../../shared/domain/tax.ts'
import type { ShiftReport } from '../../shared/domain/shift-report.ts'
import { interpretEscpos } from '../practice/printer/interpret-escpos.ts'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { documentMeasure, renderDocument } from './render-document.ts'
import { wildText } from './wild-sale.ts'

const FONTS = fileURLToPath(new URL('../../assets/fonts', import.meta.url))
const PAPERS = [58, 80] as const
const textsOf = (report: ShiftReport, isCopy = false): readonly string[] =>
  layoutShiftReport(report, { paperWidthMm: 80, isCopy }, documentMeasure).primitives.flatMap((primitive) =>
    primitive.type === 'text' ? [primitive.text] : [],
  )
const valueAfter = (texts: readonly string[], words: string): string | undefined => texts[texts.indexOf(words) + 1]

describe('the shift report on the receipt printer', () => {
  test('holds every figure of a Z report', () => {
    const texts = textsOf(sampleShiftReport())
    expect(texts).toEqual(expect.arrayContaining(['LAPORAN Z', 'K1-261121-0001', 'K1-261121-0065', 'Penanggung jawab']))
    const expected = {
      'Penjualan (64)': 'Rp 5.132.375',
      'Retur (2)': '-Rp 17.000',
      'Batal (1), tak dihitung': 'Rp 107.700',
      'Barang setelah retur': 'Rp 5.151.000',
      'Diskon barang': '-Rp 10.625',
      'Diskon belanja': '-Rp 25.000',
      Pembulatan: 'Rp 1.375',
      TOTAL: 'Rp 5.116.750',
      'DPP nilai lain': 'Rp 3.746.504',
      'PPN dalam harga': 'Rp 449.580',
      'Tidak kena PPN': 'Rp 578.702',
      'Tunai diterima (44)': 'Rp 3.198.300',
      'Retur tunai': '-Rp 17.000',
      'QRIS (18)': 'Rp 1.517.950',
      'QRIS belum dikonfirmasi (2)': 'Rp 203.650',
      'Bagas (15)': 'Rp 936.650',
      'TOTAL (66)': 'Rp 5.116.750',
      'Kas awal': 'Rp 500.000',
      'Kas masuk: Tambah uang receh': 'Rp 200.000',
      'Kas keluar: Bayar galon dan es batu': '-Rp 330.000',
      Seharusnya: 'Rp 3.551.300',
      Dihitung: 'Rp 3.549.300',
      'Selisih (kurang)': '-Rp 2.000',
      'Rp 100.000 x 35': 'Rp 3.500.000',
    }
    for (const [words, value] of Object.entries(expected))
      expect([words, valueAfter(texts, words)]).toEqual([words, value])
  })

  test('adds up in every block: what was sold, came back and was rounded; the counted notes and coins', () => {
    const report = sampleShiftReport()
    for (const each of [
      report,
      sampleShiftReport({ rounding: rupiah(0), total: rupiah(report.total - report.rounding) }),
    ]) {
      for (const part of ['sales', 'opening-count', 'closing-count']) {
        const { rows = [] } = shiftReportSections(each).find((section) => section.part === part) ?? {}
        const sumAt = rows.findIndex(({ isSum }) => isSum)
        const amounts = rows.map(({ value }) => Number(value.replaceAll(/Rp |\./g, '')))
        expect(sumAt).toBeGreaterThan(1)
        expect(amounts.slice(0, sumAt).reduce((sum, amount) => sum + amount, 0)).toBe(amounts[sumAt])
      }
    }
    expect(textsOf(report)).toEqual(expect.arrayContaining(['Rp 3.549.300', 'Rp 500.000']))
  })

  test('calls the tax base what the receipts call it, and tells what was sold without tax', () => {
    const [full] = PPN_RATES
    if (full === undefined) throw new Error('there is no rate')
    const texts = (changes: Partial<ShiftReport>) => textsOf(sampleShiftReport(changes))
    expect(texts({ taxRates: [full] })).toEqual(expect.arrayContaining(['DPP']))
    expect(texts({ taxRates: PPN_RATES })).toEqual(expect.arrayContaining(['DPP']))
    expect(texts({ taxRates: undefined })).toEqual(expect.arrayContaining(['DPP']))
    expect(texts({})).toEqual(expect.arrayContaining(['DPP nilai lain']))
    expect(texts({ untaxed: rupiah(0) })).not.toContain('Tidak kena PPN')
    expect(texts({ untaxed: undefined })).not.toContain('Tidak kena PPN')
    expect(valueAfter(texts({ untaxed: rupiah(120_000) }), 'Tidak kena PPN')).toBe('Rp 120.000')
  })

  test('does not speak of returns to a shift that had none', () => {
    const texts = textsOf(sampleShiftReport({ returned: { count: 0, amount: rupiah(0) } }))
    expect(texts).toContain('Nilai barang')
    expect(texts).not.toContain('Barang setelah retur')
  })

  test('of an open shift is an X report without a count, a difference or signatures', () => {
    const texts = textsOf(sampleShiftReport({ kind: 'x' }))
    expect(texts).toEqual(expect.arrayContaining(['LAPORAN X', 'Belum ditutup', 'Seharusnya']))
    for (const word of ['Dihitung', 'HITUNGAN KAS AKHIR', 'Penanggung jawab']) expect(texts).not.toContain(word)
  })

  test('says nothing of tax where none is charged, and marks copies', () => {
    const untaxed = sampleShiftReport({ taxBase: rupiah(0), tax: rupiah(0) })
    expect(textsOf(untaxed)).toContain('PENJUALAN BERSIH')
    expect(textsOf(sampleShiftReport())).toContain('PENJUALAN BERSIH DGN PPN')
    expect(textsOf(untaxed).filter((text) => /PPN|DPP|NPWP|SALINAN/.test(text))).toEqual([])
    expect(textsOf(untaxed, true)).toContain('SALINAN')
  })

  test('says that the first sale opened the shift, and who accepted a difference', () => {
    const report = sampleShiftReport()
    const closing = report.shift.closing
    if (closing === null) throw new Error('a Z report is of a closed shift')
    const approval = { by: 'Ibu Ratna', atMs: 0, reason: 'Sudah dihitung ulang' }
    const shift = { ...report.shift, isOpenedBySale: true, closing: { ...closing, approval } }
    const texts = textsOf({ ...report, shift })
    expect(texts.join(' ')).toContain('Shift dibuka oleh penjualan pertama; kas awal dihitung sesudahnya.')
    const uncounted = textsOf({ ...report, shift: { ...shift, openingCount: [] } })
    expect(uncounted.join(' ')).toContain('kas awal tidak dihitung.')
    expect(uncounted).not.toContain('HITUNGAN KAS AWAL')
    expect(texts).toContain('Selisih disetujui Ibu Ratna: Sudah dihitung ulang')
  })

  test.each(PAPERS)('keeps everything inside %i mm paper and apart, whatever the words', (paperWidthMm) => {
    const wild = fc.record({
      name: wildText(80),
      reason: wildText(80),
      note: wildText(200),
      amount: fc.nat(999_999_999_999),
    })
    fc.assert(
      fc.property(wild, fc.constantFrom('id' as const, 'en' as const), ({ name, reason, note, amount }, language) => {
        const report = sampleShiftReport()
        const { closing } = report.shift
        const layout = layoutShiftReport(
          {
            ...report,
            total: rupiah(-amount),
            shop: { ...report.shop, name, npwp: reason },
            shift: { ...report.shift, openedBy: name, closing: closing === null ? null : { ...closing, note } },
            cashMoves: report.cashMoves.map((move) => ({ ...move, reason })),
            byCashier: [{ cashier: name, count: 99_999, total: rupiah(amount) }],
          },
          { paperWidthMm, isCopy: true, designs: { ...DEFAULT_DESIGNS, language } },
          documentMeasure,
        )
        expect(findOverflows(layout, documentMeasure)).toEqual([])
        expect(findOverlaps(layout, documentMeasure)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test.each(['id', 'en'] as const)('keeps words and amounts of its own on one line, even on 58 mm: %s', (language) => {
    const options = { paperWidthMm: 58, isCopy: false, designs: { ...DEFAULT_DESIGNS, language } } as const
    // What somebody wrote for money put in or taken out may be longer.
    const { primitives } = layoutShiftReport(sampleShiftReport({ cashMoves: [] }), options, documentMeasure)
    const texts = primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive] : []))
    const amounts = texts.filter(({ align }) => align === 'right')
    expect(amounts.length).toBeGreaterThan(20)
    const isAlone = ({ baselineMm }: { readonly baselineMm: number }): boolean =>
      texts.filter((text) => text.baselineMm === baselineMm).length === 1
    expect(amounts.filter(isAlone).map(({ text }) => text)).toEqual([])
  })

  test('prints on paper without opening the drawer', async () => {
    const content = { type: 'shift-report', report: sampleShiftReport() } as const
    const printer = receiptPrinter('receipt', 'Struk', { type: 'practice' })
    const request = { content, document: 'shift-report', isCopy: false, printer, designs: DEFAULT_DESIGNS } as const
    const bytes = await renderDocument(request, FONTS)
    if (!bytes.ok) throw new Error(bytes.error.detail)
    const printed = interpretEscpos(bytes.value, 576)
    expect(printed).toMatchObject({ cuts: 1, drawerKicks: 0, problems: [] })
    expect(printed.pages[0]?.dots.some((dot) => dot === 1)).toBe(true)
  })

  test('speaks English where the shop wants it, with the same figures', () => {
    const english = (report: ShiftReport): readonly string[] =>
      layoutShiftReport(
        report,
        { paperWidthMm: 58, isCopy: false, designs: { ...DEFAULT_DESIGNS, language: 'en' } },
        documentMeasure,
      ).primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
    const texts = english(sampleShiftReport())
    const expected = {
      'Sales (64)': 'Rp 5.132.375',
      'Voided (1), not counted': 'Rp 107.700',
      'Cash received (44)': 'Rp 3.198.300',
      'Difference (short)': '-Rp 2.000',
    }
    for (const [words, value] of Object.entries(expected))
      expect([words, valueAfter(texts, words)]).toEqual([words, value])
    const indonesian =
      /LAPORAN|Penjualan|Diskon|Tunai|Kas |Selisih|Dihitung|Catatan|Kasir|jawab|belum|Belum|Retur |Barang /
    expect(texts.filter((text) => indonesian.test(text))).toEqual([])
    const amounts = (all: readonly string[]): readonly string[] => all.filter((text) => /^-?Rp [\d.]+$/.test(text))
    expect(amounts(texts)).toEqual(amounts(textsOf(sampleShiftReport())))
    expect(english(sampleShiftReport({ kind: 'x' }))).toEqual(expect.arrayContaining(['X REPORT', 'Not closed yet']))
  })
})
