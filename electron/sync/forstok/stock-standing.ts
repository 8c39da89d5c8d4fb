import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { Step } from '../../../shared/domain/step.ts'
import type { StepReport } from '../step-report.ts'
import type { StockChange } from './stock-changes.ts'
import { writeProgress, type StockProgress } from './stock-progress.ts'

/** Of a document of which nothing is known yet. */
export const NOTHING_SETTLED: ReadonlySet<string> = new Set()

/** Where a step stands when it is left: what was set, and the SKUs with which nothing is left to do. */
export type Standing = { readonly progress: StockProgress; readonly settledSkus: ReadonlySet<string> }

/** What every outcome of a claim carries on: the progress for the next one, and what arrived although a person must look. */
export const carryingOn = ({ outcome, news }: StepReport, { progress, settledSkus }: Standing): StepReport => {
  const said = writeProgress(progress)
  switch (outcome.type) {
    case 'retry':
    case 'unknown':
    case 'absent':
      return { news, outcome: { ...outcome, message: `${outcome.message}${said}` } }
    case 'attention': {
      const attention = { ...outcome.attention, message: `${outcome.attention.message}${said}` }
      return { news, outcome: { ...outcome, attention, settledLines: [...settledSkus] } }
    }
    case 'sent':
    case 'released':
      return { outcome, news }
    default:
      return assertNever(outcome, 'step outcome')
  }
}

/** Sent rows remain known whatever else went wrong: what is left is looked up, never sent again from the start. */
export const cutShort = (words: StepReport, progress: StockProgress): StepReport => {
  const { outcome, news } = words
  const said = outcome.type === 'attention' ? outcome.attention.message : 'message' in outcome ? outcome.message : ''
  return {
    outcome: { type: 'unknown', message: `Forstok: ${said}${writeProgress(progress)}`, httpStatus: null },
    news,
  }
}

/** The SKUs of which every change (a transfer has two) stands at Forstok. */
export const settledSkusOf = (
  changes: readonly StockChange[],
  isDone: (change: StockChange) => boolean,
): Set<string> => {
  const left = new Set(changes.filter((change) => !isDone(change)).map((change) => change.sku))
  return new Set(changes.map((change) => change.sku).filter((sku) => !left.has(sku)))
}

/** What a look says while some of the register's own sales are on their way. */
export const WAITING = 'On hand holds some of our own sales and not others; looking again'
/** Some minutes, with the back-off. */
const MOST_WAITS = 10

/** True once it was looked again often enough: whatever stands in between is not on its way. */
export const hasWaitedLong = ({ attempts }: Step): boolean =>
  attempts.filter(({ outcome, message }) => outcome === 'retry' && message.startsWith(WAITING)).length >= MOST_WAITS
