import type { SaleLine } from '../domain/sale.ts'
import { formatQuantity } from '../domain/quantity.ts'

/** How many pieces the lines come to, whichever way they go; a weighed line counts as one. */
export const countPieces = (lines: readonly Pick<SaleLine, 'quantity' | 'soldBy'>[]): number =>
  lines.reduce((sum, line) => sum + (line.soldBy === 'weight' ? 1 : Math.abs(line.quantity)), 0)

/** How much of a line, with its unit when it is weighed: `12`, `1,25 kg`. Without a sign. */
export const formatLineQuantity = (line: Pick<SaleLine, 'quantity' | 'soldBy'>): string =>
  `${formatQuantity(Math.abs(line.quantity))}${line.soldBy === 'weight' ? ' kg' : ''}`
