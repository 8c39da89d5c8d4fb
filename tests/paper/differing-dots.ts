import type { DotPage } from '../../electron/practice/printer/dot-page.ts'
import { isBlack, type MonoPicture } from '../../electron/printing/mono-picture.ts'

/** A dot that is black on the paper and white in the picture, or the other way round. */
export type DifferingDot = { readonly x: number; readonly y: number; readonly isOnPaper: boolean }

/** Every dot in which a printed page is another than the picture; what either has beyond the other counts as white there. */
export const differingDots = (page: DotPage, picture: MonoPicture): readonly DifferingDot[] => {
  const differing: DifferingDot[] = []
  for (let y = 0; y < Math.max(page.heightDots, picture.heightDots); y += 1) {
    for (let x = 0; x < Math.max(page.widthDots, picture.widthDots); x += 1) {
      const isOnPaper = x < page.widthDots && y < page.heightDots && page.dots[y * page.widthDots + x] === 1
      if (isOnPaper !== isBlack(picture, x, y)) differing.push({ x, y, isOnPaper })
    }
  }
  return differing
}

/** DLE with what makes it a command inside a picture too: EOT, ENQ, DC4. Written apart from the encoder. */
const REAL_TIME_COMMANDS = ['1004', '1005', '1014'].map((hex) => Buffer.from(hex, 'hex'))
/** DLE is the fourth dot of its eight; the third is what breaks it up. */
const ADDED_DOT = 2

/** Where bytes hold such a command. */
export const realTimeCommands = (bytes: Uint8Array): readonly number[] => {
  const buffer = Buffer.from(bytes)
  const found: number[] = []
  for (const command of REAL_TIME_COMMANDS) {
    for (let at = buffer.indexOf(command); at !== -1; at = buffer.indexOf(command, at + 1)) found.push(at)
  }
  return found.toSorted((one, other) => one - other)
}

/** The dots by which ESC/POS may differ from a picture: one for each place where its bytes would be obeyed, beside a black one. */
export const dotsThatBreakUp = ({ bits, bytesPerRow }: MonoPicture): readonly DifferingDot[] =>
  realTimeCommands(bits).map((at) => ({
    x: (at % bytesPerRow) * 8 + ADDED_DOT,
    y: Math.floor(at / bytesPerRow),
    isOnPaper: true,
  }))
