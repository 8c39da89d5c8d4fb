import type { GreyImage } from './document-design.ts'

/** The two weights of the shipped font. */
export type FontWeight = 'regular' | 'bold'
export type TextAlign = 'left' | 'center' | 'right'

/** One line of text, already broken. `xMm` is the left edge, the middle or the right edge, as `align` says. */
export type TextPrimitive = {
  readonly type: 'text'
  readonly text: string
  readonly xMm: number
  readonly baselineMm: number
  /** Size of the em square. */
  readonly sizeMm: number
  readonly weight: FontWeight
  readonly align: TextAlign
  /** The text is never wider than this; the layout has made sure of it. */
  readonly maxWidthMm: number
  readonly ink: 'black' | 'white'
  /** Turned around the anchor, clockwise; left out, upright. */
  readonly turnDegrees?: 90 | 270
}

/** A Code 128 or EAN symbol, centred in its box. The box keeps the quiet zones free: nothing else is drawn inside it. */
export type BarcodePrimitive = {
  readonly type: 'barcode'
  readonly text: string
  /** Widths of bar, space, bar, … in modules, beginning and ending with a bar. */
  readonly bars: readonly number[]
  readonly moduleMm: number
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
  /** True when the bars lie across, one under the other: the symbol then reads from top to bottom of its box. */
  readonly isTurned?: boolean
}

/** A QR symbol in a square box that includes its quiet zone of four modules. */
export type QrPrimitive = {
  readonly type: 'qr'
  readonly text: string
  readonly size: number
  /** Row by row, 1 = dark; `size * size` cells. */
  readonly cells: readonly number[]
  readonly moduleMm: number
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
}

/** A rectangle: outlined inside its edges, or filled black when `strokeMm` is null. */
export type BoxPrimitive = {
  readonly type: 'box'
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
  readonly strokeMm: number | null
}

/** A rule that begins at its point and goes right or down; its thickness lies below or right of it. */
export type LinePrimitive = {
  readonly type: 'line'
  readonly direction: 'horizontal' | 'vertical'
  readonly xMm: number
  readonly yMm: number
  readonly lengthMm: number
  readonly strokeMm: number
}

/** A picture stretched over its box: every dot at least half dark is black. */
export type ImagePrimitive = {
  readonly type: 'image'
  readonly image: GreyImage
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
}

export type LayoutPrimitive =
  | TextPrimitive
  | BarcodePrimitive
  | QrPrimitive
  | BoxPrimitive
  | LinePrimitive
  | ImagePrimitive

/** A page in millimetres, from its upper left printable corner. The screen and the encoders draw the same one. */
export type DocumentLayout = {
  readonly widthMm: number
  readonly heightMm: number
  readonly primitives: readonly LayoutPrimitive[]
}

/** Highest ink above and lowest below the baseline, in em (hhea table of DejaVu Sans Condensed). */
export const ASCENT_EM = 0.93
export const DESCENT_EM = 0.24
/** Distance of two baselines, in em. */
export const LINE_EM = 1.2

/** Quiet zone of Code 128 on each side, in modules (ISO/IEC 15417). */
export const CODE_128_QUIET_MODULES = 10
/** Quiet zone of a QR symbol on each side, in modules (ISO/IEC 18004). */
export const QR_QUIET_MODULES = 4

/** Width of a Code 128 symbol without its quiet zones, in modules. */
export const barModules = (bars: readonly number[]): number => bars.reduce((sum, width) => sum + width, 0)
