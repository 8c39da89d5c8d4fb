/** A sheet on which the practice printer burns dots: one byte a dot, 1 = black. It grows downwards as receipts do. */
export type DotPage = { readonly widthDots: number; heightDots: number; dots: Uint8Array }

/** An empty sheet. */
export const createDotPage = (widthDots: number, heightDots: number): DotPage => ({
  widthDots,
  heightDots,
  dots: new Uint8Array(widthDots * heightDots),
})

/** Makes the sheet at least this high. */
export const growTo = (page: DotPage, heightDots: number): void => {
  if (heightDots <= page.heightDots) return
  const grown = new Uint8Array(page.widthDots * heightDots)
  grown.set(page.dots)
  page.dots = grown
  page.heightDots = heightDots
}

/** Burns one dot; dots beside the sheet are lost, as on paper. */
export const burn = (page: DotPage, x: number, y: number): void => {
  if (x < 0 || y < 0 || x >= page.widthDots || y >= page.heightDots) return
  page.dots[y * page.widthDots + x] = 1
}

/** Burns rows of packed dots, eight a byte, 1 = black, from this corner on. */
export const burnRows = (page: DotPage, left: number, top: number, bytesPerRow: number, rows: Uint8Array): void => {
  for (let index = 0; index < rows.length; index += 1) {
    const byte = rows[index] ?? 0
    if (byte === 0) continue
    const x = left + (index % bytesPerRow) * 8
    const y = top + Math.floor(index / bytesPerRow)
    for (let bit = 0; bit < 8; bit += 1) if (((byte << bit) & 0x80) !== 0) burn(page, x + bit, y)
  }
}

/** Burns a black rectangle. */
export const burnBox = (page: DotPage, left: number, top: number, width: number, height: number): void => {
  for (let y = top; y < top + height; y += 1) for (let x = left; x < left + width; x += 1) burn(page, x, y)
}

/** Copies are drawn one by one; more than this is taken for a fault. */
const MOST_COPIES = 2000

/** So many copies as they come out of the printer; null for a number that no printer is told. */
export const printedCopies = (page: DotPage, isTurned: boolean, count: number): DotPage[] | null =>
  count >= 1 && count <= MOST_COPIES ? Array.from({ length: count }, () => printedCopy(page, isTurned)) : null

/** A copy as it comes out of the printer, upside down when it was told so. */
const printedCopy = (page: DotPage, isTurned: boolean): DotPage => ({
  ...page,
  dots: isTurned ? page.dots.toReversed() : page.dots.slice(),
})
