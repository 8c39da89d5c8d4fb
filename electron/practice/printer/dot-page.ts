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
