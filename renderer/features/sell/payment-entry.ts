import {
  addRupiah,
  negateRupiah,
  parseRupiah,
  rupiah,
  subtractRupiah,
  ZERO_RUPIAH,
  type Rupiah,
} from '../../../shared/domain/money.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { TENDER_METHODS, type TenderMethod } from '../../../shared/domain/sale.ts'
import {
  isRefund as isRefundBill,
  type PaymentTerms,
  remainingFor,
  roundingIf,
  type SettledPayment,
  settlePayment,
} from '../../../shared/domain/settle-payment.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import type { TenderEntry } from '../../app/till.ts'

export type AmountProblem =
  | 'not-a-number'
  | 'zero'
  | 'more-than-remaining'
  | 'already-paid'
  /** A refund by this way of more than it paid. */
  | 'more-than-method'
  /** A refund of more than is owed. */
  | 'more-than-refund'

/** A tender as it stands in the list; `id` only tells it from the others. */
export type RecordedTender = TenderEntry & { readonly id: number }

/** What stands in the payment dialog. Amounts are typed above 0, also those that go back. */
export type PaymentEntry = {
  readonly tenders: readonly RecordedTender[]
  readonly method: TenderMethod
  /** As typed; empty means all that remains. */
  readonly amountText: string
  readonly reference: string
  readonly problem: AmountProblem | null
}

/** What is to be paid before rounding (below zero: paid back), and how that may be done. */
export type Bill = { readonly payable: Rupiah; readonly terms: PaymentTerms }

/** True when money goes back to the buyer. */
export const isRefund = ({ payable, terms }: Bill): boolean => isRefundBill(payable, terms)

export const EMPTY_PAYMENT: PaymentEntry = {
  tenders: [],
  method: 'cash',
  amountText: '',
  reference: '',
  problem: null,
}

const magnitude = (amount: Rupiah): Rupiah => rupiah(Math.abs(amount))

/** The most that can still go back by a method: what it paid less what is recorded already; no limit for cash. */
const leftInMethod = (entry: PaymentEntry, { terms }: Bill, method: TenderMethod): Rupiah | null => {
  if (method === 'cash') return null
  const recorded = entry.tenders.filter((tender) => tender.method === method).map((tender) => tender.amount)
  return rupiah(Math.max(0, addRupiah(terms.refund?.byMethod[method] ?? ZERO_RUPIAH, ...recorded)))
}

/** Whether a method can be chosen: for money that goes back, only one that paid; cash always. */
export const canUseMethod = (entry: PaymentEntry, bill: Bill, method: TenderMethod): boolean =>
  !isRefund(bill) || leftInMethod(entry, bill, method) !== 0

/** A payment as it opens: cash, or for money that goes back the first way that paid all of it. */
export const openPayment = (bill: Bill): PaymentEntry => {
  const paidAll = TENDER_METHODS.find((method) => {
    const most = leftInMethod(EMPTY_PAYMENT, bill, method)
    return most !== null && most > 0 && most >= negateRupiah(bill.payable)
  })
  return isRefund(bill) && paidAll !== undefined ? { ...EMPTY_PAYMENT, method: paidAll } : EMPTY_PAYMENT
}

/** What the recorded tenders leave to pay, or to give back, by the chosen method; 0 or more, and within what the method can give back. */
export const remainingOf = (entry: PaymentEntry, bill: Bill, method: TenderMethod = entry.method): Rupiah => {
  const owed = magnitude(remainingFor(method, bill.payable, entry.tenders, bill.terms))
  const most = isRefund(bill) ? leftInMethod(entry, bill, method) : null
  return most === null ? owed : rupiah(Math.min(owed, most))
}

/** The recorded tenders applied to the bill, or why they do not settle it. */
export const settlementOf = (entry: PaymentEntry, bill: Bill): Result<SettledPayment, ActionableError> =>
  settlePayment(bill.payable, entry.tenders, bill.terms)

/** True when payment can be completed. */
export const isCovered = (entry: PaymentEntry, bill: Bill): boolean => settlementOf(entry, bill).ok

/** Why payment cannot be completed although nothing remains by the chosen method; null when that is not so. */
export const deadlockOf = (entry: PaymentEntry, bill: Bill): ActionableError | null => {
  if (entry.tenders.length === 0 || remainingOf(entry, bill) !== 0) return null
  const settled = settlementOf(entry, bill)
  return settled.ok ? null : settled.error
}

/** The rounding and the total as they stand, or as they will be if the chosen method pays what remains. */
export const figuresOf = (entry: PaymentEntry, bill: Bill): { readonly rounding: Rupiah; readonly total: Rupiah } => {
  const settled = settlementOf(entry, bill)
  if (settled.ok) return { rounding: settled.value.rounding, total: settled.value.total }
  const rounding = roundingIf(entry.method, bill.payable, entry.tenders, bill.terms)
  return { rounding, total: addRupiah(bill.payable, rounding) }
}

/** What goes back to the buyer by the recorded tenders; null while they do not cover the bill. */
export const changeOf = (entry: PaymentEntry, bill: Bill): Rupiah | null => {
  const settled = settlementOf(entry, bill)
  return settled.ok ? settled.value.change : null
}

/** The change that the cash typed but not yet recorded would give; null when it gives none. */
export const previewedChange = (entry: PaymentEntry, bill: Bill): Rupiah | null => {
  const draft = parseRupiah(entry.amountText)
  if (entry.method !== 'cash' || draft === null || isRefund(bill) || isCovered(entry, bill)) return null
  const remaining = remainingOf(entry, bill)
  return draft < remaining ? null : subtractRupiah(draft, remaining)
}

/** The amount that the chosen method would take now: as typed, or all that remains. Null when it is not a whole amount above 0. */
export const draftOf = (entry: PaymentEntry, bill: Bill): Rupiah | null => {
  const amount = entry.amountText.trim() === '' ? remainingOf(entry, bill) : parseRupiah(entry.amountText)
  return amount === null || amount <= 0 ? null : amount
}

export const chooseMethod = (entry: PaymentEntry, method: TenderMethod): PaymentEntry => ({
  ...entry,
  method,
  problem: null,
})

export const typeAmount = (entry: PaymentEntry, amountText: string): PaymentEntry => ({
  ...entry,
  amountText,
  problem: null,
})

export const typeReference = (entry: PaymentEntry, reference: string): PaymentEntry => ({ ...entry, reference })

const problemOf = (amount: Rupiah | null, entry: PaymentEntry, bill: Bill): AmountProblem | null => {
  const remaining = remainingOf(entry, bill)
  if (isCovered(entry, bill)) return 'already-paid'
  if (amount === null || amount < 0) return 'not-a-number'
  if (amount === 0) return isRefund(bill) && remaining === 0 ? 'more-than-method' : 'zero'
  if (amount <= remaining) return null
  if (isRefund(bill)) return entry.method === 'cash' ? 'more-than-refund' : 'more-than-method'
  return entry.method === 'cash' ? null : 'more-than-remaining'
}

/**
 * Records the typed amount (all that remains when empty), or the given one, as a tender; of a refund as money that goes
 * back. Refused amounts set `problem`. `isConfirmed` is false for a QRIS payment that nobody has seen arrive.
 */
export const recordTender = (
  entry: PaymentEntry,
  bill: Bill,
  given: Rupiah | null = null,
  isConfirmed: boolean = true,
): PaymentEntry => {
  const typed = entry.amountText.trim() === '' ? remainingOf(entry, bill) : parseRupiah(entry.amountText)
  const amount = given ?? typed
  const problem = problemOf(amount, entry, bill)
  if (problem !== null || amount === null) return { ...entry, problem }
  const { method } = entry
  const tender: RecordedTender = {
    id: (entry.tenders.at(-1)?.id ?? 0) + 1,
    method,
    amount: isRefund(bill) ? negateRupiah(amount) : amount,
    reference: method === 'cash' || entry.reference.trim() === '' ? null : entry.reference.trim(),
    isConfirmed: method !== 'qris' || isRefund(bill) || isConfirmed,
  }
  const recorded = { ...entry, tenders: [...entry.tenders, tender], amountText: '', reference: '', problem: null }
  // What this way cannot give back goes back in cash.
  const restsInCash = isRefund(bill) && remainingOf(recorded, bill) === 0 && !isCovered(recorded, bill)
  return restsInCash ? { ...recorded, method: 'cash' } : recorded
}

/** Takes a recorded tender back. */
export const removeTender = (entry: PaymentEntry, id: number): PaymentEntry => ({
  ...entry,
  tenders: entry.tenders.filter((tender) => tender.id !== id),
  problem: null,
})
