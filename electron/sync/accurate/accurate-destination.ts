import { z } from 'zod'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { ClaimedStep } from '../../../shared/domain/step.ts'
import type { AbsenceTrust } from '../absence-trust.ts'
import { countAgain, takenUnseen } from '../attention-texts.ts'
import { createDirectoryCache } from '../directory-cache.ts'
import { untrusted } from '../http/classify-exchange.ts'
import { reportFailedAnswer } from '../report-failed-answer.ts'
import * as report from '../step-report.ts'
import type { ConnectReport, Gateway, StepReport } from '../step-report.ts'
import type { AccurateAnswer, AccurateClient } from './accurate-client.ts'
import { readAccurateDirectory } from './accurate-directory.ts'
import { ACCURATE_REFUSALS } from './accurate-refusals.ts'
import { isDuplicateNumber } from './accurate-words.ts'
import { movedSinceCount } from './count-guard.ts'
import { planFor, type DocumentPlan, type HeldDocument } from './document-plan.ts'
import { ACCURATE_ENDPOINTS } from './endpoints.ts'
import { findRegisterNumbers } from './find-register-numbers.ts'
import type { AccurateDirectory, Body } from './invoice-mapping.ts'
import { compareDocument, NAME_REFUSALS, recordOf, refusedWith, sentUncompared } from './judge-document.ts'
import { readDocument } from './read-document.ts'

type NotOk = Exclude<AccurateAnswer<never>, { type: 'ok' }>

const reportFailure = (answer: NotOk): StepReport => reportFailedAnswer(answer, ACCURATE_REFUSALS)

/** The number has been refused as taken this often without a document to be seen: then a person must look. */
const MOST_UNSEEN_DUPLICATES = 3

/** Accurate as a destination: carries out the steps `accurate.*`. */
export const createAccurateDestination = (options: {
  readonly client: AccurateClient
  readonly trust: AbsenceTrust
  readonly now: () => number
}): Gateway => {
  const { client, trust, now } = options
  const directory = createDirectoryCache(
    () => readAccurateDirectory(client),
    (answer) => answer.type === 'ok',
  )
  let hasConnected = false

  const connect = async (): Promise<ConnectReport> => {
    // The names are three calls; once known, a link that comes back is found by the cheapest one.
    const answer = hasConnected
      ? await client.call({
          endpoint: ACCURATE_ENDPOINTS.listBranches,
          query: { fields: 'id', 'sp.pageSize': '1' },
          purpose: 'read',
          connection: 'shared',
          part: 'd',
          schema: z.array(z.unknown()),
        })
      : await directory.read()
    switch (answer.type) {
      case 'ok':
        hasConnected = true
        return { news: report.ANSWERED }
      case 'failed':
        return { news: answer.failure.news }
      case 'refused':
      case 'unauthorised':
        // Whatever was wrong may have been put right under another name.
        hasConnected = false
        directory.forget()
        return { news: { type: 'refused', reason: answer.message } }
      case 'withheld':
        throw new Error('A call without a condition was withheld')
      default:
        return assertNever(answer, 'answer of Accurate')
    }
  }

  const resolve = async (claimed: ClaimedStep, plan: DocumentPlan): Promise<StepReport> => {
    const names = await directory.read()
    if (names.type !== 'ok') return names.type === 'failed' ? report.released(names.failure.news) : reportFailure(names)
    const start = trust.beginLookUp()
    const found = await readDocument(client, plan)
    if (found.type === 'refused') return report.retryLater(`The look-up was refused: ${found.message}`, null)
    if (found.type !== 'ok') return reportFailure(found)
    if (found.value === null) {
      const waitMs = trust.judge(claimed.step.id, start, claimed.step.lastSendAtMs)
      return waitMs === null ? report.absent(found.message) : report.retryLater(found.message, now() + waitMs)
    }
    const compared = compareDocument(found.value, plan, names.value, 'Found by its number')
    return compared ?? sentUncompared(found.value)
  }

  /**
   * After a save that Accurate confirmed. Its `r` is the saved record and carries the total, so that no further call is spent of the six a
   * second; only an `r` without it is followed by one reading of the document.
   */
  const verify = async (plan: DocumentPlan, saved: HeldDocument, message: string): Promise<StepReport> => {
    const compared = compareDocument(saved, plan, null, message)
    if (compared !== null) return compared
    if (plan.total === null) return report.sent(recordOf(saved), message, 200)
    const read = await readDocument(client, plan)
    if (read.type !== 'ok')
      return report.savedButUnread('the look-up failed', read.type === 'failed' ? read.failure.news : report.ANSWERED)
    if (read.value === null) return report.savedButUnread('Accurate does not show it yet', report.ANSWERED)
    return compareDocument(read.value, plan, null, message) ?? sentUncompared(read.value)
  }

  /** The number is taken: by our own earlier call, or by somebody's hand. The document itself says which. */
  const settleDuplicate = async (
    refusal: Extract<NotOk, { type: 'refused' }>,
    plan: DocumentPlan,
    names: AccurateDirectory,
    claimed: ClaimedStep,
  ): Promise<StepReport> => {
    const read = await readDocument(client, plan)
    if (read.type === 'ok' && read.value !== null) {
      const compared = compareDocument(read.value, plan, names, `Already there: ${refusal.message}`)
      if (compared !== null) return compared
      // Taken before we ever sent it, and nothing to compare: it may well be somebody else's, which a person must see.
      const isOurs = plan.marker !== null && read.value.marker === plan.marker
      return isOurs || claimed.step.attempts.some((attempt) => attempt.mode === 'send')
        ? sentUncompared(read.value)
        : report.needsAttention(refusedWith(plan, refusal.message, refusal.status), recordOf(read.value))
    }
    const refusals = claimed.step.attempts.filter((attempt) => isDuplicateNumber(attempt.message))
    if (read.type === 'ok' && refusals.length + 1 >= MOST_UNSEEN_DUPLICATES)
      return report.needsAttention(takenUnseen('Accurate', plan.number, refusal.message), null)
    const news = read.type === 'failed' ? read.failure.news : report.ANSWERED
    return { outcome: { type: 'unknown', message: refusal.message, httpStatus: refusal.status }, news }
  }

  const settleRefusal = async (
    refusal: Extract<NotOk, { type: 'refused' }>,
    plan: DocumentPlan,
    names: AccurateDirectory,
    claimed: ClaimedStep,
  ): Promise<StepReport> => {
    if (isDuplicateNumber(refusal.message)) return settleDuplicate(refusal, plan, names, claimed)
    const attention = refusedWith(plan, refusal.message, refusal.status)
    if (NAME_REFUSALS.has(attention.code)) {
      directory.forget()
      const fresh = await directory.read()
      // A name that changed in Accurate since it was read is not the sale's fault: it goes again with the new one.
      if (fresh.type === 'ok' && JSON.stringify(plan.body(fresh.value)) !== JSON.stringify(plan.body(names)))
        return report.retryLater(`${refusal.message}; the set-up was read again`, null)
    }
    return report.needsAttention(attention, null)
  }

  /** The body in the terms of the company as it stands now: what it lacked may have been set up meanwhile. */
  const bodyNow = async (
    plan: DocumentPlan,
    known: AccurateDirectory,
  ): Promise<{ readonly body: Body<object | null>; readonly names: AccurateDirectory }> => {
    const body = plan.body(known)
    if (body.ok) return { body, names: known }
    directory.forget()
    const fresh = await directory.read()
    return fresh.type === 'ok' ? { body: plan.body(fresh.value), names: fresh.value } : { body, names: known }
  }

  /** A count whose stock moved meanwhile is not sent, unless it is there already. */
  const objectionTo = async (
    claimed: ClaimedStep,
    plan: DocumentPlan,
    names: AccurateDirectory,
  ): Promise<StepReport | null> => {
    if (claimed.subject.type !== 'stock') return null
    const moved = await movedSinceCount(client, claimed.subject.document, names)
    if (moved.type === 'failed') return report.released(moved.failure.news)
    if (moved.type !== 'ok') return reportFailure(moved)
    if (moved.value.length === 0) return null
    const read = await readDocument(client, plan)
    if (read.type === 'ok' && read.value !== null && read.value.marker === plan.marker)
      return sentUncompared(read.value)
    return report.needsAttention(countAgain('Accurate', moved.value), null)
  }

  const send = async (claimed: ClaimedStep, plan: DocumentPlan, mayWrite: () => boolean): Promise<StepReport> => {
    const known = await directory.read()
    if (known.type !== 'ok') return known.type === 'failed' ? report.released(known.failure.news) : reportFailure(known)
    const { body, names } = await bodyNow(plan, known.value)
    if (!body.ok) return report.needsAttention(body.error, null)
    if (body.value === null) return report.nothingToSend()
    const objection = await objectionTo(claimed, plan, names)
    if (objection !== null) return objection
    const answer = await client.call({
      endpoint: plan.save,
      body: body.value,
      purpose: 'write',
      connection: 'own',
      part: 'r',
      schema: plan.schema,
      mayStart: mayWrite,
    })
    if (answer.type === 'ok' || (answer.type === 'failed' && answer.failure.type === 'unknown'))
      trust.noteSend(claimed.step.id)
    if (answer.type === 'refused') return settleRefusal(answer, plan, names, claimed)
    if (answer.type !== 'ok') return reportFailure(answer)
    if (answer.value.number !== plan.number)
      return report.failedExchange(untrusted('write', 'The answer carries another number', 200))
    return verify(plan, answer.value, answer.message)
  }

  return {
    connect,
    findNumbersOf: async (code) => findRegisterNumbers(client, code, now()),
    close: client.close,
    carryOut: async (claimed, mayWrite) => {
      const plan = planFor(claimed)
      const done = claimed.mode === 'resolve' ? await resolve(claimed, plan) : await send(claimed, plan, mayWrite)
      if (done.outcome.type === 'sent' || done.outcome.type === 'absent') trust.forget(claimed.step.id)
      return done
    },
  }
}
