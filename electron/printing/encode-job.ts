import { assertNever } from '../../shared/domain/assert-never.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { encodeEscpos } from './escpos-encoder.ts'
import type { MonoPicture } from './mono-picture.ts'
import { encodeTspl } from './tspl-encoder.ts'
import { encodeZpl } from './zpl-encoder.ts'

/** A page as dots, and how many times it is printed in a row. */
export type PrintedPage = { readonly picture: MonoPicture; readonly copies: number }

/** One job in the printer's language. The drawer opens before the paper comes, where the language can open one (ESC/POS). */
export const encodeJob = (
  pages: readonly PrintedPage[],
  printer: Printer,
  how: { readonly opensDrawer: boolean },
): Uint8Array => {
  switch (printer.language) {
    case 'escpos':
      return encodeEscpos(pages, printer, how)
    case 'tspl':
      return encodeTspl(pages, printer)
    case 'zpl':
      return encodeZpl(pages, printer)
    default:
      return assertNever(printer.language, 'printer language')
  }
}
