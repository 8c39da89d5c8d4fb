import { createByteQueue, latin1, type ByteQueue } from './byte-queue.ts'
import { burnRows, createDotPage, printedCopies, type DotPage } from './dot-page.ts'
import type { Interpretation, Interpreter } from './printed-sheet.ts'

const LONGEST_PICTURE_HEAD = 60
const MOST_SHOWN = 200

/** Settings that change nothing on a drawn page, with the shape that their arguments must have. */
const SETTINGS: Readonly<Record<string, RegExp>> = {
  GAP: /^\d+(\.\d+)? mm, ?\d+(\.\d+)? mm$/,
  BLINE: /^\d+(\.\d+)? mm, ?\d+(\.\d+)? mm$/,
  DENSITY: /^(\d|1[0-5])$/,
  SPEED: /^\d+(\.\d)?$/,
  REFERENCE: /^0, ?0$/,
}
/** What is left of a job that was cut off, filled up with blank bytes: a line that is no command, which a printer passes over. */
const CUT_LINE = /\u00ff{8}$/

/**
 * A TSPL label printer of the given resolution, as far as raster labels need it: SIZE, settings, CLS, BITMAP, PRINT. The
 * sheet is as wide as SIZE says, in dots of the head; a picture that goes beyond it is cut there. Inside BITMAP it takes
 * whatever comes for the picture.
 */
export const createTsplInterpreter = (dotsPerMm: number): Interpreter => {
  const queue = createByteQueue()
  let sheet: DotPage | null = null
  let isTurned = false
  let hasCutter = false

  const read = (pages: DotPage[], complain: (words: string) => void): boolean => {
    const picture = pictureHead(queue)
    if (picture !== null) {
      const { length, left, top, bytesPerRow, rows, mode } = picture
      const total = bytesPerRow * rows
      if (queue.size() < length + total) return false
      if (mode !== 0) complain(`TSPL: BITMAP mode ${String(mode)}`)
      else if (sheet === null) complain('TSPL: BITMAP before SIZE')
      else
        burnRows(
          sheet,
          left,
          top,
          bytesPerRow,
          queue.peek(length, total).map((byte) => byte ^ 0xff),
        )
      queue.skip(length + total)
      // Checked here, while it can still be told from an empty line.
      if (queue.size() > 0 && ![0x0d, 0x0a, 0xff].includes(queue.peek(0, 1)[0] ?? 0))
        complain('TSPL: no line end after BITMAP')
      return true
    }
    const end = queue.find(0x0a)
    if (end === -1) return false
    const isCut = CUT_LINE.test(latin1(queue.peek(Math.max(0, end - 9), Math.min(9, end))).replace(/\r$/, ''))
    const line = latin1(queue.peek(0, Math.min(end, MOST_SHOWN))).replace(/\r$/, '')
    queue.skip(end + 1)
    if (line !== '' && !isCut) obey(line, pages, complain)
    return true
  }

  const obey = (line: string, pages: DotPage[], complain: (words: string) => void): void => {
    const [, word = '', rest = ''] = /^([A-Z]+) ?(.*)$/s.exec(line) ?? []
    if (word === '') complain(`TSPL: not a command: ${line.slice(0, 20)}`)
    else if (word === 'SIZE') {
      const size = /^(\d+(?:\.\d+)?) mm, ?(\d+(?:\.\d+)?) mm$/.exec(rest)
      if (size === null) complain(`TSPL: SIZE ${rest}`)
      else sheet = createDotPage(dotsIn(size[1], dotsPerMm), dotsIn(size[2], dotsPerMm))
    } else if (word === 'CLS' && rest === '') sheet?.dots.fill(0)
    else if (word === 'DIRECTION' && /^[01](,0)?$/.test(rest)) isTurned = rest.startsWith('1')
    else if (word === 'SET' && /^CUTTER (1|OFF)$/.test(rest)) hasCutter = rest === 'CUTTER 1'
    else if (word === 'PRINT') {
      const copies = /^(\d+)(?:,(\d+))?$/.exec(rest)
      const count = copies === null ? 0 : Number(copies[1]) * Number(copies[2] ?? '1')
      const printed = sheet === null ? null : printedCopies(sheet, isTurned, count)
      if (printed === null) complain(`TSPL: PRINT ${rest}`)
      else pages.push(...printed)
    } else if (SETTINGS[word]?.test(rest) !== true) complain(`TSPL: unknown command ${word} ${rest.slice(0, 40)}`)
  }

  return {
    feed: (bytes) => {
      const pages: DotPage[] = []
      const problems: string[] = []
      const complain = (words: string): void => {
        problems.push(`${words} (byte ${String(queue.offset())})`)
      }
      queue.push(bytes)
      while (read(pages, complain));
      if (queue.size() > 0)
        complain(pictureHead(queue) === null ? 'TSPL: ends inside a command' : 'TSPL: BITMAP ends before its data')
      return { pages, problems, drawerKicks: 0, cuts: hasCutter ? pages.length : 0 }
    },
  }
}

/** What a printer that was just switched on makes of one job. */
export const interpretTspl = (bytes: Uint8Array, dotsPerMm: number): Interpretation =>
  createTsplInterpreter(dotsPerMm).feed(bytes)

/** Some sizes in millimetres are a hair below whole dots. */
const dotsIn = (mm: string | undefined, dotsPerMm: number): number => Math.floor(Number(mm) * dotsPerMm + 0.01)

/** `BITMAP x,y,width in bytes,height in dots,mode,` at the front of the queue: a 0 bit burns. */
const pictureHead = (queue: ByteQueue) => {
  const found = /^BITMAP (\d+),(\d+),(\d+),(\d+),(\d+),/.exec(latin1(queue.peek(0, LONGEST_PICTURE_HEAD)))
  if (found === null) return null
  const [left = 0, top = 0, bytesPerRow = 0, rows = 0, mode = 0] = found.slice(1).map(Number)
  return { length: found[0].length, left, top, bytesPerRow, rows, mode }
}
