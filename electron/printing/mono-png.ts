import { crc32, deflateSync } from 'node:zlib'
import type { MonoPicture } from './mono-picture.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A picture as PNG of one bit a dot, black on white: some kilobytes for a label (PNG, ISO/IEC 15948: greyscale, depth 1, filter 0). */
export const pictureToPng = ({ widthDots, heightDots, bytesPerRow, bits }: MonoPicture): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(widthDots, 0)
  head.writeUInt32BE(heightDots, 4)
  head[8] = 1
  const rows = Buffer.alloc((bytesPerRow + 1) * heightDots)
  for (let row = 0; row < heightDots; row += 1) {
    for (let byte = 0; byte < bytesPerRow; byte += 1) {
      // In PNG 1 is white.
      rows[row * (bytesPerRow + 1) + 1 + byte] = ~(bits[row * bytesPerRow + byte] ?? 0) & 0xff
    }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
