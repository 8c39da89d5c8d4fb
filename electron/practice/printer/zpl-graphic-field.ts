import { inflateSync } from 'node:zlib'

/** A picture of a graphic field: packed rows, 1 = black. */
export type GraphicField = { readonly bytesPerRow: number; readonly rows: Uint8Array }

/** Reads the arguments of `^GF`: hexadecimal digits or Z64, whose check sum must be right. Otherwise what is wrong, in words. */
export const readGraphicField = (words: string): GraphicField | string => {
  const head = /^A,(\d+),(\d+),(\d+),/.exec(words)
  if (head === null) return `ZPL: ^GF${words.slice(0, 30)}`
  const [byteCount = 0, fieldCount = 0, bytesPerRow = 0] = head.slice(1).map(Number)
  const data = words.slice(head[0].length).trim()
  const rows = data.startsWith(':') ? unpackZ64(data) : unpackHex(data)
  if (typeof rows === 'string') return rows
  if (bytesPerRow === 0 || fieldCount % bytesPerRow !== 0) return 'ZPL: ^GF rows are not whole'
  if (rows.length !== fieldCount || fieldCount !== byteCount) return 'ZPL: ^GF has not as many bytes as it says'
  return { bytesPerRow, rows }
}

const unpackHex = (digits: string): Uint8Array | string =>
  /^(?:[0-9A-Fa-f]{2})*$/.test(digits) ? Buffer.from(digits, 'hex') : 'ZPL: ^GF holds what is no hexadecimal digit'

const unpackZ64 = (data: string): Uint8Array | string => {
  const parts = /^:Z64:([A-Za-z0-9+/=]+):([0-9A-Fa-f]{4})$/.exec(data)
  const [, letters = '', sum = ''] = parts ?? []
  if (letters === '') return 'ZPL: ^GF is not whole'
  if (checkSum(letters) !== Number.parseInt(sum, 16)) return 'ZPL: ^GF has a wrong check sum'
  try {
    return inflateSync(Buffer.from(letters, 'base64'))
  } catch (error) {
    return `ZPL: ^GF cannot be unpacked (${String(error)})`
  }
}

const TABLE = Uint16Array.from({ length: 256 }, (_, high) => {
  let value = high << 8
  for (let bit = 0; bit < 8; bit += 1) value = (value & 0x8000) === 0 ? value << 1 : (value << 1) ^ 0x1021
  return value & 0xffff
})

/** CRC-16/XMODEM, by table. */
const checkSum = (letters: string): number => {
  let sum = 0
  for (const letter of letters) {
    const index = ((sum >> 8) ^ letter.charCodeAt(0)) & 0xff
    sum = ((sum << 8) & 0xffff) ^ (TABLE[index] ?? 0)
  }
  return sum
}
