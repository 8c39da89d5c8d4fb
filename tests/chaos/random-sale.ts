import { itemOf, tenderOf, TEST_DELIVERY } from '../../renderer/storage/till-fixture.ts'
import { addItem, setDelivery } from '../../shared/domain/basket-rules.ts'
import type { Basket } from '../../shared/domain/basket.ts'
import { rupiah } from '../../shared/domain/money.ts'
import type { EnteredTender } from '../../shared/domain/settle-payment.ts'

/** What the practice services and the till sell in a run. */
export const CHAOS_ITEMS = Array.from({ length: 30 }, (_, index) => ({
  sku: `SKU-${index + 1}`,
  barcode: null,
  name: `Barang ${index + 1}`,
  category: 'Uji',
  price: 500 + index * 1_250,
  costPrice: null,
  stock: 40,
}))

/** Puts one to three lines into the basket, now and then as a delivery. */
export const fillBasket = (basket: Basket, random: () => number): Basket => {
  let filled = basket
  const lines = 1 + Math.floor(random() * 3)
  for (let line = 0; line < lines; line += 1) {
    const index = Math.floor(random() * CHAOS_ITEMS.length)
    const item = CHAOS_ITEMS[index]
    if (item === undefined) continue
    const quantity = random() < 0.1 ? 57 : 1 + Math.floor(random() * 3)
    const unitPrice = random() < 0.2 ? Math.floor(item.price * 0.9) : item.price
    filled = addItem(filled, itemOf(item.sku, item.price), quantity, rupiah(unitPrice))
  }
  return random() < 0.2 ? setDelivery(filled, TEST_DELIVERY) : filled
}

/** Payments of a total in one of the ways that shops see; a refund in cash. */
export const fillTenders = (total: number, random: () => number): readonly EnteredTender[] => {
  if (total <= 0) return total === 0 ? [] : [tenderOf(total)]
  if (random() < 0.3) return [tenderOf(total, 'qris')]
  if (random() < 0.3) {
    const first = Math.floor(total / 3)
    return [tenderOf(first, 'card'), tenderOf(total - first + 5_000)]
  }
  return [tenderOf(Math.ceil(total / 50_000) * 50_000)]
}
