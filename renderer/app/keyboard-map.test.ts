import { describe, expect, test } from 'vitest'
import { actionFor, ACTIONS, KEY_GROUPS, KEYBOARD_MAP } from './keyboard-map.ts'
import { shell as english } from './texts/en/shell.ts'
import { shell as indonesian } from './texts/id/shell.ts'

describe('the keyboard map', () => {
  test.each(KEY_GROUPS)('gives each key of the group %s one action only', (group) => {
    const keys = KEYBOARD_MAP.filter((binding) => binding.group === group).flatMap((binding) => binding.keys)
    expect(keys.length).toBeGreaterThan(0)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('has a key and words in both languages for every action', () => {
    for (const action of ACTIONS) {
      expect(KEYBOARD_MAP.some((binding) => binding.action === action)).toBe(true)
      expect(indonesian.keyboard.action[action]).not.toBe('')
      expect(english.keyboard.action[action]).not.toBe('')
    }
  })

  test('finds the action of a key where it works and nothing elsewhere', () => {
    expect(actionFor('everywhere', 'F9')).toBe('pay')
    expect(actionFor('basket', 'Delete')).toBe('removeLine')
    expect(actionFor('search', 'Delete')).toBeNull()
  })

  test('keeps letters and digits out of the keys that work everywhere, where they would break typing', () => {
    const keys = KEYBOARD_MAP.filter((binding) => binding.group === 'everywhere').flatMap((binding) => binding.keys)
    expect(keys.filter((key) => /^[a-z0-9]$/i.test(key))).toEqual([])
  })
})
