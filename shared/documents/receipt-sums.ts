import type { Column } from './column.ts'
import { countPieces } from './count-pieces.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { discountWords, taxBaseWords, taxOfBaseWords, taxWords } from './document-words.ts'
import type { ReceiptFaces } from './receipt-faces.ts'
import { UNTAXED_MARK } from './receipt-lines.ts'
import type { ReceiptWords } from './receipt-words.ts'
import { shownAmounts } from './shown-amounts.ts'
import { addRupiah, formatRupiah, formatThousands, negateRupiah, type Rupiah, subtractRupiah } from '../domain/money.ts'
import { documentTypeOf, lineTotal, returnedLines, soldLines } from '../domain/sale-sums.ts'
import type { Sale, SaleLine } from '../domain/sale.ts'

const sumOf = (lines: readonly SaleLine[], amountOf: (line: SaleLine) => Rupiah): Rupiah =>
  addRupiah(...lines.map(amountOf))

const taxOnTopOf = (lines: readonly SaleLine[]): Rupiah =>
  sumOf(lines, (line) => subtractRupiah(lineTotal(line), line.amount))

/** True when a sale that is taxed also holds items outside the tax. */
export const hasUntaxed = (sale: Pick<Sale, 'lines' | 'tax'>): boolean =>
  sale.tax !== null && sale.lines.some((line) => line.isTaxed) && sale.lines.some((line) => !line.isTaxed)

/**
 * What stands between the lines and the total of one part (what is sold, what comes back): its subtotal, its share of
 * the basket's discount, and the tax on top of its prices. Nothing where the lines by themselves are the whole total.
 * `hasTotal`: what all of that comes to stands below it, where the part stands in a block of its own.
 */
export const addPartSums = (
  column: Column,
  sale: Sale,
  lines: readonly SaleLine[],
  { isWholeTotal, hasTotal = false }: { readonly isWholeTotal: boolean; readonly hasTotal?: boolean },
  faces: ReceiptFaces,
  words: ReceiptWords,
): void => {
  const shared = sumOf(lines, (line) => shownAmounts(line).basketDiscount)
  const onTop = taxOnTopOf(lines)
  const isPlain = shared === 0 && onTop === 0
  if (isWholeTotal && isPlain) return
  const subtotal = sumOf(lines, (line) => addRupiah(line.amount, shownAmounts(line).basketDiscount))
  const isReturn = lines.some((line) => line.returned !== null)
  column.pair(isReturn ? words.subtotalReturned : words.subtotal, formatRupiah(subtotal), faces.body)
  if (shared !== 0) {
    const name = isReturn ? words.basketDiscountShare : discountWords(words.basketDiscount, sale.basketDiscount)
    column.pair(name, formatRupiah(negateRupiah(shared)), faces.body)
  }
  if (onTop !== 0 && sale.tax !== null) column.pair(taxWords(sale.tax.rate), formatRupiah(onTop), faces.body)
  if (!isPlain && hasTotal) {
    const name = isReturn ? words.totalReturned : words.totalBought
    column.pair(name, formatRupiah(sumOf(lines, lineTotal)), faces.body)
  }
}

/** How many pieces go out and come back, a line each. */
const piecesWords = (sale: Sale, words: ReceiptWords): readonly string[] => {
  const [sold, returned] = [soldLines(sale), returnedLines(sale)]
  return [
    ...(sold.length === 0 ? [] : [words.pieces(formatThousands(countPieces(sold)), sold.length)]),
    ...(returned.length === 0 ? [] : [words.piecesBack(formatThousands(countPieces(returned)))]),
  ]
}

/** What the parts of an exchange come to together, where that is rounded; else it is the total itself. */
export const addDifference = (
  column: Column,
  sale: Pick<Sale, 'lines' | 'rounding'>,
  faces: ReceiptFaces,
  words: ReceiptWords,
): void => {
  if (sale.rounding === 0 || documentTypeOf(sale) !== 'exchange') return
  column.pair(words.difference, formatRupiah(sumOf(sale.lines, lineTotal)), faces.body)
}

/** Cash rounding on its own row. */
export const addRounding = (
  column: Column,
  { rounding }: Pick<Sale, 'rounding'>,
  faces: ReceiptFaces,
  words: ReceiptWords,
): void => {
  if (rounding !== 0) column.pair(words.rounding, formatRupiah(rounding), faces.body)
}

/** What the last sum is called: of an exchange it is the difference, with who pays it. */
export const totalWords = (sale: Pick<Sale, 'lines' | 'total'>, words: ReceiptWords): string => {
  if (documentTypeOf(sale) !== 'exchange') return words.total
  if (sale.total === 0) return words.noDifference
  return sale.total > 0 ? words.differenceDue : words.differenceBack
}

/** Between a name and its amount, as `Column.pair` wants it. */
const BESIDE_MM = 2

/** From this many times the body's size on, text is seen to be larger. */
const CLEARLY_LARGER = 1.4

/**
 * The largest size at which name and amount stand side by side with a blank between them; where no clearly larger size
 * than the body's does it, the largest at which each has a line of its own. A printer's own fonts have few sizes: what is
 * not wider than the body's text there is no larger either.
 */
const totalSizeMm = (
  name: string,
  amount: string,
  widthMm: number,
  { totalSizesMm, body }: ReceiptFaces,
  measure: DocumentMeasure,
): number => {
  const widthOf = (text: string, sizeMm: number): number => measure.textWidthMm(text, sizeMm, 'bold')
  const bodyMm = widthOf(name, body.sizeMm)
  const larger = totalSizesMm.filter(
    (sizeMm) => sizeMm >= body.sizeMm * CLEARLY_LARGER && widthOf(name, sizeMm) > bodyMm,
  )
  const isBeside = (sizeMm: number): boolean =>
    widthOf(`${name} ${amount}`, sizeMm) <= widthMm &&
    widthOf(name, sizeMm) + widthOf(amount, sizeMm) + BESIDE_MM <= widthMm
  const hasLines = (sizeMm: number): boolean => [name, amount].every((text) => widthOf(text, sizeMm) <= widthMm)
  return larger.find(isBeside) ?? totalSizesMm.find(hasLines) ?? body.sizeMm
}

/** The total, larger than anything else below the shop's name, and how much was bought and came back. */
export const addTotal = (
  column: Column,
  sale: Sale,
  faces: ReceiptFaces,
  words: ReceiptWords,
  measure: DocumentMeasure,
): void => {
  column.gap(0.5)
  const name = totalWords(sale, words)
  const amount = formatRupiah(sale.total)
  column.pair(name, amount, {
    sizeMm: totalSizeMm(name, amount, column.widthMm, faces, measure),
    weight: 'bold',
  })
  column.gap(0.5)
  for (const pieces of piecesWords(sale, words)) column.paragraph(pieces, { ...faces.small, maxLines: 2 })
}

/**
 * Tax base and tax of the whole sale, and what of it is outside the tax: what a retailer's receipt must show to be a tax
 * document (PER-11/PJ/2025 art. 52). Nothing for a seller who charges none.
 */
export const addTax = (column: Column, sale: Sale, faces: ReceiptFaces, words: ReceiptWords): void => {
  if (sale.tax === null) return
  column.gap(1)
  const { rate, base, amount } = sale.tax
  if (!sale.lines.some((line) => line.isTaxed)) {
    column.paragraph(words.nothingTaxed, faces.small)
    return
  }
  const isIncluded = sale.lines.some((line) => line.isTaxIncluded)
  column.pair(taxBaseWords(rate), formatRupiah(base), faces.small)
  column.pair(taxOfBaseWords(rate, words), formatRupiah(amount), faces.small)
  if (hasUntaxed(sale)) {
    const untaxed = sale.lines.filter((line) => !line.isTaxed)
    column.pair(`${UNTAXED_MARK} ${words.untaxed}`, formatRupiah(sumOf(untaxed, lineTotal)), faces.small)
  }
  if (isIncluded) column.paragraph(words.taxIncluded, faces.small)
}
