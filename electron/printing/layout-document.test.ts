import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS, REQUIRED_PARTS, type DocumentDesigns } from '../../shared/documents/document-design.ts'
import { layoutShippingLabel } from '../../shared/documents/label-layout.ts'
import { layoutDocument, type LayoutRequest } from '../../shared/documents/layout-document.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'
import { layoutPickList } from '../../shared/documents/pick-list-layout.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import { sampleShiftReport } from '../../shared/documents/sample-shift-report.ts'
import { layoutShiftReport } from '../../shared/documents/shift-report-layout.ts'
import { labelPrinter } from '../../shared/domain/usual-printers.ts'
import type { PrinterMedia } from '../../shared/domain/printer.ts'
import { documentMeasure as measure } from './render-document.ts'
import { labelMedia, sampleGoods } from './testing/goods-samples.ts'

const ROLL = { type: 'roll', paperWidthMm: 58, cuts: true, opensDrawer: false } as const
const LABEL = labelMedia(100, 150)
const sale = sampleTaxedSale()
const delivered = sampleSale({ kind: 'delivery', delivery: SAMPLE_DELIVERY })
const report = sampleShiftReport()
const OF_SALE = { type: 'sale', sale } as const
const OF_DELIVERY = { type: 'sale', sale: delivered } as const
const OF_REPORT = { type: 'shift-report', report } as const
const OF_GOODS = { type: 'goods', goods: sampleGoods(), copies: 1 } as const

type Asked = Pick<LayoutRequest, 'content' | 'document'> & Partial<Pick<LayoutRequest, 'isCopy' | 'designs'>>

const layOut = (asked: Asked, media: PrinterMedia) => {
  const printer = { ...labelPrinter('p', 'Uji', { type: 'practice' }), media }
  return layoutDocument({ isCopy: false, designs: DEFAULT_DESIGNS, printer, ...asked }, measure)
}
const onePage = (layout: DocumentLayout) => ({ ok: true, value: [{ layout, copies: 1 }] })
const pageOf = (asked: Asked, media: PrinterMedia): DocumentLayout => {
  const pages = layOut(asked, media)
  const [page] = pages.ok ? pages.value : []
  if (page === undefined) throw new Error(pages.ok ? 'No page' : pages.error.detail)
  return page.layout
}
const textsOf = (layout: DocumentLayout): readonly string[] =>
  layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []))
/** Why it is refused; null when it is drawn. */
const refusal = (asked: Asked, media: PrinterMedia): string | null => {
  const pages = layOut(asked, media)
  if (pages.ok) return null
  expect(pages.error.code).toBe('not-drawable')
  return pages.error.detail
}

describe('a document of a sale or shift', () => {
  test('goes on the roll that lies in the printer, as its own layout draws it', () => {
    const onRoll = { paperWidthMm: 58, isCopy: true, designs: DEFAULT_DESIGNS } as const
    expect(layOut({ document: 'receipt', content: OF_SALE, isCopy: true }, ROLL)).toEqual(
      onePage(layoutReceipt(sale, { ...onRoll, qrisPayload: null }, measure)),
    )
    expect(layOut({ document: 'pick-list', content: OF_DELIVERY, isCopy: true }, ROLL)).toEqual(
      onePage(layoutPickList(delivered, onRoll, measure)),
    )
    expect(layOut({ document: 'shift-report', content: OF_REPORT, isCopy: true }, ROLL)).toEqual(
      onePage(layoutShiftReport(report, onRoll, measure)),
    )
  })

  test('carries the QRIS payload that it is given to the receipt', () => {
    const qrisPayload = `000201${'5'.repeat(60)}`
    const { primitives } = pageOf({ document: 'receipt', content: { ...OF_SALE, qrisPayload } }, ROLL)
    expect(primitives).toContainEqual(expect.objectContaining({ type: 'qr', text: qrisPayload }))
  })

  test('goes on the label that lies in the printer', () => {
    const options = { isCopy: true, designs: DEFAULT_DESIGNS, media: { widthMm: 75, heightMm: 130 } }
    const label = layoutShippingLabel(delivered, options, measure)
    expect(layOut({ document: 'label', content: OF_DELIVERY, isCopy: true }, labelMedia(75, 130))).toEqual(
      label.ok ? onePage(label.value) : 'drawn',
    )
  })

  test.each([
    ['receipt', OF_SALE],
    ['pick-list', OF_DELIVERY],
    ['shift-report', OF_REPORT],
  ] as const)('as %s is refused by a label printer, in both languages', (document, content) => {
    expect(refusal({ document, content }, LABEL)).toBe(
      'Perlu printer struk dengan gulungan 58 atau 80 mm; di printer ini label / Needs a receipt printer with a roll of 58 or 80 mm; this printer has labels',
    )
  })

  test('as shipping label is refused by a roll and by too small labels, naming both', () => {
    const onRoll = refusal({ document: 'label', content: OF_DELIVERY }, ROLL)
    expect(onRoll).toContain('di printer ini kertas struk 58 mm')
    expect(onRoll).toContain('this printer has a receipt roll of 58 mm')
    const onSmall = refusal({ document: 'label', content: OF_DELIVERY }, labelMedia(50, 30))
    expect(onSmall).toContain('Perlu label 100 × 150 mm, 100 × 100 mm, 76 × 130 mm; di printer ini label 50 × 30 mm')
    expect(onSmall).toContain('this printer has labels of 50 × 30 mm')
  })

  test('is refused as a document that its content cannot be', () => {
    expect(refusal({ document: 'shift-report', content: OF_SALE }, ROLL)).toBe('shift-report')
    expect(refusal({ document: 'receipt', content: OF_REPORT }, ROLL)).toBe('receipt')
    expect(refusal({ document: 'label', content: OF_REPORT }, LABEL)).toBe('label')
    expect(refusal({ document: 'receipt', content: OF_GOODS }, ROLL)).toBe('receipt')
    expect(refusal({ document: 'product-label', content: OF_SALE }, LABEL)).toBe('product-label')
  })
})

describe('a design', () => {
  test('cannot hide what a document is wrong without', () => {
    const bare: DocumentDesigns = {
      ...DEFAULT_DESIGNS,
      receipt: { note: '', parts: DEFAULT_DESIGNS.receipt.parts.map((part) => ({ ...part, isShown: false })) },
      label: { note: '', parts: DEFAULT_DESIGNS.label.parts.map((part) => ({ ...part, isShown: false })) },
      'pick-list': { note: '', parts: [] },
      'shift-report': {
        note: '',
        parts: DEFAULT_DESIGNS['shift-report'].parts.map((part) => ({ ...part, isShown: false })),
      },
    }
    const only = <Part extends { readonly part: string }>(parts: readonly Part[], wanted: readonly string[]) =>
      parts.map((part) => ({ ...part, isShown: wanted.includes(part.part) }))
    const least: DocumentDesigns = {
      ...DEFAULT_DESIGNS,
      receipt: { note: '', parts: only(DEFAULT_DESIGNS.receipt.parts, REQUIRED_PARTS.receipt) },
      label: { note: '', parts: only(DEFAULT_DESIGNS.label.parts, REQUIRED_PARTS.label) },
    }
    const receipt = { document: 'receipt', content: OF_SALE } as const
    expect(pageOf({ ...receipt, designs: bare }, ROLL)).toEqual(pageOf({ ...receipt, designs: least }, ROLL))
    const label = { document: 'label', content: OF_DELIVERY } as const
    expect(pageOf({ ...label, designs: bare }, LABEL)).toEqual(pageOf({ ...label, designs: least }, LABEL))
    expect(textsOf(pageOf({ ...label, designs: bare }, LABEL))).toContain('Rina Kusumawati')
    const pickList = { document: 'pick-list', content: OF_DELIVERY } as const
    expect(textsOf(pageOf({ ...pickList, designs: bare }, ROLL))).toContain(delivered.number)
    const report = textsOf(pageOf({ document: 'shift-report', content: OF_REPORT, designs: bare }, ROLL))
    expect(report).toEqual(expect.arrayContaining(['CARA BAYAR', 'Seharusnya']))
    expect(report).not.toContain('PER KASIR')
  })

  test.each([
    ['receipt', OF_SALE, ROLL, 'Terima kasih atas kunjungan Anda', 'Thank you for shopping with us'],
    ['pick-list', OF_DELIVERY, ROLL, 'DAFTAR AMBIL BARANG', 'PICK LIST'],
    ['shift-report', OF_REPORT, ROLL, 'CARA BAYAR', 'PAYMENTS'],
    ['label', OF_DELIVERY, LABEL, 'KEPADA', 'TO'],
  ] as const)('says in which language a %s is printed', (document, content, media, indonesian, english) => {
    const texts = (language: 'id' | 'en'): readonly string[] =>
      textsOf(pageOf({ document, content, designs: { ...DEFAULT_DESIGNS, language } }, media))
    expect(texts('id')).toContain(indonesian)
    expect(texts('id')).not.toContain(english)
    expect(texts('en')).toContain(english)
    expect(texts('en')).not.toContain(indonesian)
  })
})
