/** Rows by their SKU, each group in the order given. */
export const groupBySku = <Row extends { readonly sku: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.sku)
    if (group === undefined) groups.set(row.sku, [row])
    else group.push(row)
  }
  return groups
}
