import { expect, test } from 'vitest'
import { layoutReceipt } from '../../shared/documents/receipt-layout.ts'
import { sampleSale } from '../../shared/documents/sample-sale.ts'
import { rupiah } from '../../shared/domain/money.ts'
import { documentMeasure } from './render-document.ts'
import { COLUMNS, printerFontMeasure } from './text-receipt-measure.ts'
import { receiptRows, type TextPiece } from './text-receipt-rows.ts'

type Paper = 58 | 80

/** The lines from TOTAL to its amount. */
const totalOn = (paperWidthMm: Paper, total: number): readonly (readonly TextPiece[])[] => {
  const sale = { ...sampleSale(), total: rupiah(total) }
  const options = { paperWidthMm, isCopy: false }
  const layout = layoutReceipt(sale, options, printerFontMeasure(paperWidthMm, documentMeasure))
  const lines = (receiptRows(layout, paperWidthMm) ?? []).flatMap((row) => (row.type === 'text' ? [row.pieces] : []))
  const first = lines.findIndex((pieces) => pieces[0]?.text === 'TOTAL')
  return lines.slice(first, first + (lines[first]?.length === 1 ? 2 : 1))
}
const wordsOf = (lines: readonly (readonly TextPiece[])[]): readonly string[] =>
  lines.map((pieces) => pieces.map(({ text }) => text).join(' '))
const sizesOf = (lines: readonly (readonly TextPiece[])[]): readonly string[] => [
  ...new Set(lines.flat().map(({ cells, cellsHigh }) => `${String(cells)} x ${String(cellsHigh)}`)),
]

test.each([
  [58, 7_500, ['TOTAL Rp 7.500']],
  [58, 107_900, ['TOTAL Rp 107.900']],
  [58, -41_200, ['TOTAL -Rp 41.200']],
  [58, 1_107_900, ['TOTAL', 'Rp 1.107.900']],
  [58, 9_999_999_999, ['TOTAL', 'Rp 9.999.999.999']],
  [80, 107_900, ['TOTAL Rp 107.900']],
  [80, 999_999_999_999, ['TOTAL Rp 999.999.999.999']],
] as const)('on %i mm paper the total %i is twice as wide and high as other lines', (paper, total, words) => {
  const lines = totalOn(paper, total)
  expect([wordsOf(lines), sizesOf(lines)]).toEqual([words, ['2 x 2']])
  const amount = lines.at(-1)?.at(-1)
  expect((amount?.startCell ?? 0) + (amount?.text.length ?? 0) * 2).toBe(COLUMNS[paper])
})

test('a total too wide for a line of its own is twice as high', () => {
  const lines = totalOn(58, 99_999_999_999)
  expect([wordsOf(lines), sizesOf(lines)]).toEqual([['TOTAL Rp 99.999.999.999'], ['1 x 2']])
})
