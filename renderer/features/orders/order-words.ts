import type { PrintJobState } from '../../../shared/domain/print-job.ts'
import type { Attempt, Step, StepKind, StepState } from '../../../shared/domain/step.ts'
import { NEVER_MS } from '../../../shared/domain/step.ts'
import type { DeliveryState, SaleRow } from '../../app/till.ts'
import type { Tone } from '../../ui/tone.ts'

/** The shape that stands beside a word, so that states differ by more than colour. */
export type OrderIcon = 'arrived' | 'clock' | 'moving' | 'question' | 'alert' | 'closed' | 'none'

/** A state as shown: the key of its word (in the orders texts), its tone and its shape. */
export type OrderWord<Key extends string> = { readonly key: Key; readonly tone: Tone; readonly icon: OrderIcon }

const DELIVERY_WORDS = {
  sent: { key: 'delivery.sent', tone: 'good', icon: 'arrived' },
  waiting: { key: 'delivery.waiting', tone: 'warn', icon: 'clock' },
  unknown: { key: 'delivery.unknown', tone: 'warn', icon: 'question' },
  task: { key: 'delivery.task', tone: 'warn', icon: 'clock' },
  attention: { key: 'delivery.attention', tone: 'bad', icon: 'alert' },
  closed: { key: 'delivery.closed', tone: 'neutral', icon: 'closed' },
  none: { key: 'delivery.none', tone: 'neutral', icon: 'none' },
} as const satisfies Record<DeliveryState, OrderWord<string>>

/** The word for a sale's state at one destination. */
export const wordForDelivery = (state: DeliveryState): (typeof DELIVERY_WORDS)[DeliveryState] => DELIVERY_WORDS[state]

const STEP_WORDS = {
  queued: { key: 'step.queued', tone: 'warn', icon: 'clock' },
  claimed: { key: 'step.claimed', tone: 'info', icon: 'moving' },
  sent: { key: 'step.sent', tone: 'good', icon: 'arrived' },
  unknown: { key: 'step.unknown', tone: 'warn', icon: 'question' },
  attention: { key: 'step.attention', tone: 'bad', icon: 'alert' },
  closed: { key: 'step.closed', tone: 'neutral', icon: 'closed' },
} as const satisfies Record<StepState, OrderWord<string>>

const TASK_WORD = { key: 'step.task', tone: 'warn', icon: 'clock' } as const satisfies OrderWord<string>
const DONE_WORD = { key: 'step.taskDone', tone: 'good', icon: 'arrived' } as const satisfies OrderWord<string>
const BLOCKED_WORD = { key: 'step.blocked', tone: 'neutral', icon: 'clock' } as const satisfies OrderWord<string>

/** True for what only a person can do at the service, and ticks off. */
export const isTask = (step: Pick<Step, 'kind'>): boolean => step.kind === 'forstok.return'

/** The word for a step's state; a step that waits for an earlier step says so, and so does a task for a person. */
export const wordForStep = (
  step: Pick<Step, 'state' | 'dueAtMs' | 'kind'>,
): (typeof STEP_WORDS)[StepState] | typeof BLOCKED_WORD | typeof TASK_WORD | typeof DONE_WORD => {
  if (isTask(step) && step.state === 'attention') return TASK_WORD
  if (isTask(step) && step.state === 'closed') return DONE_WORD
  return step.state === 'queued' && step.dueAtMs === NEVER_MS ? BLOCKED_WORD : STEP_WORDS[step.state]
}

const STEP_NAMES = {
  'forstok.order': 'stepName.forstokOrder',
  'forstok.ready-to-ship': 'stepName.forstokReadyToShip',
  'forstok.delivered': 'stepName.forstokDelivered',
  'forstok.return': 'stepName.forstokReturn',
  'forstok.stock': 'stepName.forstokStock',
  'accurate.invoice': 'stepName.accurateInvoice',
  'accurate.return': 'stepName.accurateReturn',
  'accurate.offset': 'stepName.accurateOffset',
  'accurate.receipt': 'stepName.accurateReceipt',
  'accurate.refund': 'stepName.accurateRefund',
  'accurate.adjustment': 'stepName.accurateAdjustment',
} as const satisfies Record<StepKind, string>

/** The key of a step's name. */
export const nameKeyOfStep = (kind: StepKind): (typeof STEP_NAMES)[StepKind] => STEP_NAMES[kind]

const ATTEMPT_WORDS = {
  sent: { key: 'attempt.sent', tone: 'good', icon: 'arrived' },
  retry: { key: 'attempt.retry', tone: 'warn', icon: 'clock' },
  unknown: { key: 'attempt.unknown', tone: 'warn', icon: 'question' },
  absent: { key: 'attempt.absent', tone: 'warn', icon: 'clock' },
  attention: { key: 'attempt.attention', tone: 'bad', icon: 'alert' },
  'lease-expired': { key: 'attempt.leaseExpired', tone: 'warn', icon: 'question' },
  requeued: { key: 'attempt.requeued', tone: 'warn', icon: 'clock' },
  closed: { key: 'attempt.closed', tone: 'neutral', icon: 'closed' },
  recovered: { key: 'attempt.recovered', tone: 'neutral', icon: 'none' },
} as const satisfies Record<Attempt['outcome'], OrderWord<string>>

/** The word for how one attempt ended. */
export const wordForAttempt = (outcome: Attempt['outcome']): (typeof ATTEMPT_WORDS)[Attempt['outcome']] =>
  ATTEMPT_WORDS[outcome]

const PRINT_WORDS = {
  waiting: { key: 'printState.waiting', tone: 'warn', icon: 'clock' },
  sending: { key: 'printState.sending', tone: 'info', icon: 'moving' },
  sent: { key: 'printState.sent', tone: 'good', icon: 'arrived' },
  confirmed: { key: 'printState.confirmed', tone: 'good', icon: 'arrived' },
  unknown: { key: 'printState.unknown', tone: 'warn', icon: 'question' },
  failed: { key: 'printState.failed', tone: 'bad', icon: 'alert' },
} as const satisfies Record<PrintJobState, OrderWord<string>>

/** The word for a print job's state. */
export const wordForPrintJob = (state: PrintJobState): (typeof PRINT_WORDS)[PrintJobState] => PRINT_WORDS[state]

/** True when "try again" means something: a person must look, or closed it earlier. */
export const canRequeue = (step: Pick<Step, 'state' | 'kind'>): boolean =>
  step.state === 'closed' || (step.state === 'attention' && !isTask(step))

/** True while the step is owed, nobody is carrying it out, and it was tried: what was never tried needs no closing. */
export const canClose = (step: Pick<Step, 'state' | 'attempts' | 'kind'>): boolean =>
  (step.state === 'attention' && !isTask(step)) ||
  step.state === 'unknown' ||
  (step.state === 'queued' && step.attempts.length > 0)

const isDone = (state: DeliveryState): boolean => state === 'sent' || state === 'closed' || state === 'none'

/** True when a sale's way to the services should be read before its goods: something is not done yet. */
export const isSendingFirst = (row: Pick<SaleRow, 'forstok' | 'accurate'>): boolean =>
  [row.forstok, row.accurate].some((state) => !isDone(state))
