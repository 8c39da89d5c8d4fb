import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'theme.css'), 'utf8')

const SMALLEST_TEXT_CONTRAST = 4.5
/** WCAG 2.2, 1.4.11: the edge of a control against what is around it. */
const SMALLEST_EDGE_CONTRAST = 3

const TOKEN = /--color-([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g
const tokens = new Map(
  [...css.matchAll(TOKEN)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }] as const),
)

const colourOf = (name: string, theme: 'light' | 'dark'): string => {
  const token = tokens.get(name)
  if (token === undefined) throw new Error(`There is no colour ${name}`)
  return token[theme]
}

/** Relative luminance of `#rrggbb`, as WCAG defines it. */
const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrastOf = (first: string, second: string): number => {
  const [darker = 0, lighter = 0] = [luminanceOf(first), luminanceOf(second)].toSorted((left, right) => left - right)
  return (lighter + 0.05) / (darker + 0.05)
}

const GROUNDS = ['canvas', 'surface', 'sunken', 'raised', 'hover', 'accent-soft'] as const
const TONES = ['good', 'warn', 'bad'] as const
const TEXT_PAIRS: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => ['ink', 'muted', 'accent', ...TONES].map((text) => [text, ground] as const)),
  ...TONES.flatMap((tone) => [tone, 'ink', 'muted'].map((text) => [text, `${tone}-soft`] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-bad', 'bad'],
  ['on-bad', 'bad-strong'],
]
const EDGE_PAIRS = ['canvas', 'surface', 'raised'].flatMap((ground) =>
  ['edge', 'accent', 'bad'].map((edge) => [edge, ground] as const),
)

describe.each(['light', 'dark'] as const)('the colours of the %s theme', (theme) => {
  test.each(TEXT_PAIRS)('let %s be read on %s', (text, ground) => {
    expect(contrastOf(colourOf(text, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(SMALLEST_TEXT_CONTRAST)
  })
  test.each(EDGE_PAIRS)('let an edge of %s be seen on %s', (edge, ground) => {
    expect(contrastOf(colourOf(edge, theme), colourOf(ground, theme))).toBeGreaterThanOrEqual(SMALLEST_EDGE_CONTRAST)
  })
})
