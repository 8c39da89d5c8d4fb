/** A character by its number, as Unicode writes it: `U+0302`. For those that show nothing by themselves. */
export const characterCode = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
