/** Every key of a tree of texts as a path, plural endings taken off (Indonesian has one form, English two). */
export const textKeysOf = (texts: object, prefix = ''): readonly string[] =>
  Object.entries(texts).flatMap(([key, value]: readonly [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? textKeysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key.replace(/_(one|other)$/, '')}`],
  )

/** The placeholders (`{{name}}`) of every text, by the text's path. */
export const placeholdersOf = (texts: object, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]: readonly [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return placeholdersOf(value, `${prefix}${key}.`)
    const names = [...String(value).matchAll(/\{\{(\w+)\}\}/g)]
      .map((match) => match[1] ?? '')
      .toSorted((a, b) => a.localeCompare(b))
    return [[`${prefix}${key.replace(/_(one|other)$/, '')}`, names.join(',')] as const]
  })
