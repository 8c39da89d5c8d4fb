const MOST_CHARACTERS = 8

/** Characters as a cashier can tell them apart: by themselves, those that show nothing alone by their number; of many only the first. */
export const listCharacters = (characters: readonly string[]): string =>
  [
    ...characters.slice(0, MOST_CHARACTERS).map(characterWords),
    ...(characters.length > MOST_CHARACTERS ? ['…'] : []),
  ].join(' ')

const characterWords = (character: string): string =>
  /[\p{M}\p{C}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character
