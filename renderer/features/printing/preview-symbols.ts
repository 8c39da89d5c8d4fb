import bwip from 'bwip-js/browser'
import type { SymbolEncoder } from '../../../shared/documents/document-measure.ts'
import { eanSymbology, parseBars, parseCells } from '../../../shared/documents/raw-symbol.ts'

// The default export's `raw` gives modules; the named export `raw` of the ES builds is a symbology of that name.
const library: { readonly raw: (symbology: string, text: string, options: string) => unknown } = bwip

/** Symbols by bwip-js' build for browsers, the same as the printer's (electron/printing/bwip-symbols.ts). */
export const previewSymbols: SymbolEncoder = {
  code128: (text) => parseBars(library.raw('code128', text, '')),
  ean: (digits) => parseBars(library.raw(eanSymbology(digits), digits, '')),
  qr: (text) => parseCells(library.raw('qrcode', text, 'eclevel=M')),
}
