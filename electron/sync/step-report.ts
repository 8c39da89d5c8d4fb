import type { Attention, ClaimedStep, RemoteRecord, StepOutcome } from '../../shared/domain/step.ts'
import type { ExchangeFailure, LinkNews } from './http/classify-exchange.ts'

/** What a gateway tells the loop of one claim: the outcome for the outbox, and what it learnt of the line. */
export type StepReport = { readonly outcome: StepOutcome; readonly news: LinkNews | null }

/** What became of an attempt to reach a service and find all that the steps need there. */
export type ConnectReport = { readonly news: LinkNews }

/** The recent numbers at a service that begin with a register's code; `unknown` when it could not be asked. */
export type NumbersOfRegister =
  | { readonly type: 'found'; readonly numbers: readonly string[] }
  | { readonly type: 'unknown' }

/** One destination, as its loop sees it. */
export type Gateway = {
  /** A cheap look whether the service answers and lets us in; also reads the set-up names when they are not known yet. */
  readonly connect: () => Promise<ConnectReport>
  /** Carries out one claim. `mayWrite` is asked right before each write: false when the lease is too short or the loop pauses. */
  readonly carryOut: (claimed: ClaimedStep, mayWrite: () => boolean) => Promise<StepReport>
  /** Looks for numbers that a register of this code made in the last 30 days. An empty list means that there are none. */
  readonly findNumbersOf: (code: string) => Promise<NumbersOfRegister>
  readonly close: () => void
}

export const ANSWERED: LinkNews = { type: 'answered' }

/** Not attempted. */
export const released = (news: LinkNews | null): StepReport => ({ outcome: { type: 'released' }, news })

/** The service holds it. */
export const sent = (remote: RemoteRecord, message: string, httpStatus: number | null): StepReport => ({
  outcome: { type: 'sent', remote, message, httpStatus },
  news: ANSWERED,
})

/** There is nothing to do at the service: the step is done without a call. */
export const nothingToSend = (): StepReport => ({
  outcome: {
    type: 'sent',
    remote: { id: '', number: null, total: null },
    message: 'Nothing to send',
    httpStatus: null,
  },
  news: null,
})

/** A look-up found nothing, and may be believed. */
export const absent = (message: string): StepReport => ({ outcome: { type: 'absent', message }, news: ANSWERED })

/** To be tried again; a time only where the service, or a rule, said so. */
export const retryLater = (message: string, notBeforeMs: number | null): StepReport => ({
  outcome: { type: 'retry', message, httpStatus: null, notBeforeMs },
  news: ANSWERED,
})

/** A person must look. */
export const needsAttention = (attention: Attention, remote: RemoteRecord | null): StepReport => ({
  outcome: { type: 'attention', attention, remote },
  news: ANSWERED,
})

/** A failed exchange as an outcome. */
export const failedExchange = (failure: ExchangeFailure): StepReport => ({
  outcome:
    failure.type === 'unknown'
      ? { type: 'unknown', message: failure.message, httpStatus: failure.httpStatus }
      : {
          type: 'retry',
          message: failure.message,
          httpStatus: failure.httpStatus,
          notBeforeMs: failure.notBeforeMs,
        },
  news: failure.news,
})

/** Saved there, but what was saved could not be read back: the look-up will compare it. */
export const savedButUnread = (message: string, news: LinkNews | null): StepReport => ({
  outcome: { type: 'unknown', message: `Saved; reading it back failed: ${message}`, httpStatus: null },
  news,
})
