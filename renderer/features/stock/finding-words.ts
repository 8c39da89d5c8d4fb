import { formatQuantity } from '../../../shared/domain/quantity.ts'
import type { StockFinding } from '../../../shared/domain/stock-level.ts'

/** A finding in words: keys of the stock texts for its title, what it means and what to do. */
export type FindingWords = {
  readonly titleKey: 'finding.oversold' | 'finding.came' | 'finding.left'
  readonly meaningKey: 'meaning.oversold' | 'meaning.oversoldElsewhere' | 'meaning.came' | 'meaning.left'
  readonly tone: 'bad' | 'warn'
}

/** Chooses the words for a finding: oversold with or without this register's sales, or goods that came or left elsewhere. */
export const wordsForFinding = (finding: Pick<StockFinding, 'kind' | 'quantity' | 'saleNumbers'>): FindingWords => {
  if (finding.kind === 'oversold') {
    const isOurs = finding.saleNumbers.length > 0
    return {
      titleKey: 'finding.oversold',
      meaningKey: isOurs ? 'meaning.oversold' : 'meaning.oversoldElsewhere',
      tone: 'bad',
    }
  }
  return finding.quantity > 0
    ? { titleKey: 'finding.came', meaningKey: 'meaning.came', tone: 'warn' }
    : { titleKey: 'finding.left', meaningKey: 'meaning.left', tone: 'warn' }
}

/** A figure with a true minus sign: `12`, `−3`, `0,75`. */
export const formatFigure = (quantity: number): string => formatQuantity(quantity).replace('-', '−')

/** A signed change: `+12`, `−3`, `0`. */
export const formatSigned = (quantity: number): string => (quantity > 0 ? '+' : '') + formatFigure(quantity)

/** Oversold first (the shop cannot deliver), then the newest. */
export const orderFindings = (findings: readonly StockFinding[]): readonly StockFinding[] =>
  [...findings].sort((left, right) => {
    if (left.kind !== right.kind) return left.kind === 'oversold' ? -1 : 1
    return right.foundAtMs - left.foundAtMs || left.sku.localeCompare(right.sku)
  })
