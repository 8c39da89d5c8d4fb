const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES: ReadonlyMap<string, number> = new Map(ALPHABET.split('').map((letter, value) => [letter, value]))

/** The bytes of base64 text, as RFC 4648 has it. Letters outside the alphabet are passed over; the contract has checked for them. */
export const decodeBase64 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let length = 0
  let bits = 0
  let bitCount = 0
  for (const letter of text) {
    const value = VALUES.get(letter)
    if (value === undefined) continue
    bits = ((bits << 6) | value) & 0xffff
    bitCount += 6
    if (bitCount < 8) continue
    bitCount -= 8
    bytes[length] = (bits >> bitCount) & 0xff
    length += 1
  }
  return bytes.subarray(0, length)
}
