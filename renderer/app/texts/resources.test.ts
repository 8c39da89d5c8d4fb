import { describe, expect, test } from 'vitest'
import { resources } from './resources.ts'
import { placeholdersOf, textKeysOf } from './text-keys.ts'

const sorted = (values: readonly string[]) => [...new Set(values)].toSorted((a, b) => a.localeCompare(b))

describe('the texts', () => {
  test('have the same keys in both languages', () => {
    expect(sorted(textKeysOf(resources.en))).toEqual(sorted(textKeysOf(resources.id)))
  })

  test('use the same placeholders in both languages', () => {
    const english = sorted(placeholdersOf(resources.en).map((pair) => pair.join(' ')))
    const indonesian = sorted(placeholdersOf(resources.id).map((pair) => pair.join(' ')))
    expect(english).toEqual(indonesian)
  })

  test('are never empty', () => {
    const texts = (tree: object): readonly string[] =>
      Object.values(tree).flatMap((value: unknown) =>
        typeof value === 'object' && value !== null ? texts(value) : [String(value)],
      )
    expect(texts(resources).filter((text) => text.trim() === '')).toEqual([])
    expect(texts(resources.id).length).toBeGreaterThan(150)
  })
})
