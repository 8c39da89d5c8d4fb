import { canBeEan, canBeQr, canBeSymbol, type DocumentMeasure } from './document-measure.ts'
import {
  barModules,
  CODE_128_QUIET_MODULES,
  QR_QUIET_MODULES,
  type BarcodePrimitive,
  type QrPrimitive,
} from './layout.ts'
import { eanSymbology } from './raw-symbol.ts'

/** Where a code may stand. The box is free of everything else. */
export type CodeBox = {
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
}

export type CodeRules = {
  /** Upper bound of the bars' module, so that a short text does not grow across the page. */
  readonly largestModuleMm: number
  /** White paper beside the printable area, which serves as quiet zone too. */
  readonly paperMarginMm: number
}

/** One dot at 8 dots a millimetre: modules are whole dots. */
const DOT_MM = 0.125
/** Two dots: thinner bars are not read reliably from thermal paper. */
const SMALLEST_MODULE_MM = 0.25
/** Quiet zone on each side in modules: the wider of both sides, since symbols stand in the middle (GS1 General Specifications, 5.2). */
const EAN_QUIET_MODULES: Readonly<Record<ReturnType<typeof eanSymbology>, number>> = { ean13: 11, upca: 9, ean8: 7 }
/** At 300 dpi a module rounds up by at most this much. */
const ROUNDING_ROOM = 1.017

/** Code 128 in the box with the widest module that fits, quiet zones included; null when it cannot be read or encoded there. */
export const placeBarcode = (
  text: string,
  box: CodeBox,
  rules: CodeRules,
  measure: DocumentMeasure,
): BarcodePrimitive | null =>
  canBeSymbol(text) ? placeBars(text, measure.code128(text), CODE_128_QUIET_MODULES, box, rules) : null

/**
 * The code of goods: the digits of an EAN-13, UPC-A or EAN-8 with a right check digit become that symbol, any other text
 * Code 128; null when it cannot be read or encoded in the box. For the shop's own numbers and couriers' there is
 * {@link placeBarcode}: 13 digits of theirs may look like an EAN by chance.
 */
export const placeGoodsBarcode = (
  text: string,
  box: CodeBox,
  rules: CodeRules,
  measure: DocumentMeasure,
): BarcodePrimitive | null =>
  canBeEan(text)
    ? placeBars(text, measure.ean(text), EAN_QUIET_MODULES[eanSymbology(text)], box, rules)
    : placeBarcode(text, box, rules, measure)

const placeBars = (
  text: string,
  bars: readonly number[],
  quietModules: number,
  box: CodeBox,
  rules: CodeRules,
): BarcodePrimitive | null => {
  const modules = barModules(bars)
  const roomMm = box.widthMm + rules.paperMarginMm * 2
  for (let moduleMm = rules.largestModuleMm; moduleMm >= SMALLEST_MODULE_MM; moduleMm -= DOT_MM) {
    const fitsBars = modules * moduleMm * ROUNDING_ROOM <= box.widthMm
    if (fitsBars && (modules + quietModules * 2) * moduleMm * ROUNDING_ROOM <= roomMm) {
      return { type: 'barcode', text, bars, moduleMm, ...box }
    }
  }
  return null
}

/** A QR symbol centred at the top of the box, as large as `largestModuleMm` and the box's width and height allow; null when it does not fit. */
export const placeQr = (
  text: string,
  box: CodeBox,
  largestModuleMm: number,
  measure: DocumentMeasure,
): QrPrimitive | null => {
  if (!canBeQr(text)) return null
  const symbol = measure.qr(text)
  const modules = symbol.size + QR_QUIET_MODULES * 2
  const roomMm = Math.min(box.widthMm, box.heightMm)
  for (let moduleMm = largestModuleMm; moduleMm >= SMALLEST_MODULE_MM; moduleMm -= DOT_MM) {
    const sideMm = modules * moduleMm * ROUNDING_ROOM
    if (sideMm <= roomMm) {
      const xMm = box.xMm + (box.widthMm - sideMm) / 2
      const place = { xMm, yMm: box.yMm, widthMm: sideMm, heightMm: sideMm }
      return { type: 'qr', text, size: symbol.size, cells: symbol.cells, moduleMm, ...place }
    }
  }
  return null
}
