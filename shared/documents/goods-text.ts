import {
  asOneLine,
  canBeDrawn,
  closeGaps,
  DECORATION_PLACE,
  isDecoration,
  unprintableCharacters,
} from './printable-text.ts'

/** A text of a label of goods as it is printed. */
export type GoodsText = {
  /** Never with a box; empty when nothing that says anything could be printed. */
  readonly text: string
  /** The characters that are left out, each once, in their order. */
  readonly leftOut: readonly string[]
}

const ELLIPSIS = '…'
const SAYS_SOMETHING = /[\p{L}\p{N}]/u

/** What stands for a character that cannot be drawn. A mark that no letter took up changes nothing: its letter stands or is left out already. */
const standInOf = (character: string): string => {
  if (/\p{M}/u.test(character)) return ''
  return isDecoration(character) ? DECORATION_PLACE : ELLIPSIS
}

/**
 * A text as it stands on a label in a shop: a run of characters that cannot be drawn becomes one `…` (`Kue 福袋 besar`:
 * `Kue … besar`), decoration is left out without a trace (`☕ Kopi 🔥 200 g`: `Kopi 200 g`), and a text of which no letter
 * and no digit remains becomes empty (`旺旺`). A text that can be drawn whole stays as it is.
 */
export const goodsText = (text: string): GoodsText => {
  const line = asOneLine(text)
  const leftOut = unprintableCharacters(line)
  if (leftOut.length === 0) return { text: line, leftOut }
  let marked = ''
  for (const character of line) marked += canBeDrawn(character) ? character : standInOf(character)
  // Runs with nothing but white space, signs and decoration between them are one.
  const shortened = closeGaps(marked.replace(/…(?:[^\p{L}\p{N}]*…)+/gu, ELLIPSIS))
    .replace(/\(\)|\[\]|\{\}/gu, '')
    .replace(/ +/gu, ' ')
    .trim()
  return { text: SAYS_SOMETHING.test(shortened) ? shortened : '', leftOut }
}
