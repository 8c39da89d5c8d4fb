const utf8Of = (text: string): readonly number[] =>
  [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|([^%])/g)].map(([, code, plain]) =>
    code === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(code, 16),
  )

/**
 * The checksum of a QRIS code, four hexadecimal digits: CRC-16/CCITT-FALSE (polynomial 0x1021, from 0xFFFF) over the UTF-8
 * of everything before it, its own tag and length (`6304`) included (EMVCo merchant-presented QR code specification 1.1,
 * 4.7.3).
 */
export const qrisChecksum = (text: string): string => {
  let remainder = 0xffff
  for (const byte of utf8Of(text)) {
    remainder ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = (remainder & 0x8000) === 0 ? remainder << 1 : (remainder << 1) ^ 0x1021
    }
    remainder &= 0xffff
  }
  return remainder.toString(16).toUpperCase().padStart(4, '0')
}
