import { assertNever } from '../../shared/domain/assert-never.ts'
import { attentionFor, type Refusal } from './attention-texts.ts'
import type { ExchangeFailure } from './http/classify-exchange.ts'
import * as report from './step-report.ts'
import type { StepReport } from './step-report.ts'

/** An answer of either service that brought nothing. */
export type FailedAnswer =
  | { readonly type: 'failed'; readonly failure: ExchangeFailure }
  /** The call was not let in: nothing was done there. */
  | { readonly type: 'unauthorised'; readonly message: string }
  /** Nothing was sent. */
  | { readonly type: 'withheld' }
  /** Understood and turned down. */
  | { readonly type: 'refused'; readonly message: string; readonly status: number }

/** A call that did not work, where nothing special is known about it. `refusals` is the service's own table of words. */
export const reportFailedAnswer = (answer: FailedAnswer, refusals: readonly Refusal[]): StepReport => {
  switch (answer.type) {
    case 'failed':
      return report.failedExchange(answer.failure)
    case 'unauthorised':
      return report.released({ type: 'refused', reason: answer.message })
    case 'withheld':
      return report.released(null)
    case 'refused':
      return report.needsAttention(attentionFor(answer.message, answer.status, refusals), null)
    default:
      return assertNever(answer, 'answer of a service')
  }
}
