import type { SellingRules } from '../../../shared/domain/selling-rules.ts'
import { parseRupiah } from '../../../shared/domain/money.ts'
import type { Permission } from '../../../shared/domain/permission.ts'
import type { TaxRate } from '../../../shared/domain/tax.ts'

/** One dated tax rate as typed: `from` as dd/mm/yyyy, the rate in percent, the base as a fraction such as 11/12. */
export type TaxRateDraft = {
  /** Tells the rows apart on the screen. */
  readonly id: number
  readonly from: string
  readonly percent: string
  readonly base: string
}

/** The rules of selling as typed into the form. */
export type SellingDraft = {
  readonly isTaxCharged: boolean
  readonly pricesIncludeTax: boolean
  readonly rates: readonly TaxRateDraft[]
  readonly roundingMode: SellingRules['cashRounding']['mode']
  readonly roundingUnit: `${SellingRules['cashRounding']['unit']}`
  readonly stockPolicy: SellingRules['stockPolicy']
  readonly qrisPayload: string
  readonly printsQris: boolean
  readonly isShiftBlind: boolean
  readonly differenceLimit: string
  readonly guarded: readonly Permission[]
}

/** The fields of the rules that can be wrong. */
export type SellingField = 'rates' | 'qrisPayload' | 'differenceLimit'
/** What is wrong, as keys of the settings texts. */
export type SellingProblems = Readonly<Partial<Record<SellingField, `problem.${SellingField}`>>>

const UNITS = { '50': 50, '100': 100, '500': 500, '1000': 1_000 } as const
const UNIT_NAMES = { 50: '50', 100: '100', 500: '500', 1000: '1000' } as const

const draftRate = ({ from, basisPoints, baseNumerator, baseDenominator }: TaxRate, id: number): TaxRateDraft => ({
  id,
  from: from.split('-').toReversed().join('/'),
  percent: String(basisPoints / 100).replace('.', ','),
  base: baseNumerator === baseDenominator ? '1' : `${baseNumerator}/${baseDenominator}`,
})

/** The form's draft of stored rules. */
export const draftSelling = (rules: SellingRules): SellingDraft => ({
  isTaxCharged: rules.tax.isCharged,
  pricesIncludeTax: rules.tax.pricesIncludeTax,
  rates: rules.tax.rates.map(draftRate),
  roundingMode: rules.cashRounding.mode,
  roundingUnit: UNIT_NAMES[rules.cashRounding.unit],
  stockPolicy: rules.stockPolicy,
  qrisPayload: rules.qris.payload,
  printsQris: rules.qris.printsOnReceipt,
  isShiftBlind: rules.shifts.isBlind,
  differenceLimit: String(rules.shifts.differenceLimit),
  guarded: rules.guarded,
})

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const readRate = ({ from, percent, base }: TaxRateDraft): TaxRate | null => {
  const date = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(from.trim())
  const rate = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(percent.trim())
  const fraction = /^(\d{1,3})(?:\s*\/\s*(\d{1,3}))?$/.exec(base.trim())
  if (date === null || rate === null || fraction === null) return null
  const [day, month, year] = [Number(date[1]), Number(date[2]), Number(date[3])]
  if (!isDay(year, month, day)) return null
  const [baseNumerator, baseDenominator] = [Number(fraction[1]), Number(fraction[2] ?? fraction[1])]
  if (baseNumerator === 0 || baseDenominator === 0 || baseNumerator > baseDenominator) return null
  const basisPoints = Number(rate[1]) * 100 + Number((rate[2] ?? '').padEnd(2, '0'))
  const isWhole = baseNumerator === baseDenominator
  return {
    from: [date[3], date[2], date[1]].join('-'),
    basisPoints,
    baseNumerator: isWhole ? 1 : baseNumerator,
    baseDenominator: isWhole ? 1 : baseDenominator,
  }
}

/** Reads the draft: rules that can be stored, or what is wrong where. `isQris` judges the text of a QRIS code. */
export const readSellingDraft = (
  draft: SellingDraft,
  isQris: (payload: string) => boolean,
): { readonly rules: SellingRules | null; readonly problems: SellingProblems } => {
  const problems: Partial<Record<SellingField, `problem.${SellingField}`>> = {}
  const rates = draft.rates.flatMap((rate) => readRate(rate) ?? [])
  const days = new Set(rates.map((rate) => rate.from))
  if (rates.length !== draft.rates.length || rates.length === 0 || days.size !== rates.length) {
    problems.rates = 'problem.rates'
  }
  const payload = draft.qrisPayload.trim()
  if (payload !== '' && !isQris(payload)) problems.qrisPayload = 'problem.qrisPayload'
  const limit = parseRupiah(draft.differenceLimit)
  if (limit === null || limit < 0 || Object.keys(problems).length > 0) {
    return {
      rules: null,
      problems: limit === null || limit < 0 ? { ...problems, differenceLimit: 'problem.differenceLimit' } : problems,
    }
  }
  return {
    problems,
    rules: {
      tax: {
        isCharged: draft.isTaxCharged,
        pricesIncludeTax: draft.pricesIncludeTax,
        rates: rates.toSorted((one, other) => one.from.localeCompare(other.from)),
      },
      cashRounding: { mode: draft.roundingMode, unit: UNITS[draft.roundingUnit] },
      stockPolicy: draft.stockPolicy,
      qris: { payload, printsOnReceipt: draft.printsQris },
      shifts: { isBlind: draft.isShiftBlind, differenceLimit: limit },
      guarded: draft.guarded,
    },
  }
}
