import { createByteReader, type ByteReader } from './byte-reader.ts'
import { burn, createDotPage, growTo, type DotPage } from './dot-page.ts'
import type { Interpretation } from './printed-sheet.ts'

const ESC = 0x1b
const GS = 0x1d
const DLE = 0x10
const LF = 0x0a
/** One sixth of an inch at 203 dpi: the line spacing after ESC @. */
const LINE_DOTS = 34
const MOST_PROBLEMS = 50

type Sheet = { page: DotPage; yDots: number; hasInk: boolean }

/**
 * A receipt printer with a head of `widthDots`, as far as raster receipts need it: ESC @, ESC p, ESC d, line feed, GS v 0 and
 * GS V. Each cut ends a page; so does the end of the bytes where something was printed. Text and everything else is a problem.
 */
export const interpretEscpos = (bytes: Uint8Array, widthDots: number): Interpretation => {
  const reader = createByteReader(bytes)
  const problems: string[] = []
  const pages: DotPage[] = []
  let sheet = blankSheet(widthDots)
  let drawerKicks = 0
  let cuts = 0
  const complain = (words: string, offset: number): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(`${words} (byte ${String(offset)})`)
  }
  const endPage = (): void => {
    if (sheet.hasInk) {
      growTo(sheet.page, sheet.yDots)
      pages.push(sheet.page)
    }
    sheet = blankSheet(widthDots)
  }
  while (!reader.isAtEnd()) {
    const offset = reader.offset()
    const command = readCommand(reader)
    switch (command.type) {
      case 'initialise':
        break
      case 'kick':
        drawerKicks += 1
        break
      case 'feed':
        sheet.yDots += command.lines * LINE_DOTS
        break
      case 'raster':
        drawRaster(sheet, command)
        if (command.widthBytes * 8 > Math.ceil(widthDots / 8) * 8)
          complain('ESC/POS: picture wider than the head', offset)
        break
      case 'cut':
        cuts += 1
        endPage()
        break
      case 'unknown':
        complain(`ESC/POS: unknown bytes ${command.bytes}`, offset)
        break
    }
  }
  endPage()
  return { pages, problems, drawerKicks, cuts }
}

const blankSheet = (widthDots: number): Sheet => ({ page: createDotPage(widthDots, 0), yDots: 0, hasInk: false })

type Raster = { readonly type: 'raster'; readonly widthBytes: number; readonly rows: number; readonly data: Uint8Array }
type Command =
  | { readonly type: 'initialise' }
  | { readonly type: 'kick' }
  | { readonly type: 'cut' }
  | { readonly type: 'feed'; readonly lines: number }
  | { readonly type: 'unknown'; readonly bytes: string }
  | Raster

const unknown = (...bytes: readonly (number | null)[]): Command => ({
  type: 'unknown',
  bytes: bytes.map((byte) => (byte ?? 0).toString(16).padStart(2, '0')).join(' '),
})

const readCommand = (reader: ByteReader): Command => {
  const first = reader.byte()
  if (first === LF) return { type: 'feed', lines: 1 }
  if (first === ESC) return readEscape(reader)
  if (first === GS) return readGroup(reader)
  if (first === DLE) return unknown(first, reader.byte())
  return unknown(first)
}

const readEscape = (reader: ByteReader): Command => {
  const second = reader.byte()
  if (second === 0x40) return { type: 'initialise' }
  if (second === 0x64) {
    const lines = reader.byte()
    return lines === null ? unknown(ESC, second) : { type: 'feed', lines }
  }
  if (second === 0x70) {
    const pulse = reader.take(3)
    const [pin, onTime, offTime] = pulse ?? []
    const isPulse = (pin === 0 || pin === 1) && onTime !== undefined && offTime !== undefined && onTime > 0
    return isPulse ? { type: 'kick' } : unknown(ESC, second, pin ?? null)
  }
  return unknown(ESC, second)
}

const readGroup = (reader: ByteReader): Command => {
  const second = reader.byte()
  if (second === 0x56) {
    const mode = reader.byte()
    return mode === 0 || mode === 1 ? { type: 'cut' } : unknown(GS, second, mode)
  }
  if (second !== 0x76) return unknown(GS, second)
  const head = reader.take(6)
  const [zero, mode, widthLow = 0, widthHigh = 0, rowsLow = 0, rowsHigh = 0] = head ?? []
  if (zero !== 0x30 || mode !== 0) return unknown(GS, second, zero ?? null, mode ?? null)
  const widthBytes = widthLow + widthHigh * 256
  const rows = rowsLow + rowsHigh * 256
  const data = reader.take(widthBytes * rows)
  return data === null || data.length === 0
    ? unknown(GS, second, zero, mode)
    : { type: 'raster', widthBytes, rows, data }
}

const drawRaster = (sheet: Sheet, { widthBytes, rows, data }: Raster): void => {
  growTo(sheet.page, sheet.yDots + rows)
  data.forEach((byte, index) => {
    if (byte === 0) return
    const x = (index % widthBytes) * 8
    const y = sheet.yDots + Math.floor(index / widthBytes)
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (1 << (7 - bit))) !== 0) burn(sheet.page, x + bit, y)
  })
  sheet.yDots += rows
  sheet.hasInk = true
}
