import type { TextSize } from './document-design.ts'
import type { ReceiptFaces } from './receipt-faces.ts'
import type { TextFace } from './text-fitting.ts'

/** A4, upright. */
export const A4_MM = { widthMm: 210, heightMm: 297 } as const
/** What office printers leave white, and room for a punch. */
export const INVOICE_MARGIN_MM = 16
/** Between the margins. */
export const INVOICE_WIDTH_MM = A4_MM.widthMm - INVOICE_MARGIN_MM * 2

const SCALES: Readonly<Record<TextSize, number>> = { small: 0.88, normal: 1, large: 1.15 }

/** How text of a part is set on an invoice: 9 pt where receipts have their usual size. */
export const invoiceFaces = (size: TextSize): ReceiptFaces => {
  const scale = SCALES[size]
  const face = (sizeMm: number, weight: TextFace['weight']): TextFace => ({ sizeMm: sizeMm * scale, weight })
  return {
    body: face(3.2, 'regular'),
    strong: face(3.2, 'bold'),
    small: face(2.8, 'regular'),
    shopSizesMm: [6, 5, 4.25, 3.5].map((sizeMm) => sizeMm * scale),
    totalSizesMm: [4.75, 4.25, 3.75, 3.2].map((sizeMm) => sizeMm * scale),
    indentMm: 3,
  }
}
