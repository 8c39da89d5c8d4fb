import { addItem, openBasket, setBasketDiscount, setLineDiscount, setReturns } from '../domain/basket-rules.ts'
import type { Basket } from '../domain/basket.ts'
import type { Item } from '../domain/item.ts'
import { rupiah } from '../domain/money.ts'
import { priceSale, type SaleContext } from '../domain/price-sale.ts'
import { returnLine, returnOf, type SaleHistory } from '../domain/return-line.ts'
import type { Sale, TenderMethod } from '../domain/sale.ts'
import type { EnteredTender } from '../domain/settle-payment.ts'
import { PPN_RATES } from '../domain/tax.ts'
import { sampleSale } from './sample-sale.ts'

const PAID_AT_MS = 1_795_269_900_000
const ONE_DAY_MS = 86_400_000

const item = (sku: string, name: string, price: number, changes: Partial<Item> = {}): Item => ({
  sku,
  name,
  price: rupiah(price),
  barcodes: [],
  category: '',
  regularPrice: null,
  costPrice: null,
  soldBy: 'piece',
  isTaxed: true,
  components: [],
  ...changes,
})

const COFFEE = item('KOPI-0001', 'Kopi Bubuk Gayo Kemasan 250 g', 38_500, { regularPrice: rupiah(42_000) })
const RICE = item('CURA-0001', 'Beras Pandan Wangi Curah', 14_500, { soldBy: 'weight', isTaxed: false })
const SOAP = item('SABU-0001', 'Sabun Mandi Batang 85 g', 4_250)

/** The shop of the samples, which charges PPN. */
const SHOP = { ...sampleSale().shop, npwp: '0123 4567 8901 2345' }

const contextOf = (paidAtMs: number, history: SaleHistory | null, pricesIncludeTax: boolean): SaleContext => ({
  register: 'K1',
  cashier: 'Sari',
  shop: SHOP,
  utcOffsetMinutes: 420,
  route: 'both-not-linked',
  paidAtMs,
  tax: { isCharged: true, pricesIncludeTax, rates: PPN_RATES },
  cashRounding: { mode: 'nearest', unit: 100 },
  shiftId: null,
  history,
})

const tender = (method: TenderMethod, amount: number, isConfirmed = true): EnteredTender => ({
  method,
  amount: rupiah(amount),
  reference: null,
  isConfirmed,
})

const paid = (
  basket: Basket,
  tenders: readonly EnteredTender[],
  context: SaleContext,
  numbers: Pick<Sale, 'number' | 'returnNumber'>,
): Sale => {
  const priced = priceSale(basket, tenders, context)
  if (!priced.ok) throw new Error(`The sample cannot be sold: ${priced.error.message.en}`)
  return { ...priced.value, ...numbers }
}

/** A sale with everything on it: weighed and untaxed goods, discounts, PPN, cash rounding, two ways to pay. */
export const sampleTaxedSale = ({ pricesIncludeTax = true }: { readonly pricesIncludeTax?: boolean } = {}): Sale => {
  const empty = openBasket('6b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d', PAID_AT_MS - 60_000)
  const filled = addItem(addItem(addItem(empty, COFFEE, 2), RICE, 1.25), SOAP, 6)
  const discounted = setLineDiscount(filled, '1', { type: 'percent', basisPoints: 1_000 })
  const basket = setBasketDiscount(discounted, { type: 'rupiah', amount: rupiah(5_000) })
  return paid(
    basket,
    [tender('qris', 50_000, false), tender('cash', 100_000)],
    contextOf(PAID_AT_MS, null, pricesIncludeTax),
    {
      number: 'K1-261121-0007',
      returnNumber: null,
    },
  )
}

const returnsOf = (sale: Sale): NonNullable<Basket['returns']> => {
  const history: SaleHistory = { sale, returns: [] }
  const lines = [
    { lineIndex: 0, quantity: 1, received: 1, restocked: 0, reason: 'Barang Rusak' },
    { lineIndex: 2, quantity: 2, received: 2, restocked: 2, reason: 'Berubah Pikiran' },
  ].map((request) => {
    const line = returnLine(history, request)
    if (!line.ok) throw new Error(`The sample cannot be returned: ${line.error.message.en}`)
    return line.value
  })
  return { of: returnOf(sale), tax: sale.tax, lines }
}

/** The next day two lines of {@link sampleTaxedSale} come back, paid back in cash. */
export const sampleReturn = (): Sale => {
  const sale = sampleTaxedSale()
  const basket = setReturns(openBasket('7b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d', PAID_AT_MS), returnsOf(sale))
  const context = contextOf(PAID_AT_MS + ONE_DAY_MS, { sale, returns: [] }, true)
  return paid(basket, [tender('cash', -41_200)], context, {
    number: 'K1-R261122-0001',
    returnNumber: 'K1-R261122-0001',
  })
}

/** The same goods come back, but others go out for them. */
export const sampleExchange = (): Sale => {
  const sale = sampleTaxedSale()
  const empty = openBasket('8b1f6f0e-6a52-4b8e-9c7e-0d6f3a2b1c4d', PAID_AT_MS)
  const basket = setReturns(addItem(addItem(empty, RICE, 2.5), SOAP, 3), returnsOf(sale))
  const context = contextOf(PAID_AT_MS + ONE_DAY_MS, { sale, returns: [] }, true)
  return paid(basket, [tender('cash', 50_000)], context, {
    number: 'K1-261122-0003',
    returnNumber: 'K1-R261122-0001',
  })
}
