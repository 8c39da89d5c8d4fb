import type { GreyImage } from './document-design.ts'
import type { ImagePrimitive } from './layout.ts'

/** At 8 dots a millimetre; a picture on whole dots keeps its edges. */
const DOT_MM = 0.125

/** Where a logo may stand: at the left edge or in the middle of its room, at most this large. */
export type LogoRoom = {
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
  readonly align: 'left' | 'center'
}

/** The shop's logo as large as its room allows, never stretched. */
export const placeLogo = (image: GreyImage, room: LogoRoom): ImagePrimitive => {
  const mmPerPx = Math.min(room.widthMm / image.widthPx, room.heightMm / image.heightPx)
  const wholeDots = (mm: number): number => Math.max(1, Math.floor(mm / DOT_MM + 1e-9)) * DOT_MM
  const widthMm = wholeDots(image.widthPx * mmPerPx)
  const heightMm = wholeDots(image.heightPx * mmPerPx)
  const leftMm = room.align === 'left' ? 0 : Math.floor((room.widthMm - widthMm) / 2 / DOT_MM) * DOT_MM
  return { type: 'image', image, xMm: room.xMm + leftMm, yMm: room.yMm, widthMm, heightMm }
}
