import { addQuantities, fromThousandths, isQuantity } from '../../shared/domain/quantity.ts'

const PART = /^(?<whole>\d{0,6})(?:[.,](?<decimals>\d{0,3}))?$/

const parsePart = (text: string): number | null => {
  const { whole = '', decimals = '' } = PART.exec(text)?.groups ?? {}
  if (whole === '' && decimals === '') return null
  return fromThousandths(Number(whole) * 1_000 + Number(decimals.padEnd(3, '0')))
}

/**
 * A weight as a person types it, with a comma or a dot before at most three decimals: `0,75`, `.5`, `1.250` (one and a
 * quarter). Several weighings may be added: `0,5+0,75`; a plus at the end is not yet followed. Null for anything else.
 */
export const parseQuantity = (text: string): number | null => {
  const parts = text
    .replaceAll(/\s|kg$/gi, '')
    .replace(/\+$/, '')
    .split('+')
    .map(parsePart)
  const known = parts.filter((part) => part !== null)
  if (known.length < parts.length) return null
  const sum = addQuantities(...known)
  return isQuantity(sum) ? sum : null
}

/** A weight as it stands in a field: 1250.5 is `1250,5`, without dots between thousands, which would read as a decimal. */
export const quantityText = (quantity: number): string => String(quantity).replace('.', ',')
