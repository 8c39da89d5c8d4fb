import type { BasketLine } from '../../../shared/domain/basket.ts'

/** Tells the lines of a basket apart: a SKU at one price is one line. */
export const lineKeyOf = (line: BasketLine): string => `${line.item.sku}\n${line.unitPrice}`
