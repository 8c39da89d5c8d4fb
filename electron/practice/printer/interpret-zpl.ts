import { createByteQueue, latin1 } from './byte-queue.ts'
import { burnRows, createDotPage, printedCopies, type DotPage } from './dot-page.ts'
import type { Interpretation, Interpreter } from './printed-sheet.ts'
import { readGraphicField } from './zpl-graphic-field.ts'

const CARET = 0x5e
const TILDE = 0x7e
/** Commands that take no arguments are whole as soon as their name is there. */
const BARE = new Set(['^XA', '^XZ', '^FS', '~JX', '~DN', '~HS'])

/** Settings that change nothing on a drawn page, with the shape that their arguments must have. */
const SETTINGS: Readonly<Record<string, RegExp>> = {
  '~SD': /^([0-2]\d|30)$/,
  '^MN': /^[YMN]$/,
  '^LH': /^0,0$/,
  '^LT': /^0$/,
  '^LS': /^0$/,
  '^PR': /^([1-9]|1[0-4])$/,
  '~DN': /^$/,
  '~HS': /^$/,
}

type Format = {
  widthDots: number
  heightDots: number
  left: number
  top: number
  copies: number
  isTurned: boolean
  readonly graphics: string[]
  readonly places: { readonly left: number; readonly top: number }[]
  readonly problems: string[]
}

/**
 * A ZPL printer, as far as raster labels need it: formats of one page with graphic fields, sizes, copies. A caret or tilde
 * ends a graphic field; `~JX` gives up the format under way.
 */
export const createZplInterpreter = (): Interpreter => {
  const queue = createByteQueue()
  let format: Format | null = null
  let cuts = false

  const nextCommand = (): string | null => {
    const size = queue.size()
    if (size === 0) return null
    const name = latin1(queue.peek(0, 3)).toUpperCase()
    const starts = [queue.find(CARET, 1), queue.find(TILDE, 1)].filter((at) => at !== -1)
    if (BARE.has(name)) {
      queue.skip(3)
      return name
    }
    const end = Math.min(...starts)
    if (!Number.isFinite(end)) {
      if (!/^[\r\n ]*$/.test(latin1(queue.peek(0, size)))) return null
      queue.skip(size)
      return null
    }
    const text = latin1(queue.peek(0, end))
    queue.skip(end)
    return text.trim()
  }

  const print = (done: Format, pages: DotPage[], complain: (words: string) => void): void => {
    done.problems.forEach(complain)
    const sheet = createDotPage(done.widthDots, done.heightDots)
    if (sheet.dots.length === 0) complain('ZPL: a format without ^PW and ^LL')
    done.graphics.forEach((graphic, index) => {
      const field = readGraphicField(graphic)
      const { left, top } = done.places[index] ?? { left: 0, top: 0 }
      if (typeof field === 'string') complain(field)
      else burnRows(sheet, left, top, field.bytesPerRow, field.rows)
    })
    const copies = printedCopies(sheet, done.isTurned, done.copies)
    if (copies === null) complain(`ZPL: ^PQ${String(done.copies)}`)
    else pages.push(...copies)
  }

  const obey = (command: string, pages: DotPage[], complain: (words: string) => void): void => {
    const [name, words] = [command.slice(0, 3).toUpperCase(), command.slice(3)]
    if (name === '~JX') format = null
    else if (name === '^XA') format = emptyFormat(complain, format)
    else if (SETTINGS[name] !== undefined && !SETTINGS[name].test(words)) complain(`ZPL: ${command.slice(0, 40)}`)
    else if (name === '^MM') cuts = words === 'C'
    else if (SETTINGS[name] !== undefined) return
    else if (format === null || !fill(format, name, words)) complain(`ZPL: unknown command ${command.slice(0, 40)}`)
    else if (name === '^XZ') {
      print(format, pages, complain)
      format = null
    }
  }

  return {
    feed: (bytes) => {
      const pages: DotPage[] = []
      const problems: string[] = []
      const complain = (words: string): void => {
        problems.push(`${words} (byte ${String(queue.offset())})`)
      }
      queue.push(bytes)
      for (let command = nextCommand(); command !== null; command = nextCommand()) {
        if (command !== '') obey(command, pages, complain)
      }
      if (queue.size() > 0 || format !== null) complain('ZPL: ends inside a format')
      return { pages, problems, drawerKicks: 0, cuts: cuts ? pages.length : 0 }
    },
  }
}

/** What a printer that was just switched on makes of one job. */
export const interpretZpl = (bytes: Uint8Array): Interpretation => createZplInterpreter().feed(bytes)

const emptyFormat = (complain: (words: string) => void, open: Format | null): Format => {
  if (open !== null) complain('ZPL: ^XA inside a format')
  // What a confused printer still holds is printed with the new format: the worst that can happen.
  return {
    widthDots: 0,
    heightDots: 0,
    left: 0,
    top: 0,
    copies: 1,
    isTurned: false,
    graphics: open?.graphics ?? [],
    places: open?.places ?? [],
    problems: [],
  }
}

/** Notes what a command says of the format; false when it says nothing known. */
const fill = (format: Format, name: string, words: string): boolean => {
  const numbers = /^\d+(,\d+)?$/.test(words) ? words.split(',').map(Number) : []
  const [first = -1, second = -1] = numbers
  if (name === '^GF') {
    format.graphics.push(words)
    format.places.push({ left: format.left, top: format.top })
  } else if (name === '^PO' && /^[NI]$/.test(words)) format.isTurned = words === 'I'
  else if (name === '^FO' && second >= 0) [format.left, format.top] = [first, second]
  else if (name === '^PW' && first >= 0) format.widthDots = first
  else if (name === '^LL' && first >= 0) format.heightDots = first
  else if (name === '^PQ' && first >= 0) format.copies = first
  else return name === '^FS' || name === '^XZ'
  return true
}
