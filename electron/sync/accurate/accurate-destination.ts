import { z } from 'zod'
import {
  accurateInvoiceSchema,
  accurateInvoiceTotal,
  accurateReceiptSchema,
  accurateReceiptTotal,
} from '../../../shared/api/accurate.ts'
import { isRupiah, type Rupiah } from '../../../shared/domain/money.ts'
import type { ClaimedStep, RemoteRecord } from '../../../shared/domain/step.ts'
import type { AbsenceTrust } from '../absence-trust.ts'
import { attentionFor, customerDiffers, totalDiffers } from '../attention-texts.ts'
import { createDirectoryCache } from '../directory-cache.ts'
import { untrusted } from '../http/classify-exchange.ts'
import * as report from '../step-report.ts'
import type { ConnectReport, Gateway, StepReport } from '../step-report.ts'
import type { AccurateAnswer, AccurateClient } from './accurate-client.ts'
import { readAccurateDirectory } from './accurate-directory.ts'
import { ACCURATE_REFUSALS } from './accurate-refusals.ts'
import { isDuplicateNumber, isNotFound } from './accurate-words.ts'
import { ACCURATE_ENDPOINTS, type AccurateEndpoint } from './endpoints.ts'
import { invoiceBody, type AccurateDirectory } from './invoice-mapping.ts'
import { receiptAmount, receiptBody, receiptNumber } from './receipt-mapping.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'

/** A saved document, invoice or receipt, in the terms in which it is compared. */
type HeldDocument = {
  readonly id: string
  readonly number: string
  readonly total: number | null
  readonly customerNo: string | null
}

/** One of the two documents that a step stands for. */
type DocumentPlan = {
  readonly number: string
  readonly total: Rupiah
  readonly save: AccurateEndpoint
  readonly read: AccurateEndpoint
  readonly body: (directory: AccurateDirectory) => unknown
  readonly schema: z.ZodType<HeldDocument>
}

const heldInvoiceSchema = accurateInvoiceSchema.transform((invoice) => ({
  id: invoice.id,
  number: invoice.number,
  total: accurateInvoiceTotal(invoice),
  customerNo: invoice.customer?.customerNo ?? null,
}))
const heldReceiptSchema = accurateReceiptSchema.transform((receipt) => ({
  id: receipt.id,
  number: receipt.number,
  total: accurateReceiptTotal(receipt),
  customerNo: receipt.customer?.customerNo ?? null,
}))

const planFor = ({ step, sale }: ClaimedStep): DocumentPlan => {
  if (step.kind === 'accurate.invoice')
    return {
      number: sale.number,
      total: sale.total,
      save: ACCURATE_ENDPOINTS.saveInvoice,
      read: ACCURATE_ENDPOINTS.readInvoice,
      body: (directory) => invoiceBody(sale, directory),
      schema: heldInvoiceSchema,
    }
  const { tenderIndex } = step
  const tender = tenderIndex === null ? undefined : sale.tenders[tenderIndex]
  if (step.kind !== 'accurate.receipt' || tenderIndex === null || tender === undefined)
    throw new Error(`Accurate was given a step that it cannot carry out: ${step.id}`)
  return {
    number: receiptNumber(sale, tenderIndex),
    total: receiptAmount(tender),
    save: ACCURATE_ENDPOINTS.saveReceipt,
    read: ACCURATE_ENDPOINTS.readReceipt,
    body: (directory) => receiptBody(sale, tenderIndex, directory),
    schema: heldReceiptSchema,
  }
}

const recordOf = (held: HeldDocument): RemoteRecord => ({
  id: held.id,
  number: held.number,
  total: isRupiah(held.total) ? held.total : null,
})

type NotOk = Exclude<AccurateAnswer<never>, { type: 'ok' }>

const reportFailure = (answer: NotOk): StepReport => {
  switch (answer.type) {
    case 'failed':
      return report.failedExchange(answer.failure)
    case 'unauthorised':
      return report.released({ type: 'refused', reason: answer.message })
    case 'withheld':
      return report.released(null)
    case 'refused':
      return report.needsAttention(attentionFor(answer.message, answer.status, ACCURATE_REFUSALS), null)
    default:
      return assertNever(answer, 'answer of Accurate')
  }
}

const NAME_REFUSALS: ReadonlySet<string> = new Set(['unknown-warehouse', 'unknown-customer', 'unknown-account'])

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

  /** Reads a document by its number, on a connection of its own: the words for "none" do not carry the number. */
  const readDocument = async (plan: DocumentPlan): Promise<AccurateAnswer<HeldDocument | null>> => {
    const answer = await client.call({
      endpoint: plan.read,
      query: { number: plan.number },
      purpose: 'read',
      connection: 'own',
      part: 'd',
      schema: plan.schema,
    })
    if (answer.type === 'refused' && answer.status === 200 && isNotFound(answer.message))
      return { type: 'ok', value: null, message: answer.message, paging: undefined }
    if (answer.type === 'ok' && answer.value.number !== plan.number)
      return { type: 'failed', failure: untrusted('read', 'The answer carries another number', 200) }
    return answer
  }

  /** A found document against the sale; null when it is nobody else's and Accurate shows no total to compare. */
  const compare = (
    held: HeldDocument,
    plan: DocumentPlan,
    directoryNow: AccurateDirectory | null,
    message: string,
  ): StepReport | null => {
    if (directoryNow !== null && held.customerNo !== null && held.customerNo !== directoryNow.customerNo)
      return report.needsAttention(customerDiffers('Accurate', plan.number), recordOf(held))
    if (held.total === null) return null
    if (held.total !== plan.total)
      return report.needsAttention(totalDiffers('Accurate', plan.total, held.total), recordOf(held))
    return report.sent(recordOf(held), message, 200)
  }

  /** The document stands under a number that this register alone makes: without a total to compare, that has to do. */
  const sentUncompared = (held: HeldDocument): StepReport =>
    report.sent(recordOf(held), 'Accurate holds it and shows no total to compare', 200)

  const resolve = async (claimed: ClaimedStep, plan: DocumentPlan): Promise<StepReport> => {
    const names = await directory.read()
    if (names.type !== 'ok') return names.type === 'failed' ? report.released(names.failure.news) : reportFailure(names)
    const start = trust.beginLookUp()
    const found = await readDocument(plan)
    if (found.type === 'refused') return report.retryLater(`The look-up was refused: ${found.message}`, null)
    if (found.type !== 'ok') return reportFailure(found)
    if (found.value === null) {
      const waitMs = trust.judge(claimed.step.id, start, claimed.step.lastSendAtMs)
      return waitMs === null ? report.absent(found.message) : report.retryLater(found.message, now() + waitMs)
    }
    const compared = compare(found.value, plan, names.value, 'Found by its number')
    return compared ?? sentUncompared(found.value)
  }

  /**
   * After a save that Accurate confirmed. Its `r` is the saved record and carries the total, so that no further call is spent of the six a
   * second; only an `r` without it is followed by one reading of the document.
   */
  const verify = async (plan: DocumentPlan, saved: HeldDocument, message: string): Promise<StepReport> => {
    const compared = compare(saved, plan, null, message)
    if (compared !== null) return compared
    const read = await readDocument(plan)
    if (read.type !== 'ok')
      return report.savedButUnread('the look-up failed', read.type === 'failed' ? read.failure.news : report.ANSWERED)
    if (read.value === null) return report.savedButUnread('Accurate does not show it yet', report.ANSWERED)
    return compare(read.value, plan, null, message) ?? sentUncompared(read.value)
  }

  /** The number is taken: by our own earlier call, or by somebody's hand. The document itself says which. */
  const settleDuplicate = async (
    refusal: Extract<NotOk, { type: 'refused' }>,
    plan: DocumentPlan,
    names: AccurateDirectory,
    claimed: ClaimedStep,
  ): Promise<StepReport> => {
    const read = await readDocument(plan)
    if (read.type === 'ok' && read.value !== null) {
      const compared = compare(read.value, plan, names, `Already there: ${refusal.message}`)
      if (compared !== null) return compared
      // Taken before we ever sent it, and nothing to compare: it may well be somebody else's, which a person must see.
      return claimed.step.attempts.some((attempt) => attempt.mode === 'send')
        ? sentUncompared(read.value)
        : report.needsAttention(attentionFor(refusal.message, refusal.status, ACCURATE_REFUSALS), recordOf(read.value))
    }
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
    const attention = attentionFor(refusal.message, refusal.status, ACCURATE_REFUSALS)
    if (NAME_REFUSALS.has(attention.code)) {
      directory.forget()
      const fresh = await directory.read()
      // A name that changed in Accurate since it was read is not the sale's fault: it goes again with the new one.
      if (fresh.type === 'ok' && JSON.stringify(plan.body(fresh.value)) !== JSON.stringify(plan.body(names)))
        return report.retryLater(`${refusal.message}; the set-up was read again`, null)
    }
    return report.needsAttention(attention, null)
  }

  const send = async (claimed: ClaimedStep, plan: DocumentPlan, mayWrite: () => boolean): Promise<StepReport> => {
    const names = await directory.read()
    if (names.type !== 'ok') return names.type === 'failed' ? report.released(names.failure.news) : reportFailure(names)
    const answer = await client.call({
      endpoint: plan.save,
      body: plan.body(names.value),
      purpose: 'write',
      connection: 'own',
      part: 'r',
      schema: plan.schema,
      mayStart: mayWrite,
    })
    if (answer.type === 'ok' || (answer.type === 'failed' && answer.failure.type === 'unknown'))
      trust.noteSend(claimed.step.id)
    if (answer.type === 'refused') return settleRefusal(answer, plan, names.value, claimed)
    if (answer.type !== 'ok') return reportFailure(answer)
    if (answer.value.number !== plan.number)
      return report.failedExchange(untrusted('write', 'The answer carries another number', 200))
    return verify(plan, answer.value, answer.message)
  }

  return {
    connect,
    close: client.close,
    carryOut: async (claimed, mayWrite) => {
      const plan = planFor(claimed)
      const done = claimed.mode === 'resolve' ? await resolve(claimed, plan) : await send(claimed, plan, mayWrite)
      if (done.outcome.type === 'sent' || done.outcome.type === 'absent') trust.forget(claimed.step.id)
      return done
    },
  }
}
