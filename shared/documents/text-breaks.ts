/** What texts keep on one line: `address` adds the pairs that an Indonesian address is read in. */
export type TextBreaks = 'plain' | 'address'

/** Words that mean little without the name after them. */
const BEFORE_NAME =
  /^\(?(kota|kab\.?|kabupaten|kec\.?|kecamatan|kel\.?|kelurahan|desa|dusun|blok|jl\.?|jln\.?|jalan|gg\.?|gang)$/i
/** Words that mean little without the number after them; `012/RW` stands in RT 012/RW 034. */
const BEFORE_NUMBER = /^\(?(?:\d+\/)?(rt|rw|no|nomor|lt|lantai|km|kilometer)[.:]?$/i
const POSTCODE = /^\d{5}[.,;)]*$/

/** `5 kg` */
const isNumberWithUnit = (before: string, word: string): boolean =>
  /^[\d.,]*\d$/.test(before) && /^\p{L}{1,4}$/u.test(word)

const isAddressPair = (before: string, word: string): boolean =>
  BEFORE_NAME.test(before) ||
  (BEFORE_NUMBER.test(before) && /\d/.test(word)) ||
  (POSTCODE.test(word) && /\p{L}[.,]?$/u.test(before)) ||
  // The RW of RT 04 RW 02 is no unit.
  (isNumberWithUnit(before, word) && !BEFORE_NAME.test(word) && !BEFORE_NUMBER.test(word))

/**
 * What a line may begin with: words, a number together with the unit after it, and in an address such pairs as
 * `Kota Bandung`, `Jl. Melati`, `No. 12`, `RT 012/RW 034` and a postcode with the word before it. Pairs stay together
 * only where they fit a line; else they are words of their own.
 */
export const unbrokenParts = (text: string, breaks: TextBreaks, fitsLine: (part: string) => boolean): string[] => {
  const parts: string[] = []
  let before = ''
  for (const word of text.split(' ')) {
    if (word === '') continue
    const isPair = breaks === 'address' ? isAddressPair(before, word) : isNumberWithUnit(before, word)
    const joined = `${parts.at(-1) ?? ''} ${word}`
    if (isPair && fitsLine(joined)) parts[parts.length - 1] = joined
    else parts.push(word)
    before = word
  }
  return parts
}

/** A line of fewer characters has none to spare. */
const SHORTEST_LINE = 12

/**
 * The beginning of a text that is left before an ellipsis: up to a word's end where one lies in its last third, so that
 * no half word misleads; as it is where that would cost more, in a short line, and where it ends with a word anyway.
 */
export const cutAtWord = (text: string, start: string): string => {
  const kept = start.trimEnd()
  if (kept.length < SHORTEST_LINE) return kept
  const isWhole = text.charAt(kept.length) === ' '
  const wordEnd = isWhole ? kept.length : kept.lastIndexOf(' ')
  if (wordEnd < (kept.length * 2) / 3) return kept
  return kept.slice(0, wordEnd).replace(/[ ,;:/(&+–—-]+$/, '')
}
