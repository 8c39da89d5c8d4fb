import { expect, test } from 'vitest'
import { listCharacters } from './list-characters.ts'

test('characters stand by themselves, and by their number where they show nothing alone', () => {
  expect(listCharacters(['福', '🔥'])).toBe('福 🔥')
  expect(listCharacters(['\u0302', '\ue000', '\ud83d'])).toBe('U+0302 U+E000 U+D83D')
})

test('of many characters only the first are listed', () => {
  expect(listCharacters(Array.from('一二三四五六七八'))).toBe('一 二 三 四 五 六 七 八')
  expect(listCharacters(Array.from('一二三四五六七八九'))).toBe('一 二 三 四 五 六 七 八 …')
})
