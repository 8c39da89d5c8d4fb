import type { ForstokOrder } from '../../../shared/api/forstok.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { ClaimedStep } from '../../../shared/domain/step.ts'
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
import type { ConnectReport, Gateway, StepReport } from '../step-report.ts'
import type { ForstokAnswer } from './forstok-client.ts'
import type { ForstokGateway } from './forstok-gateway.ts'
import { FORSTOK_REFUSALS } from './forstok-refusals.ts'
import { orderCustomerName, orderRecord, orderTotal, type ForstokDirectory } from './order-mapping.ts'
import { hasReached, orderProgress } from './order-status.ts'

type NotOk = Exclude<ForstokAnswer<never>, { type: 'ok' }>

/** A call that did not work, where nothing special is known about it. */
const reportFailure = (answer: NotOk): StepReport => {
  switch (answer.type) {
    case 'failed':
      return report.failedExchange(answer.failure)
    case 'unauthorised':
      return report.released({ type: 'refused', reason: answer.message })
    case 'withheld':
      return report.released(null)
    case 'refused':
      return report.needsAttention(attentionFor(answer.message, answer.status, FORSTOK_REFUSALS), null)
    default:
      return assertNever(answer, 'answer of Forstok')
  }
}

/** A write that was done, or may have been: a look-up soon after it may still miss it. */
const mayHaveArrived = (answer: ForstokAnswer<unknown>): boolean =>
  answer.type === 'ok' || (answer.type === 'failed' && answer.failure.type === 'unknown')

/** A failed read on the way to a step: nothing was attempted for the step itself. */
const reportFailedRead = (answer: NotOk): StepReport =>
  answer.type === 'refused'
    ? report.retryLater(`The look-up was refused: ${answer.message}`, null)
    : reportFailure(answer)

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
  if (total !== sale.total) return report.needsAttention(totalDiffers('Forstok', sale.total, total), record)
  return report.sent(record, message, null)
}

/** The order stands under a reference that this register alone makes: without rows to compare, that has to do. */
const sentUncompared = (order: ForstokOrder): StepReport =>
  report.sent(orderRecord(order), 'Forstok holds it and lists no rows to compare', null)

/** Forstok as a destination: carries out the steps `forstok.*`. */
export const createForstokDestination = (options: {
  readonly gateway: ForstokGateway
  readonly trust: AbsenceTrust
  readonly now: () => number
  readonly close: () => void
}): Gateway => {
  const { gateway, trust, now } = options

  const connect = async (): Promise<ConnectReport> => {
    const login = await gateway.login()
    const answer = login.type === 'ok' ? await gateway.readDirectory() : login
    switch (answer.type) {
      case 'ok':
        return { news: report.ANSWERED }
      case 'failed':
        return { news: answer.failure.news }
      case 'refused':
      case 'unauthorised':
        return { news: { type: 'refused', reason: answer.message } }
      case 'withheld':
        throw new Error('A call without a condition was withheld')
      default:
        return assertNever(answer, 'answer of Forstok')
    }
  }

  /** The one order of the sale, or the report that ends the step. */
  const findOrder = async (claimed: ClaimedStep): Promise<ForstokOrder | null | StepReport> => {
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

  const notFound = (claimed: ClaimedStep, start: ReturnType<AbsenceTrust['beginLookUp']>, what: string): StepReport => {
    const waitMs = trust.judge(claimed.step.id, start, claimed.step.lastSendAtMs)
    return waitMs === null
      ? report.absent(what)
      : report.retryLater(`${what}; looking again, since the service may still be at work`, now() + waitMs)
  }

  const resolveOrder = async (claimed: ClaimedStep): Promise<StepReport> => {
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

  const sendOrder = async (claimed: ClaimedStep, mayWrite: () => boolean): Promise<StepReport> => {
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

  const resolveMove = async (claimed: ClaimedStep, goal: 'ready-to-ship' | 'delivered'): Promise<StepReport> => {
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
    claimed: ClaimedStep,
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

  const carryOut = async (claimed: ClaimedStep, mayWrite: () => boolean): Promise<StepReport> => {
    const isLookUp = claimed.mode === 'resolve'
    switch (claimed.step.kind) {
      case 'forstok.order':
        return isLookUp ? await resolveOrder(claimed) : await sendOrder(claimed, mayWrite)
      case 'forstok.ready-to-ship':
        return isLookUp
          ? await resolveMove(claimed, 'ready-to-ship')
          : await sendMove(claimed, 'ready-to-ship', mayWrite)
      case 'forstok.delivered':
        return isLookUp ? await resolveMove(claimed, 'delivered') : await sendMove(claimed, 'delivered', mayWrite)
      case 'accurate.invoice':
      case 'accurate.receipt':
        throw new Error(`Forstok was given a step of Accurate: ${claimed.step.id}`)
      default:
        return assertNever(claimed.step.kind, 'kind of step')
    }
  }

  return {
    connect,
    close: options.close,
    carryOut: async (claimed, mayWrite) => {
      const done = await carryOut(claimed, mayWrite)
      if (done.outcome.type === 'sent' || done.outcome.type === 'absent') trust.forget(claimed.step.id)
      return done
    },
  }
}
