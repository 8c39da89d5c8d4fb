import { stockStepIdOfDocument, type StockDocument } from '../../../shared/domain/stock-document.ts'
import type { Step, StepState } from '../../../shared/domain/step.ts'
import type { StockDocumentRow } from '../../storage/stock-document-store.ts'
import type { Tone } from '../../ui/tone.ts'

/** The words for a document's state: key of the stock texts and tone. */
export type DocumentWord = {
  readonly key: `documents.${StepState | 'none' | 'voided'}`
  readonly tone: Tone
}

const WORDS: Readonly<Record<StepState, DocumentWord>> = {
  queued: { key: 'documents.queued', tone: 'warn' },
  claimed: { key: 'documents.claimed', tone: 'info' },
  sent: { key: 'documents.sent', tone: 'good' },
  unknown: { key: 'documents.unknown', tone: 'warn' },
  attention: { key: 'documents.attention', tone: 'bad' },
  closed: { key: 'documents.closed', tone: 'neutral' },
}

/** What of several steps a person should know first. */
const URGENCY: readonly StepState[] = ['attention', 'unknown', 'claimed', 'queued', 'sent', 'closed']

/** The word for one step. */
export const wordForStockStep = (state: StepState): DocumentWord => WORDS[state]

/** The word for a whole document: void, nothing to send, or the most urgent of its steps. */
export const stateOfDocument = ({ document, steps }: StockDocumentRow): DocumentWord => {
  if (document.voiding !== null) return { key: 'documents.voided', tone: 'neutral' }
  const state = URGENCY.find((each) => steps.some((step) => step.state === each))
  return state === undefined ? { key: 'documents.none', tone: 'neutral' } : WORDS[state]
}

/** True while lines may be called off: nothing of the document can have arrived, or the service refused it. */
export const canDropLines = ({ document, steps }: StockDocumentRow): boolean => {
  const owner = steps.find((step) => step.id === stockStepIdOfDocument(document))
  if (owner === undefined || document.voiding !== null) return false
  return (
    (owner.state === 'attention' && droppableLines({ document, steps }).length > 0) ||
    (owner.state === 'queued' && owner.attempts.length === 0)
  )
}

/** The lines that may still be called off: not those that the service took although it refused others. */
export const droppableLines = ({ document, steps }: StockDocumentRow): StockDocument['lines'] => {
  const owner = steps.find((step) => step.id === stockStepIdOfDocument(document))
  const settled = owner?.settledLines ?? []
  return document.lines.filter((line) => !line.isDropped && !settled.includes(line.sku))
}

/** False once all lines of a step were called off or have arrived: trying it again would do nothing. */
export const hasMoreToSend = (row: StockDocumentRow, step: Pick<Step, 'id'>): boolean =>
  row.document.voiding === null && (step.id !== stockStepIdOfDocument(row.document) || droppableLines(row).length > 0)

/** The service's words without the notes on progress that the sync keeps at their end. */
export const plainMessage = (message: string): string =>
  message.replaceAll(/ \[(?:sent|open) [^\]]*\]| \[in doubt\]/gu, '')

/** True when "try again" means something. */
export const canSendAgain = (step: Pick<Step, 'state'>): boolean =>
  step.state === 'attention' || step.state === 'closed'

/** True when a person can close the step. */
export const canCloseStep = (step: Pick<Step, 'state'>): boolean =>
  step.state === 'attention' || step.state === 'unknown'
