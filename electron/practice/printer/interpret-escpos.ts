import { createByteQueue } from './byte-queue.ts'
import type { DotPage } from './dot-page.ts'
import { code128Words, readEscpos, type EscposCommand } from './escpos-commands.ts'
import type { FontCells } from './font-cells.ts'
import type { Interpretation, Interpreter } from './printed-sheet.ts'
import { code128Symbol, qrSymbol, type PrintedSymbol } from './printer-symbols.ts'
import { createReceiptPaper } from './receipt-paper.ts'

const MOST_PROBLEMS = 50
/** Windows code page 1252 from 0x80 to 0x9f; Node's own decoder of that name takes these bytes for Latin-1. */
const FROM_80 = '€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ'
const letterOf = (byte: number): string =>
  (byte >= 0x80 && byte < 0xa0 ? FROM_80[byte - 0x80] : undefined) ?? String.fromCharCode(byte)
/** ESC t 16: Windows code page 1252. After ESC @ it is page 0, of which only ASCII is known here. */
const WINDOWS_1252 = 16

type Settings = {
  isBold: boolean
  isInverted: boolean
  width: number
  height: number
  align: number
  codePage: number
  barHeight: number
  barWidth: number
  qrModule: number
  qrData: Uint8Array
}

/** What `ESC @` goes back to. */
const initialSettings = (): Settings => ({
  isBold: false,
  isInverted: false,
  width: 1,
  height: 1,
  align: 0,
  codePage: 0,
  barHeight: 162,
  barWidth: 3,
  qrModule: 3,
  qrData: new Uint8Array(),
})

/**
 * A receipt printer with a head of `widthDots`, as far as receipts need it: pictures, text in the printer's font, Code 128,
 * QR, feed, cut, drawer. Each cut ends a page; so does the end of a job where something was printed, unless the job ended
 * inside a command. Everything else is a problem; without a font, text is one.
 */
export const createEscposInterpreter = (widthDots: number, cells: FontCells | null = null): Interpreter => {
  const queue = createByteQueue()
  const paper = createReceiptPaper(widthDots, cells ?? (() => new Uint8Array()))
  let settings = initialSettings()

  const type = (bytes: Uint8Array): string | null => {
    if (cells === null) return 'ESC/POS: text, and there is no font'
    if (settings.codePage !== WINDOWS_1252 && bytes.some((byte) => byte > 0x7e))
      return 'ESC/POS: letters of an unknown code page'
    const style = { ...settings }
    for (const byte of bytes) paper.type(letterOf(byte), style)
    return null
  }

  const place = (symbol: PrintedSymbol): string | null => {
    if (symbol.widthDots > widthDots) return 'ESC/POS: a symbol wider than the head'
    paper.symbol(symbol, settings.align)
    return null
  }

  /** Does what it is told; answers what is wrong with it, or null. */
  const obey = (command: EscposCommand): string | null => {
    if (command.type === 'characters') return type(command.bytes)
    if (command.type === 'unknown') return `ESC/POS: unknown bytes ${command.words}`
    if (command.type === 'raster') {
      if (command.bytesPerRow * 8 > Math.ceil(widthDots / 8) * 8) return 'ESC/POS: picture wider than the head'
      paper.raster(command.bytesPerRow, command.rows)
    } else if (command.type === 'code128') {
      const words = code128Words(command.data)
      if (words === null) return 'ESC/POS: Code 128 data outside its code sets'
      return place(code128Symbol(words, settings.barWidth, settings.barHeight))
    } else if (command.type === 'print-qr') {
      return settings.qrData.length === 0 ? 'ESC/POS: no QR data' : place(qrSymbol(settings.qrData, settings.qrModule))
    } else if (command.type === 'initialise') {
      settings = initialSettings()
      paper.dropLine()
    } else if (command.type === 'line-end') paper.endLine(settings.align)
    else if (command.type === 'feed') {
      if (paper.hasLine()) paper.endLine(settings.align)
      paper.feed(command.lines)
    } else change(settings, command)
    return null
  }

  return {
    feed: (bytes) => {
      const pages: DotPage[] = []
      const problems: string[] = []
      const counts = { drawerKicks: 0, cuts: 0 }
      const complain = (words: string): void => {
        if (problems.length < MOST_PROBLEMS) problems.push(`${words} (byte ${String(queue.offset())})`)
      }
      const endPage = (): void => {
        const page = paper.takePage()
        if (page !== null) pages.push(page)
      }
      queue.push(bytes)
      for (let read = readEscpos(queue); read !== null; read = readEscpos(queue)) {
        const words = obey(read.command)
        if (words !== null) complain(words)
        queue.skip(read.length)
        if (read.command.type === 'kick') counts.drawerKicks += 1
        if (read.command.type === 'cut') counts.cuts += 1
        if (read.command.type === 'cut' || read.command.type === 'next-label') endPage()
      }
      if (queue.size() > 0 || paper.hasLine()) complain('ESC/POS: ends inside a command or a line')
      else endPage()
      return { pages, problems, ...counts }
    },
  }
}

/** What a printer that was just switched on makes of one job. */
export const interpretEscpos = (bytes: Uint8Array, widthDots: number, cells: FontCells | null = null): Interpretation =>
  createEscposInterpreter(widthDots, cells).feed(bytes)

const change = (settings: Settings, command: EscposCommand): void => {
  if (command.type === 'bold') settings.isBold = command.isOn
  else if (command.type === 'inverted') settings.isInverted = command.isOn
  else if (command.type === 'size') [settings.width, settings.height] = [command.width, command.height]
  else if (command.type === 'code-page') settings.codePage = command.value
  else if (command.type === 'align') settings.align = command.value
  else if (command.type === 'bar-height') settings.barHeight = command.value
  else if (command.type === 'bar-width') settings.barWidth = command.value
  else if (command.type === 'qr-module') settings.qrModule = command.value
  else if (command.type === 'qr-data') settings.qrData = command.data
}
