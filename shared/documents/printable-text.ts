import { hasGlyph } from './document-measure.ts'

/** What stands for a character that cannot be drawn rightly: visible, so that nobody takes the text for complete. */
export const MISSING_CHARACTER = '□'

/** Joiners, variation selectors, skin tones, direction marks, soft hyphen, byte order mark: invisible by themselves. The format characters among the Arabic letters are not. */
const INVISIBLE = /(?![\u0600-\u08ff])[\p{Cf}\p{Variation_Selector}\p{Emoji_Modifier}]/gu

/**
 * Scripts that are set letter by letter from left to right. The font has letters of Arabic, Hebrew and others too, but
 * they would come out unjoined or in the wrong order; a mark that no composed letter took up would stand beside its letter.
 */
const SET_LETTER_BY_LETTER =
  /^(?![\p{M}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}]$/u

/** True when the shipped font draws the character, and draws it rightly beside others. */
const canBeDrawn = (character: string): boolean => hasGlyph(character) && SET_LETTER_BY_LETTER.test(character)

/** Most texts by far: they are printed as they are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/** One line: composed, without what is invisible, white space joined. */
const asOneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** The text as the shipped font can draw it, on one line: composed, white space joined, missing characters shown as boxes. */
export const printableText = (text: string): string => {
  if (PLAIN.test(text)) return text
  let printable = ''
  for (const character of asOneLine(text)) printable += canBeDrawn(character) ? character : MISSING_CHARACTER
  return printable
}

/** The characters of a text that {@link printableText} shows as boxes, each once, in their order. */
export const unprintableCharacters = (text: string): readonly string[] => [
  ...new Set(Array.from(asOneLine(text)).filter((character) => !canBeDrawn(character))),
]
