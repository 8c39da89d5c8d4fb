import { lineTotal } from '../../../shared/domain/sale-sums.ts'
import { addRupiah, negateRupiah, rupiah, type Rupiah } from '../../../shared/domain/money.ts'
import { formatQuantity, isQuantity } from '../../../shared/domain/quantity.ts'
import {
  returnableLines,
  returnLine,
  returnOf,
  type ReturnableLine,
  type SaleHistory,
} from '../../../shared/domain/return-line.ts'
import type { BasketReturn } from '../../../shared/domain/basket.ts'
import type { SaleLine } from '../../../shared/domain/sale.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'

/** What is typed for one line. An empty quantity means that nothing of it comes back; the other two follow it and the reason until changed. */
export type ReturnLineDraft = {
  readonly lineIndex: number
  readonly quantity: string
  readonly received: string | null
  readonly restocked: string | null
  readonly reason: string
}

/** Reads a quantity as typed, with a comma or a dot before the decimals; null when it is none. */
export const readQuantity = (text: string): number | null => {
  if (!/^\d{1,6}(?:[.,]\d{1,3})?$/.test(text.trim())) return null
  const quantity = Number(text.trim().replace(',', '.'))
  return isQuantity(quantity) ? quantity : null
}

const USUAL_REASON = 'Berubah Pikiran'
/** What never came back is not received, and what is damaged does not go on the shelf again. */
const NOT_RECEIVED = new Set(['Barang Tidak Sampai Pada Pembeli'])
const NOT_RESTOCKED = new Set(['Barang Rusak', ...NOT_RECEIVED])

/** What stands in the fields of received and restocked: what was typed, or what goes with the quantity and the reason. */
export const shownReceipt = (draft: ReturnLineDraft): { readonly received: string; readonly restocked: string } => {
  const received = draft.received ?? (NOT_RECEIVED.has(draft.reason) ? '0' : draft.quantity)
  return { received, restocked: draft.restocked ?? (NOT_RESTOCKED.has(draft.reason) ? '0' : received) }
}

/** An empty form over what may still come back. */
export const draftReturn = (history: SaleHistory): readonly ReturnLineDraft[] =>
  returnableLines(history).map(({ lineIndex }) => ({
    lineIndex,
    quantity: '',
    received: null,
    restocked: null,
    reason: USUAL_REASON,
  }))

const typed = (quantity: number): string => formatQuantity(quantity).replaceAll('.', '')

/** The form with everything coming back that still may. */
export const draftWholeReturn = (history: SaleHistory): readonly ReturnLineDraft[] => {
  const left = new Map(returnableLines(history).map((line) => [line.lineIndex, line.leftQuantity]))
  return draftReturn(history).map((draft) => {
    const quantity = left.get(draft.lineIndex) ?? 0
    return quantity > 0 ? { ...draft, quantity: typed(quantity) } : draft
  })
}

/** A change of one line of the form. */
export const changeDraft = (
  drafts: readonly ReturnLineDraft[],
  lineIndex: number,
  part: Partial<ReturnLineDraft>,
): readonly ReturnLineDraft[] => drafts.map((draft) => (draft.lineIndex === lineIndex ? { ...draft, ...part } : draft))

/** What the form stands for: the lines that come back with what they come to, or what is wrong, by line. */
export type ReadReturn = {
  readonly lines: readonly SaleLine[]
  readonly problems: ReadonlyMap<number, ActionableError['message']>
  /** What goes back for them before cash rounding; 0 or more. */
  readonly amount: Rupiah
}

const UNREADABLE: ActionableError['message'] = {
  id: 'Isi angka, dengan koma bila perlu (misalnya 1 atau 0,5).',
  en: 'Enter a number, with a comma if needed (such as 1 or 0,5).',
}

/** Judges the form by the rules of returns; lines without a quantity are left out. */
export const readReturn = (drafts: readonly ReturnLineDraft[], history: SaleHistory): ReadReturn => {
  const lines: SaleLine[] = []
  const problems = new Map<number, ActionableError['message']>()
  for (const draft of drafts) {
    const { lineIndex, reason } = draft
    if (draft.quantity.trim() === '') continue
    const quantity = readQuantity(draft.quantity)
    const shown = shownReceipt(draft)
    const [received, restocked] = [readQuantity(shown.received), readQuantity(shown.restocked)]
    if (quantity === null || received === null || restocked === null) {
      problems.set(lineIndex, UNREADABLE)
      continue
    }
    if (quantity === 0) continue
    const line = returnLine(history, { lineIndex, quantity, received, restocked, reason })
    if (line.ok) lines.push(line.value)
    else problems.set(lineIndex, line.error.message)
  }
  const sum = addRupiah(rupiah(0), ...lines.map(lineTotal))
  return { lines, problems, amount: negateRupiah(sum) }
}

/** The form's lines as a basket takes them. */
export const basketReturnOf = (history: SaleHistory, lines: readonly SaleLine[]): BasketReturn => ({
  of: returnOf(history.sale),
  tax: history.sale.tax,
  lines,
})

/** True when something of the sale may still come back. */
export const canReturn = (lines: readonly Pick<ReturnableLine, 'leftQuantity'>[]): boolean =>
  lines.some((line) => line.leftQuantity > 0)
