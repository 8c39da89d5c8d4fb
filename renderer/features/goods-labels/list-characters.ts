import { characterCode } from '../../../shared/documents/character-code.ts'

const MOST_CHARACTERS = 8

/** Characters as a cashier can tell them apart: by themselves, those that show nothing alone by their number; of many only the first. */
export const listCharacters = (characters: readonly string[]): string =>
  [
    ...characters.slice(0, MOST_CHARACTERS).map(characterWords),
    ...(characters.length > MOST_CHARACTERS ? ['…'] : []),
  ].join(' ')

const characterWords = (character: string): string =>
  /[\p{M}\p{C}]/u.test(character) ? characterCode(character) : character
