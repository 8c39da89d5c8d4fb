import type { jsPDF } from 'jspdf'
import { decodeBase64 } from '../../shared/documents/decode-base64.ts'
import type { GreyImage } from '../../shared/documents/document-design.ts'
import {
  barModules,
  type BarcodePrimitive,
  type BoxPrimitive,
  type DocumentLayout,
  type ImagePrimitive,
  type LinePrimitive,
  type QrPrimitive,
  type TextPrimitive,
} from '../../shared/documents/layout.ts'
import { PDF_FONT, PDF_FONT_STYLES } from './pdf-fonts.ts'

/** Where a layout lies on a sheet and how large it is drawn. */
export type PdfPlace = { readonly xMm: number; readonly yMm: number; readonly scale: number }

type Rectangle = (xMm: number, yMm: number, widthMm: number, heightMm: number) => void
type Pen = { readonly document: jsPDF; readonly place: PdfPlace; readonly fill: Rectangle }

const POINTS_PER_MM = 72 / 25.4

/** Draws a layout's primitives on the current page: text in the embedded font, bars and cells as black rectangles. */
export const drawPdfLayout = (document: jsPDF, layout: DocumentLayout, place: PdfPlace): void => {
  const { xMm, yMm, scale } = place
  const fill: Rectangle = (x, y, width, height) => {
    document.rect(xMm + x * scale, yMm + y * scale, width * scale, height * scale, 'F')
  }
  const pen = { document, place, fill }
  document.setFillColor('#000000')
  for (const primitive of layout.primitives) {
    if (primitive.type === 'text') drawText(pen, primitive)
    else if (primitive.type === 'barcode') drawBars(pen, primitive)
    else if (primitive.type === 'qr') drawQr(pen, primitive)
    else if (primitive.type === 'image') drawImage(pen, primitive)
    else if (primitive.type === 'line') drawLine(pen, primitive)
    else drawBox(pen, primitive)
  }
}

const drawText = ({ document, place }: Pen, primitive: TextPrimitive): void => {
  const { text, weight, align, ink, turnDegrees } = primitive
  document.setFont(PDF_FONT, PDF_FONT_STYLES[weight])
  document.setFontSize(primitive.sizeMm * place.scale * POINTS_PER_MM)
  document.setTextColor(ink === 'white' ? '#ffffff' : '#000000')
  const before = { left: 0, center: 0.5, right: 1 }[align] * document.getTextWidth(text)
  // jspdf aligns before it turns: the beginning of the text is found here instead.
  const [alongX, alongY] = turnDegrees === undefined ? [1, 0] : [0, turnDegrees === 90 ? 1 : -1]
  const xMm = place.xMm + primitive.xMm * place.scale - alongX * before
  const yMm = place.yMm + primitive.baselineMm * place.scale - alongY * before
  document.text(text, xMm, yMm, turnDegrees === undefined ? {} : { angle: -turnDegrees })
}

const drawBars = ({ fill }: Pen, primitive: BarcodePrimitive): void => {
  const { bars, moduleMm, isTurned = false } = primitive
  const roomMm = isTurned ? primitive.heightMm : primitive.widthMm
  let alongMm = (roomMm - barModules(bars) * moduleMm) / 2
  bars.forEach((modules, index) => {
    const lengthMm = modules * moduleMm
    if (index % 2 === 0) {
      if (isTurned) fill(primitive.xMm, primitive.yMm + alongMm, primitive.widthMm, lengthMm)
      else fill(primitive.xMm + alongMm, primitive.yMm, lengthMm, primitive.heightMm)
    }
    alongMm += lengthMm
  })
}

/** Cells overlap by this much, so that no white hair shows between them on the screen. */
const OVERLAP_MM = 0.005

/** Dark cells beside each other become one rectangle. */
const drawQr = ({ fill }: Pen, { size, cells, moduleMm, ...box }: QrPrimitive): void => {
  const leftMm = box.xMm + (box.widthMm - size * moduleMm) / 2
  const topMm = box.yMm + (box.heightMm - size * moduleMm) / 2
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let dark = 0
      while (column + dark < size && cells[row * size + column + dark] === 1) dark += 1
      if (dark === 0) continue
      fill(leftMm + column * moduleMm, topMm + row * moduleMm, dark * moduleMm, moduleMm + OVERLAP_MM)
      column += dark
    }
  }
}

const drawLine = ({ fill }: Pen, { direction, xMm, yMm, lengthMm, strokeMm }: LinePrimitive): void => {
  if (direction === 'horizontal') fill(xMm, yMm, lengthMm, strokeMm)
  else fill(xMm, yMm, strokeMm, lengthMm)
}

/** An outline lies inside the box's edges; what it encloses is white, as on paper. */
const drawBox = ({ document, fill }: Pen, { xMm, yMm, widthMm, heightMm, strokeMm }: BoxPrimitive): void => {
  fill(xMm, yMm, widthMm, heightMm)
  if (strokeMm === null) return
  document.setFillColor('#ffffff')
  fill(xMm + strokeMm, yMm + strokeMm, widthMm - strokeMm * 2, heightMm - strokeMm * 2)
  document.setFillColor('#000000')
}

const drawImage = ({ document, place }: Pen, { image, xMm, yMm, widthMm, heightMm }: ImagePrimitive): void => {
  const { scale } = place
  document.addImage({
    imageData: { data: pixelsOf(image), width: image.widthPx, height: image.heightPx },
    format: 'RGBA',
    x: place.xMm + xMm * scale,
    y: place.yMm + yMm * scale,
    width: widthMm * scale,
    height: heightMm * scale,
    // One picture stands in the file once, however often it is drawn.
    alias: `${String(image.widthPx)}x${String(image.heightPx)}-${image.greyBase64}`,
  })
}

const pixelsOf = ({ widthPx, heightPx, greyBase64 }: GreyImage): Uint8ClampedArray => {
  const grey = decodeBase64(greyBase64)
  const pixels = new Uint8ClampedArray(widthPx * heightPx * 4).fill(255)
  for (let index = 0; index < widthPx * heightPx; index += 1) {
    pixels.fill(grey[index] ?? 255, index * 4, index * 4 + 3)
  }
  return pixels
}
