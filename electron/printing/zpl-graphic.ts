import { deflateSync } from 'node:zlib'
import type { MonoPicture } from './mono-picture.ts'

/** The data of a `^GFA` graphic field. In ZPL a 1 bit burns. */
export const zplGraphic = ({ bits, bytesPerRow }: MonoPicture, packing: 'z64' | 'hex'): string => {
  const total = String(bits.length)
  const data = packing === 'hex' ? Buffer.from(bits).toString('hex').toUpperCase() : z64(bits)
  return `^GFA,${total},${total},${String(bytesPerRow)},${data}`
}

/** Zebra's Z64: zlib, then base 64, then the check sum of those letters. */
const z64 = (bytes: Uint8Array): string => {
  const letters = deflateSync(bytes).toString('base64')
  return `:Z64:${letters}:${crc16(letters).toString(16).padStart(4, '0').toUpperCase()}`
}

/** CRC-16 with the CCITT polynomial 0x1021, from 0. */
export const crc16 = (letters: string): number => {
  let crc = 0
  for (let index = 0; index < letters.length; index += 1) {
    crc ^= letters.charCodeAt(index) << 8
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc << 1) ^ ((crc & 0x8000) === 0 ? 0 : 0x1021)) & 0xffff
  }
  return crc
}
