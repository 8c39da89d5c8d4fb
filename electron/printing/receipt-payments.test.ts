import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { layoutInvoice } from '../../shared/documents/invoice-layout.ts'
import type { DocumentLayout, TextPrimitive } from '../../shared/documents/layout.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { sampleReturn, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import { longSampleSale, SAMPLE_DELIVERY, sampleSale } from '../../shared/documents/sample-sale.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { rupiah } from '../../shared/domain/money.ts'
import { documentMeasure } from './render-document.ts'

const PAPERS = [58, 80] as const

const receiptOf = (sale: Sale, paperWidthMm: 58 | 80, isCopy = false): DocumentLayout =>
  layoutReceipt(sale, { paperWidthMm, isCopy, qrisPayload: 'QRIS' }, documentMeasure)
const textsOf = (layout: DocumentLayout): readonly TextPrimitive[] =>
  layout.primitives.flatMap((primitive) => (primitive.type === 'text' ? [primitive] : []))
const withReference = (sale: Sale): Sale => ({
  ...sale,
  tenders: sale.tenders.map((tender) => ({ ...tender, reference: 'BCA-0123' })),
})

test.each(PAPERS)('what is told of a payment stands indented under it, on %i mm paper and on invoices', (paper) => {
  const sale = withReference(sampleTaxedSale())
  const [invoice] = layoutInvoice(sale, DEFAULT_DESIGNS, documentMeasure)
  for (const layout of [receiptOf(sale, paper), ...(invoice === undefined ? [] : [invoice])]) {
    const leftOf = (words: string): number => textsOf(layout).find(({ text }) => text === words)?.xMm ?? Number.NaN
    expect(leftOf('belum dikonfirmasi')).toBeGreaterThan(leftOf('Tunai') + 1)
    expect(leftOf('Ref. BCA-0123')).toBe(leftOf('belum dikonfirmasi'))
  }
})

test.each(PAPERS)('what goes back to the buyer is bold, as their change is, on %i mm paper', (paper) => {
  const weightOf = (sale: Sale, words: string) =>
    textsOf(receiptOf(sale, paper)).find(({ text }) => text === words)?.weight
  expect(weightOf(sampleReturn(), 'Dikembalikan tunai')).toBe('bold')
  expect(weightOf(sampleTaxedSale(), 'Kembali')).toBe('bold')
  expect(weightOf(sampleTaxedSale(), 'Tunai')).toBe('regular')
})

describe.each(PAPERS)('the QRIS code on %i mm paper', (paper) => {
  test('stands under a rule of its own and the amount that it asks for', () => {
    const { primitives } = receiptOf(sampleTaxedSale(), paper)
    const code = primitives.findIndex(({ type }) => type === 'qr')
    expect(primitives.slice(code - 2, code)).toMatchObject([
      { type: 'line' },
      { type: 'text', text: 'Bayar dengan QRIS Rp 50.000' },
    ])
  })

  test('asks for all QRIS payments that nobody has seen arrive, on a line of its own where it is long', () => {
    const [qris] = sampleTaxedSale().tenders
    if (qris === undefined) throw new Error('the sample has a QRIS payment')
    const tenders = [
      { ...qris, amount: rupiah(900_000_000_000) },
      { ...qris, amount: rupiah(50_000) },
      { ...qris, amount: rupiah(7), isConfirmed: true },
    ]
    const words = textsOf(receiptOf({ ...sampleTaxedSale(), tenders }, paper)).map(({ text }) => text)
    const [title, sum] = ['Bayar dengan QRIS', 'Rp 900.000.050.000']
    expect(words).toEqual(expect.arrayContaining(paper === 58 ? [title, sum] : [`${title} ${sum}`]))
  })
})

test('no rule stands under a black bar', () => {
  for (const paper of PAPERS) {
    const { primitives } = receiptOf(sampleReturn(), paper, true)
    const bars = primitives.flatMap((primitive, index) =>
      primitive.type === 'text' && primitive.ink === 'white' ? [primitives[index + 1]?.type] : [],
    )
    expect(bars).toEqual(['box', 'text'])
  }
})

test.each(PAPERS)('a recipient and a place of any length stand whole on %i mm paper', (paper) => {
  const delivery = {
    ...SAMPLE_DELIVERY,
    ...longSampleSale().delivery,
    recipientName: 'Bapak Zulkarnain '.repeat(8).trim(),
  }
  const words = textsOf(receiptOf(sampleSale({ kind: 'delivery', delivery }), paper)).map(({ text }) => text)
  expect(words.join(' ')).toContain(delivery.recipientName)
  expect(words.join(' ')).toContain(`${delivery.district}, ${delivery.city} ${delivery.postalCode}`)
  expect(words.filter((text) => text.endsWith('…'))).toEqual([])
})
