import { addRupiah, rupiah, ZERO_RUPIAH, type Rupiah } from '../../../shared/domain/money.ts'
import { priceTimes } from '../../../shared/domain/quantity.ts'
import { saleLineSchema, saleSchema, type Delivery, type Sale, type TenderMethod } from '../../../shared/domain/sale.ts'
import type { SalesRoute } from '../../../shared/domain/sales-route.ts'

/** What a test says about a sale; the rest is filled in. Prices are per unit, in rupiah. */
export type SampleSale = {
  readonly sequence: number
  readonly lines?: readonly { readonly sku: string; readonly quantity: number; readonly price: number }[]
  readonly kind?: 'walk-in' | 'delivery'
  /** How much of the total the first tender pays; the rest is paid by QRIS. All in cash when left out. */
  readonly firstShare?: number
  readonly method?: TenderMethod
  readonly note?: string
  readonly paidAtMs?: number
  readonly utcOffsetMinutes?: number
  readonly route?: SalesRoute
}

/** The recipient of every sample delivery. */
export const SAMPLE_DELIVERY: Delivery = {
  recipientName: 'Siti Rahma',
  phone: '081234567890',
  address: 'Jl. Melati 5',
  province: 'Jawa Barat',
  city: 'Bandung',
  district: 'Coblong',
  subDistrict: 'Dago',
  postalCode: '40135',
  courier: 'JNE',
  awb: 'JNE0001',
  note: 'titip satpam',
}

const PAID_AT_MS = Date.UTC(2026, 10, 21, 2, 15)

/** A priced, paid, numbered sale: totals agree, cash is paid with the next ten thousand and change given back. */
export const sampleSale = (sample: SampleSale): Sale => {
  const wanted = sample.lines ?? [{ sku: 'AIRM-0001', quantity: 2, price: 500 }]
  const lines = wanted.map((line) =>
    saleLineSchema.parse({
      sku: line.sku,
      name: line.sku,
      barcode: null,
      quantity: line.quantity,
      regularPrice: rupiah(line.price),
      unitPrice: rupiah(line.price),
      amount: priceTimes(rupiah(line.price), line.quantity),
    }),
  )
  const total = addRupiah(...lines.map((line) => line.amount))
  const first = sample.firstShare === undefined ? total : rupiah(Math.round(total * sample.firstShare))
  const rest = rupiah(total - first)
  const method = sample.method ?? 'cash'
  const handed: Rupiah = method === 'cash' ? rupiah(Math.ceil(first / 10_000) * 10_000) : first
  const hex = sample.sequence.toString(16).padStart(12, '0')
  return saleSchema.parse({
    id: `b5e1c7a0-0f7e-4d0c-9a53-${hex}`,
    number: `K1-261121-${String(sample.sequence).padStart(4, '0')}`,
    register: 'K1',
    cashier: 'Ayu',
    kind: sample.kind ?? 'walk-in',
    openedAtMs: PAID_AT_MS - 60_000,
    paidAtMs: (sample.paidAtMs ?? PAID_AT_MS) + sample.sequence,
    utcOffsetMinutes: sample.utcOffsetMinutes ?? 420,
    shop: { name: 'Toko Uji', address: [], phone: '' },
    lines,
    total,
    tenders: [
      { method, amount: handed, applied: first, reference: null },
      ...(rest === ZERO_RUPIAH ? [] : [{ method: 'qris', amount: rest, applied: rest, reference: 'QR1' }]),
    ],
    change: rupiah(handed - first),
    delivery: sample.kind === 'delivery' ? SAMPLE_DELIVERY : null,
    note: sample.note ?? '',
    route: sample.route ?? 'both-not-linked',
  })
}
