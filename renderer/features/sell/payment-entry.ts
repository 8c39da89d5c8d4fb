import { changeDue, remainingToPay } from '../../../shared/domain/remaining-to-pay.ts'
import { isRupiah, type Rupiah } from '../../../shared/domain/money.ts'
import type { TenderMethod } from '../../../shared/domain/sale.ts'
import type { TenderEntry } from '../../app/till.ts'
import { parseWholeNumber } from '../../ui/parse-whole-number.ts'

export type AmountProblem = 'not-a-number' | 'zero' | 'more-than-remaining' | 'already-paid'

/** A tender as it stands in the list; `id` only tells it from the others. */
export type RecordedTender = TenderEntry & { readonly id: number }

/** What stands in the payment dialog. */
export type PaymentEntry = {
  readonly tenders: readonly RecordedTender[]
  readonly method: TenderMethod
  /** As typed; empty means all that remains. */
  readonly amountText: string
  readonly reference: string
  readonly problem: AmountProblem | null
}

export const EMPTY_PAYMENT: PaymentEntry = {
  tenders: [],
  method: 'cash',
  amountText: '',
  reference: '',
  problem: null,
}

const amountsOf = (entry: PaymentEntry): readonly Rupiah[] => entry.tenders.map((tender) => tender.amount)

/** What the recorded tenders leave to pay; 0 when they cover the total. */
export const remainingOf = (entry: PaymentEntry, total: Rupiah): Rupiah => remainingToPay(total, amountsOf(entry))

/** What goes back to the buyer by the recorded tenders. */
export const changeOf = (entry: PaymentEntry, total: Rupiah): Rupiah => changeDue(total, amountsOf(entry))

/** True when payment can be completed. */
export const isCovered = (entry: PaymentEntry, total: Rupiah): boolean => remainingOf(entry, total) === 0

const draftOf = (entry: PaymentEntry): Rupiah | null => {
  const typed = parseWholeNumber(entry.amountText)
  return isRupiah(typed) ? typed : null
}

/** The change that the cash typed but not yet recorded would give; null when it gives none. */
export const previewedChange = (entry: PaymentEntry, total: Rupiah): Rupiah | null => {
  const draft = draftOf(entry)
  if (entry.method !== 'cash' || draft === null || isCovered(entry, total)) return null
  const remaining = remainingOf(entry, total)
  return draft < remaining ? null : changeDue(remaining, [draft])
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

const problemOf = (amount: Rupiah | null, remaining: Rupiah, method: TenderMethod): AmountProblem | null => {
  if (remaining === 0) return 'already-paid'
  if (amount === null) return 'not-a-number'
  if (amount <= 0) return 'zero'
  return method !== 'cash' && amount > remaining ? 'more-than-remaining' : null
}

/** Records the typed amount (all that remains when empty), or the given one, as a tender. Refused amounts set `problem`. */
export const recordTender = (entry: PaymentEntry, total: Rupiah, given: Rupiah | null = null): PaymentEntry => {
  const remaining = remainingOf(entry, total)
  const amount = given ?? (entry.amountText.trim() === '' ? remaining : draftOf(entry))
  const problem = problemOf(amount, remaining, entry.method)
  if (problem !== null || amount === null) return { ...entry, problem }
  const reference = entry.method === 'cash' || entry.reference.trim() === '' ? null : entry.reference.trim()
  return {
    ...entry,
    tenders: [...entry.tenders, { id: (entry.tenders.at(-1)?.id ?? 0) + 1, method: entry.method, amount, reference }],
    amountText: '',
    reference: '',
    problem: null,
  }
}

/** Takes a recorded tender back. */
export const removeTender = (entry: PaymentEntry, id: number): PaymentEntry => ({
  ...entry,
  tenders: entry.tenders.filter((tender) => tender.id !== id),
  problem: null,
})
