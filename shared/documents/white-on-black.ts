import { ASCENT_EM, type LayoutPrimitive } from './layout.ts'

/** A black bar with bold white words in its middle, which begin `aboveMm` below its upper edge. */
export const whiteOnBlack = (
  text: string,
  bar: { readonly xMm: number; readonly yMm: number; readonly widthMm: number; readonly heightMm: number },
  { sizeMm, aboveMm }: { readonly sizeMm: number; readonly aboveMm: number },
): readonly LayoutPrimitive[] => {
  const { xMm, yMm, widthMm, heightMm } = bar
  return [
    { type: 'box', xMm, yMm, widthMm, heightMm, strokeMm: null },
    {
      type: 'text',
      text,
      xMm: xMm + widthMm / 2,
      baselineMm: yMm + aboveMm + sizeMm * ASCENT_EM,
      sizeMm,
      weight: 'bold',
      align: 'center',
      maxWidthMm: widthMm,
      ink: 'white',
    },
  ]
}
