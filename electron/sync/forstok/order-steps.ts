import type { ForstokOrder } from '../../../shared/api/forstok.ts'
import { saleParts } from '../../../shared/domain/sale-sums.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { RemoteRecord, Step } from '../../../shared/domain/step.ts'
import type { AbsenceTrust } from '../absence-trust.ts'
import {
  attentionFor,
  customerDiffers,
  doubledOrder,
  orderCancelled,
  orderMissing,
  totalDiffers,
} from '../attention-texts.ts'
import * as report from '../step-report.ts'
import type { StepReport } from '../step-report.ts'
import { mayHaveArrived, reportFailedRead, reportFailure, type NotOk } from './forstok-answers.ts'
import type { ForstokGateway } from './forstok-gateway.ts'
import { FORSTOK_REFUSALS } from './forstok-refusals.ts'
import { orderCustomerName, orderRecord, orderTotal, type ForstokDirectory } from './order-mapping.ts'
import { hasReached, orderProgress } from './order-status.ts'

/** False only where Forstok shows a name and it is another one; names that it masks (`B***i`) or leaves out prove nothing. */
const isForOurCustomer = (order: ForstokOrder, sale: Sale): boolean => {
  const heldFor = (order.customer?.name ?? order.address?.name ?? '').trim()
  return heldFor === '' || heldFor.includes('*') || heldFor === orderCustomerName(sale).trim()
}

/** Compares an order that Forstok holds with the sale; null when the order lists no rows to compare. */
const compareOrder = (order: ForstokOrder, sale: Sale, message: string): StepReport | null => {
  const record = orderRecord(order)
  if (!isForOurCustomer(order, sale)) return report.needsAttention(customerDiffers('Forstok', sale.number), record)
  const total = orderTotal(order)
  if (total === null) return null
  const { sold } = saleParts(sale)
  if (total !== sold) return report.needsAttention(totalDiffers('Forstok', sold, total), record)
  return report.sent(record, message, null)
}

/** The order stands under a reference that this register alone makes: without rows to compare, that has to do. */
const sentUncompared = (order: ForstokOrder): StepReport =>
  report.sent(orderRecord(order), 'Forstok holds it and lists no rows to compare', null)

/** A claimed step of a sale. */
export type ClaimedSaleStep = {
  readonly step: Step
  readonly sale: Sale
  readonly previous: readonly RemoteRecord[]
}

export type OrderSteps = {
  readonly sendOrder: (claimed: ClaimedSaleStep, mayWrite: () => boolean) => Promise<StepReport>
  readonly resolveOrder: (claimed: ClaimedSaleStep) => Promise<StepReport>
  readonly sendMove: (
    claimed: ClaimedSaleStep,
    goal: 'ready-to-ship' | 'delivered',
    mayWrite: () => boolean,
  ) => Promise<StepReport>
  readonly resolveMove: (claimed: ClaimedSaleStep, goal: 'ready-to-ship' | 'delivered') => Promise<StepReport>
}

/** The steps of a sale at Forstok: its order, ready to ship, delivered. */
export const createOrderSteps = (options: {
  readonly gateway: ForstokGateway
  readonly trust: AbsenceTrust
  readonly now: () => number
}): OrderSteps => {
  const { gateway, trust, now } = options

  /** The one order of the sale, or the report that ends the step. */
  const findOrder = async (claimed: ClaimedSaleStep): Promise<ForstokOrder | null | StepReport> => {
    const found = await gateway.findOrdersByReference(claimed.sale.number)
    if (found.type !== 'ok') return reportFailedRead(found)
    // The remedy of a doubled order is to cancel the surplus one, which goes on standing in the list.
    const standing = found.value.filter((order) => orderProgress(order.status) !== 'cancelled')
    if (standing.length > 1) {
      const ids = standing.map((order) => order.id)
      const record = standing[0] === undefined ? null : orderRecord(standing[0])
      return report.needsAttention(doubledOrder(claimed.sale.number, ids), record)
    }
    return standing[0] ?? found.value[0] ?? null
  }

  const notFound = (
    claimed: ClaimedSaleStep,
    start: ReturnType<AbsenceTrust['beginLookUp']>,
    what: string,
  ): StepReport => {
    const waitMs = trust.judge(claimed.step.id, start, claimed.step.lastSendAtMs)
    return waitMs === null
      ? report.absent(what)
      : report.retryLater(`${what}; looking again, since the service may still be at work`, now() + waitMs)
  }

  const resolveOrder = async (claimed: ClaimedSaleStep): Promise<StepReport> => {
    const start = trust.beginLookUp()
    const order = await findOrder(claimed)
    if (order === null) return notFound(claimed, start, `Forstok has no order ${claimed.sale.number}`)
    if ('outcome' in order) return order
    // It had arrived and somebody took it back at Forstok: neither arrived nor absent, so never made again by itself.
    if (orderProgress(order.status) === 'cancelled')
      return report.needsAttention(orderCancelled(claimed.sale.number, order.status), orderRecord(order))
    const compared = compareOrder(order, claimed.sale, 'Found by its reference')
    return compared ?? sentUncompared(order)
  }

  const sendOrder = async (claimed: ClaimedSaleStep, mayWrite: () => boolean): Promise<StepReport> => {
    const { sale } = claimed
    const directory = await gateway.readDirectory()
    if (directory.type === 'failed') return report.released(directory.failure.news)
    if (directory.type === 'withheld') return report.released(null)
    if (directory.type !== 'ok') return report.released({ type: 'refused', reason: directory.message })
    const answer = await gateway.createOrder(sale, directory.value, mayWrite)
    if (mayHaveArrived(answer)) trust.noteSend(claimed.step.id)
    if (answer.type === 'refused') return refusedOrder(answer, directory.value)
    if (answer.type !== 'ok') return reportFailure(answer)
    const compared = compareOrder(answer.value, sale, 'Order created')
    if (compared !== null) return compared
    // The answer leaves the rows out: read them once, so that the total is compared in any case.
    const read = await findOrder(claimed)
    if (read !== null && 'outcome' in read)
      return read.outcome.type === 'attention' ? read : report.savedButUnread('the look-up failed', read.news)
    if (read === null) return report.savedButUnread('Forstok does not list it yet', report.ANSWERED)
    return compareOrder(read, sale, 'Order created') ?? sentUncompared(read)
  }

  /** A name that changed at Forstok since it was read is not the sale's fault: it goes again with the new one. */
  const refusedOrder = async (
    refusal: Extract<NotOk, { type: 'refused' }>,
    used: ForstokDirectory,
  ): Promise<StepReport> => {
    const attention = attentionFor(refusal.message, refusal.status, FORSTOK_REFUSALS)
    if (attention.code === 'unknown-warehouse' || attention.code === 'unknown-store') {
      gateway.forgetDirectory()
      const fresh = await gateway.readDirectory()
      if (fresh.type === 'ok' && JSON.stringify(fresh.value) !== JSON.stringify(used))
        return report.retryLater(`${refusal.message}; the set-up was read again`, null)
    }
    return report.needsAttention(attention, null)
  }

  const resolveMove = async (claimed: ClaimedSaleStep, goal: 'ready-to-ship' | 'delivered'): Promise<StepReport> => {
    const start = trust.beginLookUp()
    const order = await findOrder(claimed)
    if (order === null) return report.needsAttention(orderMissing(claimed.sale.number), null)
    if ('outcome' in order) return order
    const progress = orderProgress(order.status)
    if (hasReached(progress, goal)) return report.sent(orderRecord(order), `Order is ${order.status}`, null)
    if (progress === 'cancelled')
      return report.needsAttention(orderCancelled(claimed.sale.number, order.status), orderRecord(order))
    return notFound(claimed, start, `Order is ${order.status}`)
  }

  const sendMove = async (
    claimed: ClaimedSaleStep,
    goal: 'ready-to-ship' | 'delivered',
    mayWrite: () => boolean,
  ): Promise<StepReport> => {
    const record = claimed.previous[0]
    if (record === undefined) return report.needsAttention(orderMissing(claimed.sale.number), null)
    const answer = await (goal === 'delivered'
      ? gateway.markDelivered(record.id, mayWrite)
      : gateway.readyToShip(record.id, mayWrite))
    if (answer.type === 'ok') return report.sent(record, 'OK', answer.status)
    if (mayHaveArrived(answer)) trust.noteSend(claimed.step.id)
    if (answer.type !== 'refused') return reportFailure(answer)
    // Somebody may have moved the order on by hand already: then there is nothing left to do.
    const order = await findOrder(claimed)
    if (order !== null && !('outcome' in order)) {
      const progress = orderProgress(order.status)
      if (hasReached(progress, goal)) return report.sent(orderRecord(order), `Order is already ${order.status}`, null)
      if (progress === 'cancelled')
        return report.needsAttention(orderCancelled(claimed.sale.number, order.status), orderRecord(order))
    }
    return reportFailure(answer)
  }

  return { sendOrder, resolveOrder, sendMove, resolveMove }
}
