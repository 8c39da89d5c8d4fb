export type SoldLine = { readonly sku: string; readonly quantity: number; readonly unitPrice: number }

/** A small seeded generator (mulberry32), so that a run can be repeated; gives numbers in [0, 1). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Cuts lines, in their order, into sales of one to eight lines; every line is in exactly one sale. */
export const cutIntoSales = (lines: readonly SoldLine[], random: () => number): readonly (readonly SoldLine[])[] => {
  const sales: SoldLine[][] = []
  let from = 0
  while (from < lines.length) {
    const size = 1 + Math.floor(random() * 8)
    sales.push(lines.slice(from, from + size))
    from += size
  }
  return sales
}
