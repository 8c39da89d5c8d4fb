/** Reads a byte stream from front to back; past its end there is only null. */
export type ByteReader = {
  readonly isAtEnd: () => boolean
  readonly offset: () => number
  /** The next byte, which stays unread. */
  readonly peek: () => number | null
  readonly byte: () => number | null
  /** The next `count` bytes; null, and nothing is read, when fewer are left. */
  readonly take: (count: number) => Uint8Array | null
  /** The text up to a line end (CR LF or LF), which is read too; null when the stream is at its end. */
  readonly line: () => string | null
  /** The text up to and without `mark`, which is read too; null when the mark does not come within `limit` bytes. */
  readonly textUntil: (mark: number, limit: number) => string | null
}

/** A reader at the first byte. */
export const createByteReader = (bytes: Uint8Array): ByteReader => {
  let offset = 0
  const textOf = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
  return {
    isAtEnd: () => offset >= bytes.length,
    offset: () => offset,
    peek: () => bytes[offset] ?? null,
    byte: () => {
      const value = bytes[offset] ?? null
      if (value !== null) offset += 1
      return value
    },
    take: (count) => {
      if (offset + count > bytes.length) return null
      offset += count
      return bytes.subarray(offset - count, offset)
    },
    line: () => {
      if (offset >= bytes.length) return null
      const found = bytes.indexOf(0x0a, offset)
      const end = found === -1 ? bytes.length : found
      const text = textOf(offset, Math.min(end, offset + 200))
      offset = Math.min(bytes.length, end + 1)
      return text.endsWith('\r') ? text.slice(0, -1) : text
    },
    textUntil: (mark, limit) => {
      const found = bytes.indexOf(mark, offset)
      if (found === -1 || found - offset > limit) return null
      const text = textOf(offset, found)
      offset = found + 1
      return text
    },
  }
}
