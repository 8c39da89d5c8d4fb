import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { sampleExchange, sampleReturn, sampleTaxedSale } from '../../shared/documents/sample-documents.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { documentMeasure } from './render-document.ts'
import { printerFontMeasure } from './text-receipt-measure.ts'
import { receiptRows } from './text-receipt-rows.ts'
import { spacedRows } from './text-receipt-spacing.ts'

const LOGO = { widthPx: 40, heightPx: 20, greyBase64: Buffer.alloc(800).toString('base64') }

/** The lines as they are printed; `` is a line without ink. */
const linesOf = (sale: Sale, paperWidthMm: 58 | 80, language: 'id' | 'en' = 'id'): readonly string[] => {
  const designs = { ...DEFAULT_DESIGNS, logo: LOGO, language }
  const measure = printerFontMeasure(paperWidthMm, documentMeasure)
  const layout = layoutReceipt(sale, { paperWidthMm, isCopy: true, designs }, measure)
  const rows = receiptRows(layout, paperWidthMm)
  if (rows === null) throw new Error('The sample is beyond the printer’s fonts')
  return spacedRows(rows).map((row) => {
    if (row.type === 'blank') return ''
    if (row.type !== 'text') return row.type
    const [first] = row.pieces
    return `${' '.repeat(first?.startCell ?? 0)}${row.pieces.map(({ text }) => text).join(' ')}`
  })
}
/** The lines before and after the one that begins so. */
const around = (lines: readonly string[], start: string): readonly (string | undefined)[] => {
  const at = lines.findIndex((line) => line.trimStart().startsWith(start))
  return [lines[at - 1]?.trim(), lines[at + 1]?.trim()]
}

describe.each([58, 80] as const)('lines without ink on %i mm paper', (paper) => {
  test('stand between logo, tall name and address, and below a tall total', () => {
    const lines = linesOf(sampleTaxedSale(), paper)
    const named = paper === 58 ? ['Toko Sumber', 'Rejeki'] : ['Toko Sumber Rejeki']
    expect(lines.slice(0, 5 + named.length).map((line) => line.trim())).toEqual([
      'image',
      '',
      ...named,
      '',
      'Jl. Diponegoro No. 12, Citarum',
      'Kota Bandung, Jawa Barat 40115',
    ])
    expect(around(lines, 'TOTAL')).toEqual(['Pembulatan -Rp 25', ''])
  })

  test('stand above and below the bars, which follow each other', () => {
    const lines = linesOf(sampleReturn(), paper)
    expect([around(lines, 'RETUR'), around(lines, 'SALINAN')]).toEqual([
      ['', 'SALINAN'],
      ['RETUR', ''],
    ])
  })

  test('stand above the subtotals of an exchange, and nowhere twice', () => {
    const lines = linesOf(sampleExchange(), paper)
    expect([around(lines, 'Subtotal Rp')[0], around(lines, 'Subtotal retur')[0]]).toEqual(['', ''])
    expect(lines.filter((line, index) => line === '' && lines[index + 1] === '')).toEqual([])
  })

  test('details are indented as far as a name behind its mark', () => {
    const lines = linesOf(sampleTaxedSale(), paper)
    expect(lines.find((line) => line.startsWith('* Beras'))).toBe('* Beras Pandan Wangi Curah')
    expect(lines.find((line) => line.includes('1,25 kg'))?.search(/\S/)).toBe(2)
  })

  test.each(['id', 'en'] as const)(
    'the words of the language %s leave amounts and dates on their lines',
    (language) => {
      for (const sale of [sampleTaxedSale(), sampleReturn(), sampleExchange()]) {
        const lines = linesOf(sale, paper, language).map((line) => line.trim())
        expect(lines.filter((line) => line.endsWith('WIB')).every((line) => /\d{2}:\d{2} WIB$/.test(line))).toBe(true)
        // Only a large sum may take a line of its own.
        const alone = lines.filter(
          (line, index) => /^-?Rp [\d.]+$/.test(line) && !/[A-Z]{4}/.test(lines[index - 1] ?? ''),
        )
        expect(alone).toEqual([])
      }
    },
  )
})
