import type { ActionableError } from '../ipc/contract.ts'
import { cashRoundingOf, type CashRounding } from './cash-rounding.ts'
import {
  addRupiah,
  clampRupiah,
  formatRupiah,
  LARGEST_RUPIAH,
  negateRupiah,
  rupiah,
  subtractRupiah,
  ZERO_RUPIAH,
  type Rupiah,
} from './money.ts'
import { refuse } from './refuse.ts'
import { success, type Result } from './result.ts'
import type { Tender, TenderMethod } from './sale.ts'

/** What the cashier entered for one payment, before it is applied to the sale. Below zero: money that goes back. */
export type EnteredTender = {
  readonly method: TenderMethod
  readonly amount: Rupiah
  readonly reference: string | null
  /** False for QRIS that nobody has seen arrive yet. */
  readonly isConfirmed: boolean
}

/** How a sale may be paid, or paid back. */
export type PaymentTerms = {
  readonly rounding: CashRounding
  readonly refund: {
    /** The rounding that a return must carry instead of its own; see `closingRounding`. */
    readonly closingRounding: Rupiah | null
    /** The most that may go back in all. */
    readonly limit: Rupiah
    /** The most that may go back by each way other than cash. */
    readonly byMethod: Readonly<Record<TenderMethod, Rupiah>>
  } | null
}

/** A payment that adds up: total = payable + rounding = sum of applied = sum of amounts - change. */
export type SettledPayment = {
  readonly rounding: Rupiah
  readonly total: Rupiah
  readonly tenders: readonly Tender[]
  readonly change: Rupiah
}

type Amounts = readonly Pick<EnteredTender, 'method' | 'amount'>[]

/** What cash paid (or gave back), and everything else. Plain numbers: a person can type more than a sale may be. */
const sumsOf = (entered: Amounts): { readonly cash: number; readonly others: number } => {
  const sumOf = (isCash: boolean): number =>
    entered.reduce((sum, { method, amount }) => ((method === 'cash') === isCash ? sum + amount : sum), 0)
  return { cash: sumOf(true), others: sumOf(false) }
}

/** Money goes back: more comes back than is sold, or only the rounding of an earlier sale is left to be given back. */
export const isRefund = (payable: Rupiah, { refund }: PaymentTerms): boolean =>
  payable < 0 || (payable === 0 && (refund?.closingRounding ?? ZERO_RUPIAH) < 0)

/** The rounding when cash takes part or not. Of a refund it never gives back more than was paid, nor turns it into a receipt. */
const roundingFor = (payable: Rupiah, cashPart: Rupiah, isCash: boolean, terms: PaymentTerms): Rupiah => {
  const { rounding, refund } = terms
  if (!isRefund(payable, terms)) return isCash && cashPart > 0 ? cashRoundingOf(cashPart, rounding) : ZERO_RUPIAH
  const own = isCash && cashPart < 0 ? cashRoundingOf(cashPart, rounding) : ZERO_RUPIAH
  const wanted = payable + (refund?.closingRounding ?? own)
  const most = refund === null ? wanted : negateRupiah(refund.limit)
  return rupiah(Math.min(0, Math.max(wanted, most)) - payable)
}

/**
 * What is still to be paid (of a refund: below zero, still to be given back) if `method` pays it: in cash with the
 * rounding that a payment in cash brings, by anything else to the rupiah, so that cash entered before need not be rounded
 * up. 0 when it is covered.
 */
export const remainingFor = (method: TenderMethod, payable: Rupiah, entered: Amounts, terms: PaymentTerms): Rupiah => {
  const { cash, others } = sumsOf(entered)
  const cashPart = clampRupiah(payable - others)
  const leftWith = (isCash: boolean): number => cashPart + roundingFor(payable, cashPart, isCash, terms) - cash
  if (isRefund(payable, terms)) {
    const isCovered = cash !== 0 && leftWith(true) === 0
    return clampRupiah(isCovered ? 0 : Math.min(0, leftWith(method === 'cash')))
  }
  if (method === 'cash' || (cash > 0 && leftWith(true) <= 0)) return clampRupiah(Math.max(0, leftWith(true)))
  const payableInCash = terms.rounding.mode === 'off' ? cash : cash - (cash % terms.rounding.unit)
  return clampRupiah(Math.max(0, cashPart - payableInCash))
}

/** The rounding that the payment carries if `method` pays what is left: for showing it before it is settled. */
export const roundingIf = (method: TenderMethod, payable: Rupiah, entered: Amounts, terms: PaymentTerms): Rupiah => {
  const amount = remainingFor(method, payable, entered, terms)
  const { cash, others } = sumsOf([...entered, { method, amount }])
  return roundingFor(payable, clampRupiah(payable - others), cash !== 0, terms)
}

const settleReceipt = (
  payable: Rupiah,
  entered: readonly EnteredTender[],
  terms: PaymentTerms,
): Result<SettledPayment, ActionableError> => {
  if (entered.some((tender) => tender.amount < 0))
    return refuse('sale.tender-negative', 'Jumlah bayar tidak boleh minus.', 'A payment cannot be negative.')
  const { cash, others: sumOfOthers } = sumsOf(entered)
  const [cashPart, others] = [rupiah(payable - sumOfOthers), rupiah(sumOfOthers)]
  if (cashPart < 0)
    return refuse(
      'sale.tender-too-large',
      `Pembayaran non-tunai ${formatRupiah(others)} melebihi tagihan ${formatRupiah(payable)}. Ubah jumlahnya; kembalian hanya untuk tunai.`,
      `The non-cash payment of ${formatRupiah(others)} exceeds the ${formatRupiah(payable)} to pay. Change it; only cash gives change.`,
      formatRupiah(others),
    )
  const rounding = roundingFor(payable, cashPart, cash > 0, terms)
  const total = addRupiah(payable, rounding)
  let cashLeft = addRupiah(cashPart, rounding)
  const tenders: Tender[] = []
  for (const tender of entered) {
    if (tender.amount === 0) continue
    const applied = tender.method === 'cash' ? rupiah(Math.min(tender.amount, cashLeft)) : tender.amount
    if (tender.method === 'cash') cashLeft = subtractRupiah(cashLeft, applied)
    tenders.push({ ...tender, applied })
  }
  if (cashLeft > 0)
    return refuse(
      'sale.short',
      `Pembayaran kurang ${formatRupiah(cashLeft)}.`,
      `${formatRupiah(cashLeft)} is missing.`,
      String(cashLeft),
    )
  const handed = addRupiah(...tenders.map((tender) => tender.amount))
  return success({ rounding, total, tenders, change: subtractRupiah(handed, total) })
}

const settleRefund = (
  payable: Rupiah,
  entered: readonly EnteredTender[],
  terms: PaymentTerms,
): Result<SettledPayment, ActionableError> => {
  if (entered.some((tender) => tender.amount > 0))
    return refuse(
      'sale.refund-positive',
      'Uang harus dikembalikan ke pembeli; hapus pembayaran yang diterima.',
      'Money goes back to the buyer; remove the payment received.',
    )
  for (const tender of entered) {
    const most = tender.method === 'cash' ? null : (terms.refund?.byMethod[tender.method] ?? ZERO_RUPIAH)
    const same = entered.filter((each) => each.method === tender.method)
    if (most !== null && addRupiah(most, ...same.map((each) => each.amount)) < 0)
      return refuse(
        'sale.refund-method',
        `Paling banyak ${formatRupiah(most)} dapat dikembalikan lewat cara bayar ini. Kembalikan sisanya tunai.`,
        `At most ${formatRupiah(most)} can go back this way. Give the rest back in cash.`,
        tender.method,
      )
  }
  const { cash, others } = sumsOf(entered)
  const rounding = roundingFor(payable, clampRupiah(payable - others), cash < 0, terms)
  const total = addRupiah(payable, rounding)
  const tenders = entered
    .filter((tender) => tender.amount !== 0)
    .map((tender): Tender => ({ ...tender, applied: tender.amount }))
  const difference = subtractRupiah(total, addRupiah(...tenders.map((tender) => tender.amount)))
  if (difference !== 0)
    return refuse(
      'sale.refund-differs',
      `Yang dikembalikan harus tepat ${formatRupiah(negateRupiah(total))}; selisih ${formatRupiah(rupiah(Math.abs(difference)))}.`,
      `Exactly ${formatRupiah(negateRupiah(total))} must go back; ${formatRupiah(rupiah(Math.abs(difference)))} differs.`,
      String(difference),
    )
  return success({ rounding, total, tenders, change: ZERO_RUPIAH })
}

/**
 * Applies payments to what is to be paid (design, invariant 3). Change comes from cash only, and over-payment by anything
 * else is refused; so is a short payment, naming what is missing. Cash rounding is on the cash part only, whatever the
 * order in which payments were entered. A total of 0 needs no payment. What goes back must be exact, and by each way other
 * than cash no more than came in by it.
 */
export const settlePayment = (
  payable: Rupiah,
  entered: readonly EnteredTender[],
  terms: PaymentTerms,
): Result<SettledPayment, ActionableError> => {
  const handled = entered.reduce((sum, tender) => sum + Math.abs(tender.amount), 0)
  if (handled > LARGEST_RUPIAH)
    return refuse(
      'sale.tender-out-of-range',
      'Jumlah pembayaran terlalu besar. Periksa angka yang diketik.',
      'The payments are too large. Check the figures typed.',
      String(handled),
    )
  return isRefund(payable, terms) ? settleRefund(payable, entered, terms) : settleReceipt(payable, entered, terms)
}
