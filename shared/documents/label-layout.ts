import { createColumn, type Column } from './column.ts'
import type { DocumentMeasure } from './document-measure.ts'
import { addAddresses } from './label-addresses.ts'
import { addAwb, addHeader, addService } from './label-sections.ts'
import { addItemTable } from './label-table.ts'
import type { DocumentLayout } from './layout.ts'
import { printableText } from './printable-text.ts'
import { soldLines } from '../domain/sale-sums.ts'
import type { Sale } from '../domain/sale.ts'

export type LabelOptions = { readonly isCopy: boolean }

/** The common 10 x 15 cm thermal label, which Forstok calls A6. */
export const LABEL_WIDTH_MM = 100
export const LABEL_HEIGHT_MM = 150
/** Room for a label that sits a little off in the printer. */
const MARGIN_MM = 4

/** The shipping label of a delivery, from top to bottom in Forstok's order. Throws for a sale without a delivery: such a sale has no label. */
export const layoutShippingLabel = (sale: Sale, options: LabelOptions, measure: DocumentMeasure): DocumentLayout => {
  const { delivery } = sale
  if (delivery === null) throw new RangeError(`Sale ${sale.number} is not delivered: it has no label`)
  const column = createColumn(MARGIN_MM, MARGIN_MM, LABEL_WIDTH_MM - MARGIN_MM * 2, measure)
  addHeader(column, sale, delivery, options.isCopy, measure)
  column.rule(0.5)
  addAwb(column, sale, delivery, measure)
  column.rule(0.25)
  addAddresses(column, sale, delivery, measure)
  column.rule(0.25)
  addService(column, sale, measure)
  addNote(column, [delivery.note, sale.note])
  column.rule(0.5)
  addItemTable(column, soldLines(sale), LABEL_HEIGHT_MM - MARGIN_MM, measure)
  return { widthMm: LABEL_WIDTH_MM, heightMm: LABEL_HEIGHT_MM, primitives: column.primitives() }
}

const addNote = (column: Column, notes: readonly string[]): void => {
  const note = [...new Set(notes.map(printableText))].filter((text) => text !== '').join(' / ')
  if (note === '') return
  column.rule(0.25)
  column.gap(0.75)
  column.shrinking(`Catatan: ${note}`, {
    weight: 'regular',
    sizesMm: [3, 2.75, 2.5],
    maxLines: (sizeMm) => (sizeMm > 2.5 ? 2 : 3),
  })
  column.gap(0.75)
}
