import { reportFailedAnswer } from '../report-failed-answer.ts'
import * as report from '../step-report.ts'
import type { StepReport } from '../step-report.ts'
import type { ForstokAnswer } from './forstok-client.ts'
import { FORSTOK_REFUSALS } from './forstok-refusals.ts'

/** An answer of Forstok that brought nothing. */
export type NotOk = Exclude<ForstokAnswer<never>, { type: 'ok' }>

/** A call that did not work, where nothing special is known about it. */
export const reportFailure = (answer: NotOk): StepReport => reportFailedAnswer(answer, FORSTOK_REFUSALS)

/** A failed read on the way to a step: nothing was attempted for the step itself. */
export const reportFailedRead = (answer: NotOk): StepReport =>
  answer.type === 'refused'
    ? report.retryLater(`The look-up was refused: ${answer.message}`, null)
    : reportFailure(answer)

/** A write that was done, or may have been: a look-up soon after it may still miss it. */
export const mayHaveArrived = (answer: ForstokAnswer<unknown>): boolean =>
  answer.type === 'ok' || (answer.type === 'failed' && answer.failure.type === 'unknown')
