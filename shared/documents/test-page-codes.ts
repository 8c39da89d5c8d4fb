import { placeBarcode, placeQr } from './code-primitive.ts'
import type { TextSize } from './document-design.ts'
import type { DocumentMeasure } from './document-measure.ts'
import type { BarcodePrimitive, QrPrimitive } from './layout.ts'
import { FRAME_MM, INSET_MM } from './test-page-area.ts'

/** What both symbols of the test page say. */
export const TEST_CODE = 'KONTER'

/** Where the codes may stand: from `yMm` on, and above `limitMm`. */
export type CodesRoom = {
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly limitMm: number
  /** Low labels take lower bars: the QR symbol needs the height more, its modules are then four dots wide. */
  readonly isSmall: boolean
}

/** Symbols, and the height that they take with the air above them. */
export type TestCodes = { readonly primitives: readonly (BarcodePrimitive | QrPrimitive)[]; readonly heightMm: number }

const AIR_MM = 0.5
const LEAST_BARS_MM = 3.5
const LARGEST_BARS_MM: Readonly<Record<TextSize, number>> = { small: 8, normal: 12, large: 18 }
const SMALL_LABEL_BARS_MM: Readonly<Record<TextSize, number>> = {
  small: LEAST_BARS_MM,
  normal: LEAST_BARS_MM,
  large: 5,
}
/** The bars of the test code at two dots a module. */
const LEAST_CODE_WIDTH_MM = 28.8
/** The QR symbol of the test code at two dots a module, its quiet zone included. */
const LEAST_QR_MM = 7.5
/** From this width on bars may be twice as wide. */
const WIDE_MM = 60
const BAR_MODULE_MM = {
  narrow: { small: 0.25, normal: 0.25, large: 0.375 },
  wide: { small: 0.25, normal: 0.5, large: 0.75 },
} as const satisfies Readonly<Record<string, Readonly<Record<TextSize, number>>>>
const QR_MODULE_MM: Readonly<Record<TextSize, number>> = { small: 0.375, normal: 0.5, large: 0.75 }
/** More than the QR symbol takes at its largest. */
const QR_ROOM_MM = 24

/** The height that one code, and that both take at least on labels of this width; 0 where they are too narrow for any. */
export const leastCodesMm = (widthMm: number): { readonly one: number; readonly both: number } => {
  const qrMm = widthMm >= LEAST_QR_MM ? AIR_MM + LEAST_QR_MM : 0
  const barsMm = widthMm >= LEAST_CODE_WIDTH_MM ? AIR_MM + LEAST_BARS_MM : 0
  return { one: barsMm === 0 ? qrMm : barsMm, both: barsMm + qrMm }
}

/**
 * The barcode, then the QR symbol below it; the QR symbol alone where bars are too wide. Where room is short the bars are
 * lower, as the QR symbol cannot be, and large ones are set as usual where the QR symbol would be smaller for them.
 */
export const placeTestCodes = (size: TextSize, room: CodesRoom, measure: DocumentMeasure): TestCodes => {
  const wanted = codesAt(size, room, measure)
  if (size !== 'large') return wanted
  const usual = codesAt('normal', room, measure)
  return qrModuleOf(usual) > qrModuleOf(wanted) ? usual : wanted
}

const qrModuleOf = ({ primitives }: TestCodes): number =>
  Math.max(0, ...primitives.map((each) => (each.type === 'qr' ? each.moduleMm : 0)))

const codesAt = (size: TextSize, room: CodesRoom, measure: DocumentMeasure): TestCodes => {
  const { xMm, yMm, widthMm, limitMm, isSmall } = room
  const primitives: (BarcodePrimitive | QrPrimitive)[] = []
  let heightMm = 0
  const largestMm = (isSmall ? SMALL_LABEL_BARS_MM : LARGEST_BARS_MM)[size]
  const forBarsMm = limitMm - yMm - AIR_MM
  const besideQrMm = forBarsMm - AIR_MM - LEAST_QR_MM
  const barsMm = Math.min(largestMm, besideQrMm >= LEAST_BARS_MM ? besideQrMm : forBarsMm)
  if (barsMm >= LEAST_BARS_MM) {
    const largestModuleMm = BAR_MODULE_MM[widthMm > WIDE_MM ? 'wide' : 'narrow'][size]
    const rules = { largestModuleMm, paperMarginMm: INSET_MM - FRAME_MM * 2 }
    const bars = placeBarcode(TEST_CODE, { xMm, yMm: yMm + AIR_MM, widthMm, heightMm: barsMm }, rules, measure)
    if (bars !== null) {
      primitives.push(bars)
      heightMm += barsMm + AIR_MM
    }
  }
  const topMm = yMm + heightMm + AIR_MM
  const box = { xMm, yMm: topMm, widthMm, heightMm: Math.min(limitMm - topMm, QR_ROOM_MM) }
  const qr = placeQr(TEST_CODE, box, QR_MODULE_MM[size], measure)
  if (qr === null) return { primitives, heightMm }
  return { primitives: [...primitives, qr], heightMm: heightMm + qr.heightMm + AIR_MM }
}
