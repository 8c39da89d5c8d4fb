import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { ClaimedStep } from '../../../shared/domain/step.ts'
import type { AbsenceTrust } from '../absence-trust.ts'
import * as report from '../step-report.ts'
import type { ConnectReport, Gateway, StepReport } from '../step-report.ts'
import { findNumbersOf } from './find-numbers.ts'
import type { ForstokGateway } from './forstok-gateway.ts'
import { createOrderSteps, type ClaimedSaleStep } from './order-steps.ts'
import { createSharedLock } from './shared-lock.ts'
import { createStockSteps } from './stock-steps.ts'
import type { VariantReader } from './variant-reader.ts'

const saleOf = ({ step, subject, previous }: ClaimedStep): ClaimedSaleStep => {
  if (subject.type !== 'sale') throw new Error(`${step.id} came without its sale`)
  return { step, sale: subject.sale, previous }
}

/** Forstok as a destination: carries out the steps `forstok.*`, but for returns, which a person enters there. */
export const createForstokDestination = (options: {
  readonly gateway: ForstokGateway
  readonly variants: VariantReader
  readonly trust: AbsenceTrust
  readonly now: () => number
  readonly close: () => void
}): Gateway => {
  const { gateway, trust, now } = options
  const orders = createOrderSteps({ gateway, trust, now })
  const stock = createStockSteps({ gateway, variants: options.variants, trust, now })
  /** On hand is read, changed and written back: none of our own orders may cut it in between. */
  const onHand = createSharedLock()

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

  const move = async (
    claimed: ClaimedStep,
    goal: 'ready-to-ship' | 'delivered',
    mayWrite: () => boolean,
  ): Promise<StepReport> =>
    claimed.mode === 'resolve'
      ? orders.resolveMove(saleOf(claimed), goal)
      : onHand.shared(async () => orders.sendMove(saleOf(claimed), goal, mayWrite))

  const carryOut = async (claimed: ClaimedStep, mayWrite: () => boolean): Promise<StepReport> => {
    const { step, subject } = claimed
    switch (step.kind) {
      case 'forstok.order':
        return claimed.mode === 'resolve'
          ? orders.resolveOrder(saleOf(claimed))
          : orders.sendOrder(saleOf(claimed), mayWrite)
      case 'forstok.ready-to-ship':
        return move(claimed, 'ready-to-ship', mayWrite)
      case 'forstok.delivered':
        return move(claimed, 'delivered', mayWrite)
      case 'forstok.stock':
        if (subject.type !== 'stock') throw new Error(`${step.id} came without its stock document`)
        return onHand.exclusive(async () =>
          stock.carryOut({ step, document: subject.document, mode: claimed.mode }, mayWrite),
        )
      case 'forstok.return':
        // It is born as a task for a person, and never claimed.
        throw new Error(`A task for a person was handed out: ${step.id}`)
      case 'accurate.invoice':
      case 'accurate.return':
      case 'accurate.offset':
      case 'accurate.receipt':
      case 'accurate.refund':
      case 'accurate.adjustment':
        throw new Error(`Forstok was given a step of Accurate: ${step.id}`)
      default:
        return assertNever(step.kind, 'kind of step')
    }
  }

  return {
    connect,
    close: options.close,
    findNumbersOf: async (code) => findNumbersOf(gateway, code, now()),
    carryOut: async (claimed, mayWrite) => {
      const done = await carryOut(claimed, mayWrite)
      if (done.outcome.type === 'sent' || done.outcome.type === 'absent') trust.forget(claimed.step.id)
      return done
    },
  }
}
