import { failure, type Result, success } from '../../../shared/domain/result.ts'
import type { ForstokRefusal } from './forstok-create-order.ts'
import type { ForstokEvent, ForstokStatus } from './forstok-events.ts'
import type { ForstokState } from './forstok-state.ts'

/**
 * From which statuses each one is reached. Assumed, since no source shows the seller API's refusals: ready to ship needs
 * no shipment first (the help page makes both at once), delivered needs ready to ship, and an order can be cancelled
 * until its goods have left. A move that was already made is refused too; whoever lost the answer must look the order up.
 */
const REACHED_FROM: Readonly<Record<ForstokStatus, readonly ForstokStatus[]>> = {
  Open: [],
  'Not Shipped': ['Open'],
  'Ready to ship': ['Open', 'Not Shipped'],
  Delivered: ['Ready to ship'],
  Cancelled: ['Open', 'Not Shipped'],
}

/** What moving an order to a status does, or the words with which it is refused. */
export const decideMoveOrder = (
  state: ForstokState,
  orderId: string,
  status: ForstokStatus,
  atMs: number,
): Result<ForstokEvent, ForstokRefusal> => {
  const held = state.orders.get(Number(orderId))
  if (orderId === '' || held === undefined) return failure([`Order ${orderId} not found`])
  if (held.status === status) return failure([`Order ${orderId} is already ${status}`])
  if (!REACHED_FROM[status].includes(held.status)) {
    return failure([`Order ${orderId} is ${held.status} and can not become ${status}`])
  }
  return success({ type: 'order-moved', atMs, orderId: held.order.id, status })
}
