import { expect, test } from 'vitest'
import { shownTheme } from './theme.ts'

test.each([
  ['light', true, 'light'],
  ['dark', false, 'dark'],
  ['system', true, 'dark'],
  ['system', false, 'light'],
] as const)('shows the setting %s with a system that prefers dark = %s as %s', (setting, prefersDark, shown) => {
  expect(shownTheme(setting, prefersDark)).toBe(shown)
})
