import { hasGlyph } from './document-measure.ts'

/** What stands for a character that the shipped font cannot draw: visible, so that nobody takes the text for complete. */
export const MISSING_CHARACTER = '□'

/** Joiners, variation selectors, skin tones, direction marks, soft hyphen, byte order mark: invisible by themselves. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\p{Emoji_Modifier}]/gu

/** The text as the shipped font can draw it, on one line: composed, white space joined, missing characters shown as boxes. */
export const printableText = (text: string): string => {
  const joined = text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  let printable = ''
  for (const character of joined) printable += hasGlyph(character) ? character : MISSING_CHARACTER
  return printable
}
