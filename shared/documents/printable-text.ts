import { hasGlyph } from './document-measure.ts'

/** What stands for a character that cannot be drawn rightly: visible, so that nobody takes the text for complete. */
export const MISSING_CHARACTER = '□'

/** Joiners, variation selectors, skin tones, direction marks, soft hyphen, byte order mark: invisible by themselves. The format characters among the Arabic letters are not. */
const INVISIBLE = /(?![\u0600-\u08ff])[\p{Cf}\p{Variation_Selector}\p{Emoji_Modifier}]/gu

/**
 * Letters and digits of other widths and styles, and units in one character (`Ｋｏｐｉ`, `𝗞𝗼𝗽𝗶`, `㎏`): the plain ones that
 * Unicode has for them say the same. Raised, lowered and circled digits would become part of a number: they stay.
 */
const STYLED = /[\uff01-\uff5e\u{1d400}-\u{1d7ff}\u3371-\u33df]+/gu

/**
 * Scripts that are set letter by letter from left to right. The font has letters of Arabic, Hebrew and others too, but
 * they would come out unjoined or in the wrong order; a mark that no composed letter took up would stand beside its letter.
 */
const SET_LETTER_BY_LETTER =
  /^(?![\p{M}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}]$/u

/** True when the shipped font draws the character, and draws it rightly beside others. */
export const canBeDrawn = (character: string): boolean => hasGlyph(character) && SET_LETTER_BY_LETTER.test(character)

/**
 * Emoji: a text says the same without them. Not those that are letters, digits, words, arrows or signs (`🅱`, `🔟`, `💯`, `㊗`, `Ⓜ`,
 * `↔`, `➕`): in an address they may matter.
 */
const DECORATION =
  /(?![\u2190-\u21ff\u2934\u2935\u2b05-\u2b07\u2716\u2795-\u2797\u203c\u2049\u2139\u24c2\u3297\u3299\u{1f170}-\u{1f19a}\u{1f201}-\u{1f251}\u{1f4af}\u{1f51f}])[\p{Extended_Pictographic}\p{Regional_Indicator}]/u

/** True for an emoji, which is left out where it cannot be drawn. */
export const isDecoration = (character: string): boolean => DECORATION.test(character)

/** Holds the place of left out decoration: a private character; those of a text itself cannot be drawn. */
export const DECORATION_PLACE = '\ue000'

/** Closes the gaps that left out decoration leaves: none after an opening bracket, before a closing sign and at the ends. */
export const closeGaps = (text: string): string =>
  text
    .replace(/(?<=[([{]) *\ue000[ \ue000]*| *\ue000[ \ue000]*(?=[,;:!?)\]}]|$)/gu, '')
    .replace(/ *\ue000[ \ue000]*/gu, ' ')
    .trim()

/** Most texts by far: they are printed as they are. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/** One line: composed, letters plain, without what is invisible, white space joined. */
export const asOneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(STYLED, (styled) => styled.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** The text as the shipped font can draw it, on one line: composed, letters plain, white space joined, emoji left out, other missing characters shown as boxes. */
export const printableText = (text: string): string => {
  if (PLAIN.test(text)) return text
  let printable = ''
  let isDecorated = false
  for (const character of asOneLine(text)) {
    if (canBeDrawn(character)) printable += character
    else if (isDecoration(character)) {
      printable += DECORATION_PLACE
      isDecorated = true
    } else printable += MISSING_CHARACTER
  }
  return isDecorated ? closeGaps(printable) : printable
}

/** The characters of a text that {@link printableText} shows as boxes, each once, in their order. */
export const boxedCharacters = (text: string): readonly string[] =>
  unprintableCharacters(text).filter((character) => !isDecoration(character))

/** The characters of a text that {@link printableText} shows as boxes or leaves out, each once, in their order. */
export const unprintableCharacters = (text: string): readonly string[] => [
  ...new Set(Array.from(asOneLine(text)).filter((character) => !canBeDrawn(character))),
]

/** True when the whole text is printed, and there is something of it to be seen. */
export const isPrintedWhole = (text: string): boolean =>
  PLAIN.test(text) || (printableText(text) !== '' && unprintableCharacters(text).length === 0)
