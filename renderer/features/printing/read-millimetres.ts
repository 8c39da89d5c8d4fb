/** A length as people type it, `2,5` or `2.5`, also below zero; null when it is none or outside the limits. */
export const readMillimetres = (text: string, least: number, most: number): number | null => {
  const trimmed = text.trim().replace(/\s*mm$/iu, '')
  if (!/^-?\d+(?:[.,]\d+)?$/u.test(trimmed)) return null
  const value = Number(trimmed.replace(',', '.'))
  return value >= least && value <= most ? value : null
}

/** A length as it stands in a field: 2.5 is `2,5`. */
export const millimetresText = (value: number): string => String(value).replace('.', ',')
