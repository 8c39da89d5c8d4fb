import { dotsPerMmOf, type LabelSeparator, type Printer } from '../../shared/domain/printer.ts'
import type { PrintedPage } from './encode-job.ts'
import { sheetDots, sheetWidthMm } from './label-sheet.ts'
import type { MonoPicture } from './mono-picture.ts'
import { placePicture } from './place-picture.ts'

/** A roll has no largest page: its pictures go in bands of so many lines, so that recovery knows how much a cut one can still want. */
const ROLL_BAND_ROWS = 1200

/** The most bytes that one BITMAP of this printer's pages holds. */
export const largestTsplBitmap = (printer: Printer): number =>
  Math.ceil(sheetDots(printer).widthDots / 8 + 1) * bandRows(printer)

/**
 * Pages as TSPL: page set-up, picture, PRINT, each. In BITMAP a 0 bit burns and a 1 bit stays blank, the padding at the end
 * of each row too. Copies are the printer's own (`PRINT 1,n`). There is no drawer in TSPL. The job ends with an empty line,
 * whose loss does no harm (see transports/device-transport.ts).
 */
export const encodeTspl = (pages: readonly PrintedPage[], printer: Printer): Uint8Array =>
  // The first line end finishes whatever stray bytes the printer holds, so that they do not spoil the first command.
  Buffer.concat([text('\r\n'), ...pages.flatMap((page) => encodePage(page, printer)), text('\r\n')])

const encodePage = ({ picture, copies }: PrintedPage, printer: Printer): readonly Uint8Array[] => {
  const placed = placePicture(picture, printer)
  return [
    text(`${headOf(placed, printer).join('\r\n')}\r\n`),
    ...bitmaps(placed, bandRows(printer)),
    text(`PRINT 1,${String(copies)}\r\n`),
  ]
}

const headOf = (picture: MonoPicture, printer: Printer): readonly string[] => {
  const { media } = printer
  const dotsPerMm = dotsPerMmOf(printer)
  // A roll's page is as long as its picture, rounded up so that the last line is on it.
  const heightMm = media.type === 'labels' ? media.heightMm : Math.ceil((picture.heightDots / dotsPerMm) * 10) / 10
  return [
    `SIZE ${mm(sheetWidthMm(printer))},${mm(heightMm)}`,
    separatorOf(media.type === 'labels' ? media.separator : { type: 'none' }),
    `DENSITY ${String(printer.darkness)}`,
    `SPEED ${String(printer.speedInchesPerSecond)}`,
    `DIRECTION ${printer.isTurned ? '1' : '0'},0`,
    'REFERENCE 0,0',
    ...(media.type === 'roll' && media.cuts ? ['SET CUTTER 1'] : []),
    'CLS',
  ]
}

const separatorOf = (separator: LabelSeparator): string => {
  if (separator.type === 'mark') return `BLINE ${mm(separator.markMm)},0 mm`
  return `GAP ${mm(separator.type === 'gap' ? separator.gapMm : 0)},0 mm`
}

const bandRows = (printer: Printer): number => {
  const { heightDots } = sheetDots(printer)
  return heightDots === null ? ROLL_BAND_ROWS : heightDots
}

const bitmaps = ({ bits, bytesPerRow, heightDots }: MonoPicture, mostRows: number): readonly Uint8Array[] => {
  const parts: Uint8Array[] = []
  for (let top = 0; top < heightDots; top += mostRows) {
    const rows = Math.min(mostRows, heightDots - top)
    parts.push(
      text(`BITMAP 0,${String(top)},${String(bytesPerRow)},${String(rows)},0,`),
      bits.subarray(top * bytesPerRow, (top + rows) * bytesPerRow).map((byte) => byte ^ 0xff),
      text('\r\n'),
    )
  }
  return parts
}

const text = (characters: string): Uint8Array => Buffer.from(characters, 'latin1')
const mm = (value: number): string => `${String(Number(value.toFixed(2)))} mm`
