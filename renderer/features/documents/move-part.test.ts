import { expect, test } from 'vitest'
import { movePart } from './move-part.ts'

test('moves a part by one place and leaves the ends where they are', () => {
  const parts = ['a', 'b', 'c']
  expect(movePart(parts, 1, -1)).toEqual(['b', 'a', 'c'])
  expect(movePart(parts, 1, 1)).toEqual(['a', 'c', 'b'])
  expect(movePart(parts, 0, -1)).toBe(parts)
  expect(movePart(parts, 2, 1)).toBe(parts)
})
