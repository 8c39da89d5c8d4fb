import { latin1, type ByteQueue } from './byte-queue.ts'

/** What a receipt printer was told, as far as receipts need it. */
export type EscposCommand =
  | { readonly type: 'nothing' | 'initialise' | 'kick' | 'cut' | 'line-end' | 'next-label' | 'print-qr' }
  | { readonly type: 'feed'; readonly lines: number }
  | { readonly type: 'characters'; readonly bytes: Uint8Array }
  | { readonly type: 'bold' | 'inverted'; readonly isOn: boolean }
  | { readonly type: 'size'; readonly width: number; readonly height: number }
  | { readonly type: 'code-page' | 'align' | 'bar-height' | 'bar-width' | 'qr-module'; readonly value: number }
  | { readonly type: 'code128'; readonly data: Uint8Array }
  | { readonly type: 'qr-data'; readonly data: Uint8Array }
  | { readonly type: 'raster'; readonly bytesPerRow: number; readonly rows: Uint8Array }
  | { readonly type: 'unknown'; readonly words: string }

/** A command and how many bytes it takes. */
type Read = { readonly command: EscposCommand; readonly length: number }

const [NUL, LF, DLE, ESC, GS] = [0x00, 0x0a, 0x10, 0x1b, 0x1d]

/** The command at the front of the queue; null when it has not come whole. */
export const readEscpos = (queue: ByteQueue): Read | null => {
  const first = byteAt(queue, 0)
  if (first === null) return null
  if (first === ESC) return readEscape(queue)
  if (first === GS) return readGroup(queue)
  if (first === LF) return { command: { type: 'line-end' }, length: 1 }
  if (first === NUL) return { command: { type: 'nothing' }, length: 1 }
  if (first === DLE) return unknown(queue, 2)
  if (first < 0x20) return unknown(queue, 1)
  const waiting = queue.peek(0, queue.size())
  const end = waiting.findIndex((byte) => byte < 0x20)
  const bytes = end === -1 ? waiting : waiting.subarray(0, end)
  return { command: { type: 'characters', bytes }, length: bytes.length }
}

const byteAt = (queue: ByteQueue, index: number): number | null => queue.peek(index, 1)[0] ?? null

const unknown = (queue: ByteQueue, length: number): Read => ({
  command: { type: 'unknown', words: Buffer.from(queue.peek(0, length)).toString('hex') },
  length,
})

const readEscape = (queue: ByteQueue): Read | null => {
  const [name, value] = [byteAt(queue, 1), byteAt(queue, 2)]
  if (name === 0x40) return { command: { type: 'initialise' }, length: 2 }
  if (name === null || value === null)
    return name === null || '!EaMtdp'.includes(String.fromCharCode(name)) ? null : unknown(queue, 2)
  const known = (command: EscposCommand): Read => ({ command, length: 3 })
  if (name === 0x45) return known({ type: 'bold', isOn: (value & 1) === 1 })
  if (name === 0x61 && value <= 2) return known({ type: 'align', value })
  if (name === 0x4d && value === 0) return known({ type: 'nothing' })
  if (name === 0x74) return known({ type: 'code-page', value })
  if (name === 0x64) return known({ type: 'feed', lines: value })
  if (name !== 0x70) return unknown(queue, 2)
  const [onTime, offTime] = [byteAt(queue, 3), byteAt(queue, 4)]
  if (onTime === null || offTime === null) return null
  return value <= 1 && onTime > 0 ? { command: { type: 'kick' }, length: 5 } : unknown(queue, 5)
}

const readGroup = (queue: ByteQueue): Read | null => {
  const [name, value] = [byteAt(queue, 1), byteAt(queue, 2)]
  if (name === 0x0c) return { command: { type: 'next-label' }, length: 2 }
  if (name === null || value === null) return null
  const known = (command: EscposCommand): Read => ({ command, length: 3 })
  if (name === 0x21) return known({ type: 'size', width: (value >> 4) + 1, height: (value & 0x0f) + 1 })
  if (name === 0x42) return known({ type: 'inverted', isOn: (value & 1) === 1 })
  if (name === 0x56 && value <= 1) return known({ type: 'cut' })
  if (name === 0x68 && value > 0) return known({ type: 'bar-height', value })
  if (name === 0x77 && value >= 2 && value <= 6) return known({ type: 'bar-width', value })
  // Human-readable text below bars, and its font: Konter prints its own.
  if ((name === 0x48 || name === 0x66) && value === 0) return known({ type: 'nothing' })
  if (name === 0x6b) return readBars(queue, value)
  if (name === 0x28 && value === 0x6b) return readQr(queue)
  if (name === 0x76 && value === 0x30) return readRaster(queue)
  return unknown(queue, 3)
}

const readBars = (queue: ByteQueue, kind: number): Read | null => {
  const count = byteAt(queue, 3)
  if (count === null || queue.size() < 4 + count) return null
  if (kind !== 73 || count < 2) return unknown(queue, 4)
  return { command: { type: 'code128', data: queue.peek(4, count) }, length: 4 + count }
}

/** `GS ( k pL pH 49 function …`: the QR functions. */
const readQr = (queue: ByteQueue): Read | null => {
  const [low, high] = [byteAt(queue, 3), byteAt(queue, 4)]
  if (low === null || high === null) return null
  const count = low + high * 256
  if (queue.size() < 5 + count) return null
  const data = queue.peek(5, count)
  const [symbol, task, value = 0] = data
  const known = (command: EscposCommand): Read => ({ command, length: 5 + count })
  if (symbol !== 0x31) return unknown(queue, 5)
  if (task === 0x41 && value === 0x32) return known({ type: 'nothing' })
  if (task === 0x45 && value === 0x31) return known({ type: 'nothing' })
  if (task === 0x43 && value >= 1 && value <= 16) return known({ type: 'qr-module', value })
  if (task === 0x50 && value === 0x30) return known({ type: 'qr-data', data: data.slice(3) })
  if (task === 0x51 && value === 0x30) return known({ type: 'print-qr' })
  return unknown(queue, 8)
}

const readRaster = (queue: ByteQueue): Read | null => {
  const head = queue.peek(3, 5)
  const [mode = 0, widthLow = 0, widthHigh = 0, rowsLow = 0, rowsHigh] = head
  if (rowsHigh === undefined) return null
  if (mode !== 0) return unknown(queue, 4)
  const bytesPerRow = widthLow + widthHigh * 256
  const total = bytesPerRow * (rowsLow + rowsHigh * 256)
  if (queue.size() < 8 + total) return null
  return { command: { type: 'raster', bytesPerRow, rows: queue.peek(8, total) }, length: 8 + total }
}

/**
 * The code words of `GS k` data for Code 128, start included: `{B` at its beginning, `{B` and `{C` change the code set, `{{` is
 * a brace, bytes below 100 are pairs of digits in set C. Null for anything else.
 */
export const code128Words = (data: Uint8Array): readonly number[] | null => {
  if (!latin1(data).startsWith('{B')) return null
  const words = [104]
  let isInC = false
  for (let index = 2; index < data.length; index += 1) {
    const byte = data[index] ?? 0
    const escaped = byte === 0x7b ? String.fromCharCode(data[index + 1] ?? 0) : ''
    if (byte === 0x7b) index += 1
    if (byte === 0x7b && escaped === (isInC ? 'B' : 'C')) {
      words.push(isInC ? 100 : 99)
      isInC = !isInC
    } else if (isInC) {
      if (byte > 99) return null
      words.push(byte)
    } else {
      const isLetter = byte === 0x7b ? escaped === '{' : byte >= 0x20 && byte < 0x7f
      if (!isLetter) return null
      words.push(byte - 32)
    }
  }
  return words.length > 1 ? words : null
}
