import type { ReceiptRow } from './text-receipt-rows.ts'

/** A row of a text receipt, or a line without ink. */
export type SpacedRow = ReceiptRow | { readonly type: 'blank' }

const isBar = (row: ReceiptRow | undefined): boolean =>
  row?.type === 'text' && row.pieces.some(({ isInverted }) => isInverted)

const isTall = (row: ReceiptRow | undefined): boolean =>
  row?.type === 'text' && row.pieces.some(({ cellsHigh }) => cellsHigh === 2)

/**
 * True where two rows need a line between them. A printer feeds a line of usual height a little further than its letters
 * reach, but tall letters and pictures only as far as they do: what follows would touch them. A bar has no rule below it,
 * and as much room above.
 */
const needsRoom = (row: ReceiptRow, next: ReceiptRow): boolean => {
  if (isBar(row) || isBar(next)) return !(isBar(row) && isBar(next))
  if (row.type === 'image') return next.type === 'text'
  if (next.type !== 'text') return false
  return next.hasRoomAbove || (isTall(row) && !isTall(next))
}

/** The rows with empty lines where they would stand too close. */
export const spacedRows = (rows: readonly ReceiptRow[]): readonly SpacedRow[] =>
  rows.flatMap((row, index): readonly SpacedRow[] => {
    const next = rows[index + 1]
    return next !== undefined && needsRoom(row, next) ? [row, { type: 'blank' }] : [row]
  })
