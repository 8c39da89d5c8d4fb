import { dotsPerMmOf, type Printer } from '../../shared/domain/printer.ts'
import { sheetDots } from './label-sheet.ts'
import { createMonoPicture, type MonoPicture } from './mono-picture.ts'

/**
 * The picture moved by the printer's offsets. The dots themselves move, in every language alike: commands for offsets mean
 * different things to different printers (REFERENCE and SHIFT, ^LH and ^LS, GS L). On a label what leaves the sheet is lost,
 * as it would be on the paper; a roll gets longer at its head, or loses white lines there and nothing else.
 */
export const placePicture = (picture: MonoPicture, printer: Printer): MonoPicture => {
  const dotsPerMm = dotsPerMmOf(printer)
  const rightDots = Math.round(printer.offsetXMm * dotsPerMm)
  const wantedDownDots = Math.round(printer.offsetYMm * dotsPerMm)
  const { widthDots, heightDots } = sheetDots(printer)
  const downDots = heightDots === null ? Math.max(wantedDownDots, -whiteRowsOnTop(picture)) : wantedDownDots
  if (rightDots === 0 && downDots === 0) return picture
  return moveDots(
    picture,
    Math.max(picture.widthDots, widthDots),
    heightDots === null ? picture.heightDots + downDots : Math.max(picture.heightDots, heightDots),
    rightDots,
    downDots,
  )
}

/** The picture upside down, for printers whose language cannot turn one. */
export const turnPicture = (picture: MonoPicture): MonoPicture => {
  const bits = new Uint8Array(picture.bits.length)
  picture.bits.forEach((byte, index) => {
    bits[bits.length - 1 - index] = reversedBits(byte)
  })
  // What filled the rows at their end now stands before them.
  const padding = picture.bytesPerRow * 8 - picture.widthDots
  const turned = { ...picture, widthDots: picture.bytesPerRow * 8, bits }
  return padding === 0 ? turned : moveDots(turned, picture.widthDots, picture.heightDots, -padding, 0)
}

const reversedBits = (byte: number): number => {
  let reversed = 0
  for (let bit = 0; bit < 8; bit += 1) reversed |= ((byte >> bit) & 1) << (7 - bit)
  return reversed
}

const whiteRowsOnTop = ({ bits, bytesPerRow, heightDots }: MonoPicture): number => {
  const first = bits.findIndex((byte) => byte !== 0)
  return first === -1 ? heightDots : Math.floor(first / bytesPerRow)
}

/** A picture of the given size with the dots of another one, moved. */
const moveDots = (
  from: MonoPicture,
  widthDots: number,
  heightDots: number,
  rightDots: number,
  downDots: number,
): MonoPicture => {
  const to = createMonoPicture(widthDots, heightDots)
  const [bytes, bitsRight] = [Math.floor(rightDots / 8), ((rightDots % 8) + 8) % 8]
  const lastMask = (0xff << (to.bytesPerRow * 8 - widthDots)) & 0xff
  const put = (row: number, column: number, byte: number): void => {
    if (column < 0 || column >= to.bytesPerRow) return
    const index = row * to.bytesPerRow + column
    const mask = column === to.bytesPerRow - 1 ? lastMask : 0xff
    to.bits[index] = (to.bits[index] ?? 0) | (byte & mask)
  }
  for (let row = Math.max(0, -downDots); row < from.heightDots && row + downDots < heightDots; row += 1) {
    for (let column = 0; column < from.bytesPerRow; column += 1) {
      const byte = from.bits[row * from.bytesPerRow + column] ?? 0
      if (byte === 0) continue
      put(row + downDots, column + bytes, byte >> bitsRight)
      if (bitsRight > 0) put(row + downDots, column + bytes + 1, (byte << (8 - bitsRight)) & 0xff)
    }
  }
  return to
}
