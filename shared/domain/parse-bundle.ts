import type { Component } from './item.ts'
import { parseQuantityText } from './parse-quantity.ts'
import { failure, success, type Result } from './result.ts'

/** Why a text is not the parts of a bundle; `part` is what cannot be read, or stands twice. */
export type BundleProblem = { readonly type: 'unreadable' | 'doubled'; readonly part: string }

/**
 * Reads the parts of a bundle: `SKU-1 x2; SKU-2 x0,5`. They are parted by semicolons or line breaks; without `x` one of it
 * goes in. An empty text is no bundle.
 */
export const parseBundle = (text: string): Result<readonly Component[], BundleProblem> => {
  const components: Component[] = []
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  for (const part of parts) {
    const { sku = part, amount = '1' } = /^(?<sku>\S.*?)\s+[x×]\s*(?<amount>\S+)$/i.exec(part)?.groups ?? {}
    const quantity = parseQuantityText(amount)
    if (/\s/.test(sku) || !quantity.ok || quantity.value <= 0) return failure({ type: 'unreadable', part })
    if (components.some((each) => each.sku.toLowerCase() === sku.toLowerCase()))
      return failure({ type: 'doubled', part })
    components.push({ sku, quantity: quantity.value })
  }
  return success(components)
}
