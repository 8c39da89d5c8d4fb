import type { ActionableError } from '../ipc/contract.ts'
import type { Basket } from './basket.ts'
import { basketTotal, lineAmount } from './basket-rules.ts'
import type { Bilingual } from './bilingual.ts'
import { addRupiah, formatRupiah, rupiah, subtractRupiah, ZERO_RUPIAH, type Rupiah } from './money.ts'
import { failure, success, type Result } from './result.ts'
import {
  deliverySchema,
  type Delivery,
  type Shop,
  type Tender,
  type TenderMethod,
  type UnnumberedSale,
} from './sale.ts'
import type { SalesRoute } from './sales-route.ts'

/** What the cashier entered for one payment, before it is applied to the sale. */
export type EnteredTender = {
  readonly method: TenderMethod
  readonly amount: Rupiah
  readonly reference: string | null
}

/** What of the register goes into every sale. */
export type SaleContext = {
  readonly register: string
  readonly cashier: string
  readonly shop: Shop
  readonly utcOffsetMinutes: number
  readonly route: SalesRoute
  readonly paidAtMs: number
}

const refusal = (code: string, id: string, en: string, detail: string | null = null) =>
  failure<ActionableError>({ code, message: { id, en }, detail })

const ADDRESS_PARTS: Readonly<Record<string, Bilingual>> = {
  recipientName: { id: 'nama penerima', en: 'recipient' },
  phone: { id: 'telepon', en: 'phone' },
  address: { id: 'alamat', en: 'address' },
  province: { id: 'provinsi', en: 'province' },
  city: { id: 'kota/kabupaten', en: 'city' },
  district: { id: 'kecamatan', en: 'district' },
  subDistrict: { id: 'kelurahan', en: 'sub-district' },
  postalCode: { id: 'kode pos (5 angka)', en: 'postcode (5 digits)' },
  courier: { id: 'kurir', en: 'courier' },
}

const readDelivery = (basket: Basket): Result<Delivery | null, ActionableError> => {
  if (basket.kind === 'walk-in') return success(null)
  const parsed = deliverySchema.safeParse(basket.delivery ?? {})
  if (parsed.success) return success(parsed.data)
  const parts = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
  const named = parts.map((part) => ADDRESS_PARTS[part] ?? { id: part, en: part })
  return refusal(
    'sale.address-incomplete',
    `Lengkapi alamat pengiriman: ${named.map((part) => part.id).join(', ')}.`,
    `Complete the delivery address: ${named.map((part) => part.en).join(', ')}.`,
    parts.join(','),
  )
}

type AppliedTenders = { readonly tenders: readonly Tender[]; readonly change: Rupiah }

const applyTenders = (total: Rupiah, entered: readonly EnteredTender[]): Result<AppliedTenders, ActionableError> => {
  const tenders: Tender[] = []
  let left = total
  for (const { method, amount, reference } of entered) {
    if (amount < 0)
      return refusal('sale.tender-negative', 'Jumlah bayar tidak boleh minus.', 'A payment cannot be negative.')
    if (amount === 0) continue
    if (method !== 'cash' && amount > left) {
      return refusal(
        'sale.tender-too-large',
        `Pembayaran non-tunai melebihi sisa tagihan ${formatRupiah(left)}. Ubah jumlahnya; kembalian hanya untuk tunai.`,
        `A non-cash payment exceeds the ${formatRupiah(left)} that is left. Change it; only cash gives change.`,
        formatRupiah(amount),
      )
    }
    const applied = rupiah(Math.min(amount, left))
    tenders.push({ method, amount, applied, reference })
    left = subtractRupiah(left, applied)
  }
  if (left > 0) {
    return refusal(
      'sale.short',
      `Pembayaran kurang ${formatRupiah(left)}.`,
      `${formatRupiah(left)} is missing.`,
      String(left),
    )
  }
  const handed = addRupiah(ZERO_RUPIAH, ...tenders.map((tender) => tender.amount))
  return success({ tenders, change: subtractRupiah(handed, total) })
}

/**
 * Turns a basket and its payments into a sale: lines sum = total = sum of applied = sum of amounts - change (design,
 * invariant 3). Change comes from cash only. Refuses an empty basket, an incomplete address, a short payment (naming the
 * missing amount), and a non-cash payment above what is left; a total of 0 needs no payment.
 */
export const priceSale = (
  basket: Basket,
  entered: readonly EnteredTender[],
  context: SaleContext,
): Result<UnnumberedSale, ActionableError> => {
  if (basket.lines.length === 0) return refusal('sale.empty', 'Keranjang masih kosong.', 'The basket is empty.')
  const delivery = readDelivery(basket)
  if (!delivery.ok) return delivery
  const total = basketTotal(basket)
  const payment = applyTenders(total, entered)
  if (!payment.ok) return payment
  return success({
    id: basket.id,
    register: context.register,
    cashier: context.cashier,
    kind: basket.kind,
    openedAtMs: basket.openedAtMs,
    paidAtMs: context.paidAtMs,
    utcOffsetMinutes: context.utcOffsetMinutes,
    shop: context.shop,
    lines: basket.lines.map((line) => ({
      sku: line.item.sku,
      name: line.item.name,
      barcode: line.item.barcodes[0] ?? null,
      quantity: line.quantity,
      regularPrice: line.item.price,
      unitPrice: line.unitPrice,
      amount: lineAmount(line),
    })),
    total,
    tenders: payment.value.tenders,
    change: payment.value.change,
    delivery: delivery.value,
    note: basket.note,
    route: context.route,
  })
}
