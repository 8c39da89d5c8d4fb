/** Bytes that came and were not used yet. What is half a command stays until the rest comes, with the next job if need be. */
export type ByteQueue = {
  readonly push: (bytes: Uint8Array) => void
  /** How many wait. */
  readonly size: () => number
  /** The waiting bytes from `from` on, at most `count`; they go on waiting. */
  readonly peek: (from: number, count: number) => Uint8Array
  /** The place of a byte among the waiting ones, from `from` on; -1 when it has not come. */
  readonly find: (byte: number, from?: number) => number
  /** Uses up so many. */
  readonly skip: (count: number) => void
  /** How many have been used since the last `push`; below 0 for what was waiting before it. */
  readonly offset: () => number
}

/** An empty queue. */
export const createByteQueue = (): ByteQueue => {
  let bytes: Uint8Array = new Uint8Array()
  let start = 0
  let pushedAt = 0
  return {
    push: (more) => {
      const waiting = bytes.subarray(start)
      const joined = new Uint8Array(waiting.length + more.length)
      joined.set(waiting)
      joined.set(more, waiting.length)
      bytes = joined
      start = 0
      pushedAt = waiting.length
    },
    size: () => bytes.length - start,
    peek: (from, count) => bytes.subarray(start + from, start + from + count),
    find: (byte, from = 0) => {
      const found = bytes.indexOf(byte, start + from)
      return found === -1 ? -1 : found - start
    },
    skip: (count) => {
      start = Math.min(bytes.length, start + count)
    },
    offset: () => start - pushedAt,
  }
}

/** Bytes as the characters of the same numbers. */
export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
