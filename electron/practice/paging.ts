/** One page of rows, with the figures that both services report about it. */
export type Page<Row> = {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pageSize: number
  readonly pageCount: number
  readonly rowCount: number
  readonly start: number
}

/** Cuts page `page` (from 1) out of all rows. A page past the end is empty. */
export const pageOf = <Row>(rows: readonly Row[], page: number, pageSize: number): Page<Row> => {
  const start = (page - 1) * pageSize
  return {
    rows: rows.slice(start, start + pageSize),
    page,
    pageSize,
    pageCount: Math.max(1, Math.ceil(rows.length / pageSize)),
    rowCount: rows.length,
    start,
  }
}

/** A whole number of 1 or more from a query, no larger than `largest`; `otherwise` when it is absent or not one. */
export const wholeFrom = (text: string | null, otherwise: number, largest: number): number => {
  const value = Number(text ?? '')
  return Number.isInteger(value) && value >= 1 ? Math.min(value, largest) : otherwise
}
