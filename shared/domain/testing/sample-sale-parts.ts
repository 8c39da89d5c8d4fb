import { addItem, openBasket } from '../basket-rules.ts'
import type { Basket } from '../basket.ts'
import type { Item } from '../item.ts'
import { rupiah } from '../money.ts'
import type { SaleContext } from '../price-sale.ts'
import type { SaleLine, TenderMethod } from '../sale.ts'
import type { EnteredTender } from '../settle-payment.ts'
import { PPN_RATES } from '../tax.ts'

/** The id of every basket made here. */
export const SAMPLE_ID = 'b5e1c7a0-0f7e-4d0c-9a53-0f1f4f3e0001'

/** A taxed item by the piece, but for what is given. */
export const sampleItem = (sku: string, price: number, other: Partial<Item> = {}): Item => ({
  sku,
  barcodes: [],
  name: `Item ${sku}`,
  category: '',
  price: rupiah(price),
  regularPrice: null,
  costPrice: null,
  soldBy: 'piece',
  isTaxed: true,
  components: [],
  ...other,
})

/** A basket of items S0, S1, ... at these prices and quantities. */
export const sampleBasket = (...lines: readonly (readonly [price: number, quantity: number])[]): Basket =>
  lines.reduce(
    (basket, [price, quantity], index) => addItem(basket, sampleItem(`S${index}`, price), quantity),
    openBasket(SAMPLE_ID, 1),
  )

/** A payment as the cashier enters it. */
export const sampleTender = (method: TenderMethod, amount: number): EnteredTender => ({
  method,
  amount: rupiah(amount),
  reference: null,
  isConfirmed: true,
})

/** A register without tax and rounding, on 2026-11-21. */
export const SAMPLE_CONTEXT: SaleContext = {
  register: 'K1',
  cashier: 'Kasir',
  shop: { name: 'Toko', address: [], phone: '', npwp: '' },
  utcOffsetMinutes: 420,
  route: 'both-not-linked',
  paidAtMs: Date.UTC(2026, 10, 21, 3),
  tax: { isCharged: false, pricesIncludeTax: true, rates: PPN_RATES },
  cashRounding: { mode: 'off', unit: 100 },
  shiftId: null,
  history: null,
}

/** One row sold: two of S1 at 5.000, without discount and tax, but for what is given. */
export const sampleSoldLine = (other: Partial<SaleLine> = {}): SaleLine => ({
  sku: 'S1',
  name: 'Item S1',
  barcode: null,
  quantity: 2,
  soldBy: 'piece',
  regularPrice: rupiah(5_000),
  unitPrice: rupiah(5_000),
  priceOverride: null,
  discount: null,
  lineDiscount: rupiah(0),
  basketDiscount: rupiah(0),
  amount: rupiah(10_000),
  isTaxed: false,
  isTaxIncluded: false,
  taxBase: rupiah(0),
  tax: rupiah(0),
  components: [],
  returned: null,
  ...other,
})

/** The row of {@link sampleSoldLine} as it comes back whole, with one of two back on the shelf. */
export const sampleReturnedLine = (other: Partial<SaleLine> = {}): SaleLine =>
  sampleSoldLine({
    quantity: -2,
    amount: rupiah(-10_000),
    returned: { lineIndex: 0, received: 2, restocked: 1, reason: 'Barang Rusak' },
    ...other,
  })
