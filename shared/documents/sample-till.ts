import type { Basket } from '../domain/basket.ts'
import type { Item } from '../domain/item.ts'
import { rupiah } from '../domain/money.ts'
import { priceSale, type SaleContext } from '../domain/price-sale.ts'
import { returnLine, returnOf, type ReturnRequest, type SaleHistory } from '../domain/return-line.ts'
import type { Sale, TenderMethod } from '../domain/sale.ts'
import type { EnteredTender } from '../domain/settle-payment.ts'
import { PPN_RATES } from '../domain/tax.ts'
import { sampleSale } from './sample-sale.ts'

/** When samples are paid: 21 Nov 2026, 21:05 WIB. */
export const SAMPLE_PAID_AT_MS = 1_795_269_900_000

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

/** Goods of the samples: reduced, weighed and outside the tax, plain. */
export const SAMPLE_ITEMS = {
  coffee: item('KOPI-0001', 'Kopi Bubuk Gayo Kemasan 250 g', 38_500, { regularPrice: rupiah(42_000) }),
  rice: item('CURA-0001', 'Beras Pandan Wangi Curah', 14_500, { soldBy: 'weight', isTaxed: false }),
  soap: item('SABU-0001', 'Sabun Mandi Batang 85 g', 4_250),
  oil: item('MINY-0001', 'Minyak Goreng Pouch 1 L', 17_900),
} as const

/** The shop of the samples, which charges PPN. */
export const SAMPLE_TAXED_SHOP = { ...sampleSale().shop, npwp: '0123 4567 8901 2345' }

/** What a sample is sold under: register K1 in WIB, PPN in the prices, cash rounded to Rp 100. */
export const sampleContext = (changes: Partial<SaleContext> = {}): SaleContext => ({
  register: 'K1',
  cashier: 'Sari',
  shop: SAMPLE_TAXED_SHOP,
  utcOffsetMinutes: 420,
  route: 'both-not-linked',
  paidAtMs: SAMPLE_PAID_AT_MS,
  tax: { isCharged: true, pricesIncludeTax: true, rates: PPN_RATES },
  cashRounding: { mode: 'nearest', unit: 100 },
  shiftId: null,
  history: null,
  ...changes,
})

/** A payment as a cashier enters it, in rupiah; below zero it goes back. */
export const sampleTender = (method: TenderMethod, amount: number, isConfirmed = true): EnteredTender => ({
  method,
  amount: rupiah(amount),
  reference: null,
  isConfirmed,
})

/** The basket, sold. Throws when no till would sell it so. */
export const paidSample = (
  basket: Basket,
  tenders: readonly EnteredTender[],
  context: SaleContext,
  numbers: Pick<Sale, 'number' | 'returnNumber'>,
): Sale => {
  const priced = priceSale(basket, tenders, context)
  if (!priced.ok) throw new Error(`The sample cannot be sold: ${priced.error.message.en}`)
  return { ...priced.value, ...numbers }
}

/** What of a sample comes back. Throws when no till would take it back so. */
export const sampleReturns = (sale: Sale, requests: readonly ReturnRequest[]): NonNullable<Basket['returns']> => {
  const history: SaleHistory = { sale, returns: [] }
  const lines = requests.map((request) => {
    const line = returnLine(history, request)
    if (!line.ok) throw new Error(`The sample cannot be returned: ${line.error.message.en}`)
    return line.value
  })
  return { of: returnOf(sale), tax: sale.tax, lines }
}
