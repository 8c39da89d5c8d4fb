import { isRupiah } from '../../../shared/domain/money.ts'
import type { Attention, RemoteRecord } from '../../../shared/domain/step.ts'
import { attentionFor, customerDiffers, numberTaken, totalDiffers } from '../attention-texts.ts'
import * as report from '../step-report.ts'
import type { StepReport } from '../step-report.ts'
import { ACCURATE_REFUSALS } from './accurate-refusals.ts'
import type { DocumentPlan, HeldDocument } from './document-plan.ts'
import type { AccurateDirectory } from './invoice-mapping.ts'

/** A document as the outbox remembers it. */
export const recordOf = (held: HeldDocument): RemoteRecord => ({
  id: held.id,
  number: held.number,
  total: isRupiah(held.total) ? held.total : null,
})

/** Refusals over a name that may have changed in Accurate since it was read. */
export const NAME_REFUSALS: ReadonlySet<string> = new Set(['unknown-warehouse', 'unknown-customer', 'unknown-account'])
/** What can be put right in Accurate so that the same document is taken after all. */
const CURABLE: ReadonlySet<string> = new Set([...NAME_REFUSALS, 'date-refused', 'several-branches'])

/** Why a document was refused and what to do: where its form is inferred, any refusal that cannot be cured says to enter it by hand. */
export const refusedWith = ({ remedy }: DocumentPlan, message: string, status: number): Attention => {
  const attention = attentionFor(message, status, ACCURATE_REFUSALS)
  return remedy === null || CURABLE.has(attention.code) ? attention : { ...attention, remedy }
}

/** A found document against the sale; null when it is nobody else's and Accurate shows no total to compare. */
export const compareDocument = (
  held: HeldDocument,
  plan: DocumentPlan,
  directoryNow: AccurateDirectory | null,
  message: string,
): StepReport | null => {
  const isAnothers = plan.marker !== null && held.marker !== null && held.marker !== '' && held.marker !== plan.marker
  if (isAnothers) return report.needsAttention(numberTaken('Accurate', plan.number), recordOf(held))
  if (directoryNow !== null && held.customerNo !== null && held.customerNo !== directoryNow.customerNo)
    return report.needsAttention(customerDiffers('Accurate', plan.number), recordOf(held))
  if (held.total === null || plan.total === null) return null
  if (held.total !== plan.total)
    return report.needsAttention(totalDiffers('Accurate', plan.total, held.total), recordOf(held))
  return report.sent(recordOf(held), message, 200)
}

/** The document stands under a number that this register alone makes: without a total to compare, that has to do. */
export const sentUncompared = (held: HeldDocument): StepReport =>
  report.sent(recordOf(held), 'Accurate holds it and shows no total to compare', 200)
