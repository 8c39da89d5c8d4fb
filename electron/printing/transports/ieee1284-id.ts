import type { PrinterLanguage } from '../../../shared/domain/printer.ts'

/** What a printer says of itself (IEEE 1284 device id). Empty where it says nothing. */
export type Ieee1284Id = {
  readonly maker: string
  readonly model: string
  readonly serialNumber: string
  /** The languages it names, as it writes them. */
  readonly commandSet: readonly string[]
}

/** Reads `MFG:XPRINTER;CMD:TSPL;MDL:XP-420B;CLS:PRINTER;` in its short and long keys; the first of doubled keys counts. */
export const parseIeee1284Id = (text: string): Ieee1284Id => {
  const fields = new Map<string, string>()
  for (const part of text.split(';')) {
    const colon = part.indexOf(':')
    if (colon <= 0) continue
    const key = part.slice(0, colon).trim().toUpperCase()
    if (!fields.has(key)) fields.set(key, tidy(part.slice(colon + 1)))
  }
  const first = (...keys: readonly string[]): string => keys.map((key) => fields.get(key)).find(Boolean) ?? ''
  return {
    maker: first('MFG', 'MANUFACTURER'),
    model: first('MDL', 'MODEL', 'DES', 'DESCRIPTION'),
    serialNumber: first('SN', 'SERN', 'SERIALNUMBER'),
    commandSet: first('CMD', 'COMMAND SET')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  }
}

/** Control characters and paddings that cheap firmware leaves in its id are no part of a name. */
const tidy = (value: string): string => value.replaceAll(/\p{Cc}+/gu, ' ').trim()

/** The raw answer of a printer: two bytes of length, which count themselves and which some firmware gets wrong, then text. */
export const decodeIeee1284Id = (raw: Uint8Array): string => {
  const declared = ((raw[0] ?? 0) << 8) | (raw[1] ?? 0)
  const end = declared > 2 && declared <= raw.length ? declared : raw.length
  return Buffer.from(raw.subarray(2, end)).toString('latin1')
}

const LANGUAGES: readonly (readonly [RegExp, PrinterLanguage])[] = [
  [/^(?:TSPL|TSC|TSPL2|TSPL-EZ)$/iu, 'tspl'],
  [/^(?:ZPL|ZPL ?II|ZPL2)$/iu, 'zpl'],
  [/^(?:ESC\/?POS|ESC_POS|ESCPOS|EPSON ESC\/POS|POS)$/iu, 'escpos'],
]

/** The first language of a command set that Konter speaks; null when there is none. */
export const languageOf = (commandSet: readonly string[]): PrinterLanguage | null => {
  for (const word of commandSet) {
    const language = LANGUAGES.find(([pattern]) => pattern.test(word))?.[1]
    if (language !== undefined) return language
  }
  return null
}
