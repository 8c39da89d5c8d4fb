import type { Destination } from '../../shared/domain/sales-route.ts'
import type { Step, StepState } from '../../shared/domain/step.ts'
import type { DeliveryState } from '../app/till.ts'

/** States of steps that a sale still owes. */
export const OPEN_STATES: readonly StepState[] = ['queued', 'claimed', 'unknown', 'attention']

/** A sale's state at one destination in one word; the most urgent of its steps decides. */
export const deliveryState = (
  steps: readonly Pick<Step, 'kind' | 'destination' | 'state' | 'claimedFrom'>[],
  destination: Destination,
): DeliveryState => {
  const own = steps.filter((step) => step.destination === destination)
  if (own.length === 0) return 'none'
  const has = (isMet: (step: (typeof own)[number]) => boolean): boolean => own.some(isMet)
  if (has((step) => step.state === 'attention' && step.kind !== 'forstok.return')) return 'attention'
  if (has((step) => step.state === 'unknown' || step.claimedFrom === 'unknown')) return 'unknown'
  if (has((step) => step.state === 'queued' || step.state === 'claimed')) return 'waiting'
  if (has((step) => step.state === 'attention')) return 'task'
  return has((step) => step.state === 'closed') ? 'closed' : 'sent'
}
