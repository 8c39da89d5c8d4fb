import type { TFunction } from 'i18next'
import type { Item } from '../../../shared/domain/item.ts'
import { formatQuantity } from '../../../shared/domain/quantity.ts'

/** What is worth knowing of an item beside its name: its category, that it is outside PPN, the parts of a bundle. */
export const itemFacts = (item: Item, t: TFunction<'listing'>): readonly string[] => {
  const parts = item.components.map(({ sku, quantity }) => `${sku} × ${formatQuantity(quantity)}`)
  return [
    ...(item.category === '' ? [] : [item.category]),
    ...(item.isTaxed ? [] : [t('untaxed')]),
    ...(parts.length === 0 ? [] : [t('bundleOf', { parts: parts.join(', ') })]),
  ]
}
