import type { ActionableError } from '../ipc/contract.ts'
import type { Basket } from './basket.ts'
import type { Bilingual } from './bilingual.ts'
import type { CashRounding } from './cash-rounding.ts'
import { formatLocalDay } from './local-time.ts'
import { priceBasket, type PricedBasket } from './price-basket.ts'
import { refuse } from './refuse.ts'
import { success, type Result } from './result.ts'
import {
  closingRounding,
  refundableByMethod,
  refundableTotal,
  returnLine,
  returnOf,
  type SaleHistory,
} from './return-line.ts'
import { deliverySchema, type Delivery, type SaleLine, type Shop, type UnnumberedSale } from './sale.ts'
import type { SalesRoute } from './sales-route.ts'
import { settlePayment, type EnteredTender, type PaymentTerms } from './settle-payment.ts'
import type { TaxRules } from './tax.ts'

/** What of the register goes into every sale. */
export type SaleContext = {
  readonly register: string
  readonly cashier: string
  readonly shop: Shop
  readonly utcOffsetMinutes: number
  readonly route: SalesRoute
  readonly paidAtMs: number
  readonly tax: TaxRules
  readonly cashRounding: CashRounding
  readonly shiftId: string | null
  /** The sale from which the basket's returned lines come, with what had come back before; null when nothing comes back. */
  readonly history: SaleHistory | null
}

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
  return refuse(
    'sale.address-incomplete',
    `Lengkapi alamat pengiriman: ${named.map((part) => part.id).join(', ')}.`,
    `Complete the delivery address: ${named.map((part) => part.en).join(', ')}.`,
    parts.join(','),
  )
}

/** What comes back, judged again against what has come back meanwhile: another window may have been faster. */
const checkedReturns = (basket: Basket, history: SaleHistory | null): Result<readonly SaleLine[], ActionableError> => {
  const lines: SaleLine[] = []
  for (const line of basket.returns?.lines ?? []) {
    if (history === null || line.returned === null || history.sale.id !== basket.returns?.of.saleId)
      return refuse(
        'return.no-sale',
        'Penjualan asal tidak ditemukan di kasir ini. Cari lagi nomornya.',
        'The earlier sale is not found at this till. Look its number up again.',
      )
    const checked = returnLine(history, { ...line.returned, quantity: -line.quantity })
    if (!checked.ok) return checked
    if (lines.some((each) => each.returned?.lineIndex === line.returned?.lineIndex))
      return refuse(
        'return.doubled',
        `${line.name} tercatat dua kali dalam pengembalian ini. Gabungkan jumlahnya.`,
        `${line.name} stands twice in this return. Put the quantities together.`,
      )
    lines.push(checked.value)
  }
  return success(lines)
}

/** How a priced basket may be paid or paid back. */
export const paymentTermsOf = (
  priced: Pick<PricedBasket, 'lines'>,
  rounding: CashRounding,
  history: SaleHistory | null,
): PaymentTerms => {
  if (history === null) return { rounding, refund: null }
  const isPureReturn = priced.lines.every((line) => line.returned !== null)
  return {
    rounding,
    refund: {
      closingRounding: isPureReturn ? closingRounding(history, priced.lines) : null,
      limit: refundableTotal(history),
      byMethod: refundableByMethod(history),
    },
  }
}

/**
 * Turns a basket and its payments into a sale: lines with tax + rounding = total = sum of applied = sum of amounts - change
 * (design, invariant 3). Refuses an empty basket, an incomplete address, a return that does not fit its sale, and payments
 * that do not add up (see `settlePayment`).
 */
export const priceSale = (
  basket: Basket,
  entered: readonly EnteredTender[],
  context: SaleContext,
): Result<UnnumberedSale, ActionableError> => {
  const { register, cashier, shop, utcOffsetMinutes, paidAtMs, history, shiftId } = context
  if (basket.lines.length === 0 && (basket.returns?.lines.length ?? 0) === 0)
    return refuse('sale.empty', 'Keranjang masih kosong.', 'The basket is empty.')
  const delivery = readDelivery(basket)
  if (!delivery.ok) return delivery
  const returned = checkedReturns(basket, history)
  if (!returned.ok) return returned
  // The history says where the goods come from and with what tax; the basket only says which of them.
  const returns =
    history === null || returned.value.length === 0
      ? null
      : { of: returnOf(history.sale), tax: history.sale.tax, lines: returned.value }
  const priced = priceBasket({ ...basket, returns }, context.tax, formatLocalDay(paidAtMs, utcOffsetMinutes))
  const payment = settlePayment(priced.payable, entered, paymentTermsOf(priced, context.cashRounding, history))
  if (!payment.ok) return payment
  return success({
    id: basket.id,
    register,
    cashier,
    kind: basket.kind,
    openedAtMs: basket.openedAtMs,
    paidAtMs,
    utcOffsetMinutes,
    shop,
    lines: priced.lines,
    basketDiscount: basket.discount,
    tax: priced.tax,
    ...payment.value,
    delivery: delivery.value,
    note: basket.note,
    route: context.route,
    returnOf: returns?.of ?? null,
    shiftId,
    approvals: basket.approvals,
    stockApproval: basket.stockApproval,
  })
}
