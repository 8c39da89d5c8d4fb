import type { GreyImage } from '../../shared/documents/document-design.ts'

const WIDTH_PX = 240
const HEIGHT_PX = 96

/** A shop's logo with what is hard to print: a soft round edge, thin strokes and a black field. */
export const sampleLogo = (): GreyImage => {
  const grey = Buffer.alloc(WIDTH_PX * HEIGHT_PX, 255)
  for (let y = 0; y < HEIGHT_PX; y += 1) {
    for (let x = 0; x < WIDTH_PX; x += 1) {
      const distance = Math.hypot(x - 48, y - 48)
      // A ring whose edges fade over four pixels.
      const ring = Math.min(1, Math.max(0, (Math.abs(distance - 34) - 6) / 4))
      const isField = x >= 110 && x < 230 && y >= 20 && y < 50
      const isStroke = x >= 110 && x < 230 && y >= 60 && (y - 60) % 12 < 3
      grey[y * WIDTH_PX + x] = isField || isStroke ? 0 : Math.round(ring * 255)
    }
  }
  return { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, greyBase64: grey.toString('base64') }
}
