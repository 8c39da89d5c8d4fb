import { jsPDF } from 'jspdf'
import { bwipSymbols } from '../bwip-symbols.ts'

/** What a courier's label in tests looks like. */
export type CourierLabel = {
  readonly widthMm: number
  readonly heightMm: number
  readonly awb: string
  /** Where the label's own 100 by 150 mm begin on the page. */
  readonly leftMm?: number
  readonly topMm?: number
  /** Ruled all over, so that nowhere is room for more. */
  readonly isFull?: boolean
  /** Needed to open it. */
  readonly password?: string
}

/** The width of one module of the AWB's Code 128, as couriers print it. */
const MODULE_MM = 0.375

/** A courier's label as PDF, one page for every label: frame, text, the AWB as Code 128 (drawn as rectangles) and as QR. */
export const courierPdf = (...labels: readonly CourierLabel[]): Uint8Array => {
  const [first] = labels
  if (first === undefined) throw new RangeError('A PDF has at least one page')
  const encryption = first.password === undefined ? {} : { encryption: { userPassword: first.password } }
  const document = new jsPDF({ unit: 'mm', format: [first.widthMm, first.heightMm], ...encryption })
  labels.forEach((label, index) => {
    const isWide = label.widthMm > label.heightMm
    if (index > 0) document.addPage([label.widthMm, label.heightMm], isWide ? 'landscape' : 'portrait')
    drawLabel(document, label)
  })
  return new Uint8Array(document.output('arraybuffer'))
}

const drawLabel = (document: jsPDF, { awb, leftMm = 0, topMm = 0, isFull = false }: CourierLabel): void => {
  const rectangle = (x: number, y: number, width: number, height: number, style = 'F'): void => {
    document.rect(leftMm + x, topMm + y, width, height, style)
  }
  rectangle(2, 2, 96, 146, 'S')
  if (isFull) {
    for (let y = 5; y < 147; y += 3) {
      const isBesideCode = (y > 25 && y < 56) || (y > 80 && y < 125)
      rectangle(3, y, isBesideCode ? 3 : 94, 0.15)
      if (isBesideCode) rectangle(72, y, 25, 0.15)
    }
  }
  document.setFontSize(20)
  document.text('KURIR KILAT', leftMm + 6, topMm + 14)
  document.setFontSize(10)
  document.text(`No. Resi ${awb}`, leftMm + 6, topMm + 22)
  document.text('Penerima: Rina Kusumawati, Coblong, Bandung', leftMm + 6, topMm + 70)
  let x = 8
  bwipSymbols.code128(awb).forEach((modules, index) => {
    if (index % 2 === 0) rectangle(x, 28, modules * MODULE_MM, 25)
    x += modules * MODULE_MM
  })
  const { size, cells } = bwipSymbols.qr(`https://kurir.example/${awb}`)
  cells.forEach((cell, index) => {
    if (cell === 1) rectangle(30 + (index % size) * 1.2, 85 + Math.floor(index / size) * 1.2, 1.2, 1.2)
  })
}
