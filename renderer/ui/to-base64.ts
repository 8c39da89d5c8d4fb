const CHUNK_BYTES = 8192

/** Bytes as base64; in chunks, since a call takes only so many arguments. */
export const toBase64 = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK_BYTES)))
  }
  return btoa(parts.join(''))
}
