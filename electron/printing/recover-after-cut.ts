import { assertNever } from '../../shared/domain/assert-never.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { ESCPOS_INITIALISE, ESCPOS_STRIP_ROWS, escposPageEnd } from './escpos-encoder.ts'
import { sheetDots } from './label-sheet.ts'
import { largestTsplBitmap } from './tspl-encoder.ts'

/** More than any command's head: a job may end inside one. */
const HEAD_BYTES = 64

/**
 * What goes before the next job when the one before ended in the middle, so that the printer neither takes the new job for
 * the rest of the old one nor prints the old one's half. It does nothing to a printer that was switched off and on
 * meanwhile. What it relies on stands in docs/PRINTING.md.
 */
export const recoverAfterCut = (printer: Printer): Uint8Array => {
  switch (printer.language) {
    case 'tspl':
      // Blank bytes fill the picture that it waits for; what is too much ends as a line that is no command.
      return Buffer.concat([
        new Uint8Array(largestTsplBitmap(printer) + HEAD_BYTES).fill(0xff),
        Buffer.from('\r\nCLS\r\n', 'latin1'),
      ])
    case 'zpl':
      // A tilde ends a graphic field; ~JX gives up the format under way and no other. Twice, should the first be eaten.
      return Buffer.from('~DN\r\n~JX\r\n~JX\r\n', 'latin1')
    case 'escpos':
      // Zeros fill the strip; outside a strip they mean nothing. What has come out is carried away from the next receipt.
      return Buffer.concat([
        new Uint8Array(Math.ceil(sheetDots(printer).widthDots / 8 + 1) * ESCPOS_STRIP_ROWS + HEAD_BYTES),
        ESCPOS_INITIALISE,
        escposPageEnd(printer),
        ESCPOS_INITIALISE,
      ])
    default:
      return assertNever(printer.language, 'printer language')
  }
}
