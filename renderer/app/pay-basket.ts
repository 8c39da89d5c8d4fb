import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { shiftOpenedBySale } from '../../shared/domain/shift-opened-by-sale.ts'
import type { Shift } from '../../shared/domain/shift.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from '../storage/database.ts'
import { storedSaleSchema } from '../storage/rows.ts'
import { type PayContext, readPayContext } from '../storage/pay-context.ts'
import type { RestingPrinters } from '../storage/resting-printers.ts'
import { writePaidSale, type WriteOutcome } from '../storage/write-sale.ts'
import type { ExpectedPayment } from './expected-payment.ts'
import { createJournalEntry, journalSilent } from './journal-entry.ts'
import { messageOf, type ReportProblem } from './report-problem.ts'
import { createJournalSale, type Payment, printsOf } from './journal-sale.ts'
import type { SaleHandover } from './sale-handover.ts'
import type { Till } from './till.ts'

type PayOptions = {
  readonly database: TillDatabase
  readonly bridge: Pick<
    Bridge,
    | 'appendSaleToJournal'
    | 'readJournaledSales'
    | 'markSaleCommitted'
    | 'discardJournaledSale'
    | 'kickSync'
    | 'kickPrinting'
    | 'handOverPrintJob'
  >
  readonly resting: RestingPrinters
  readonly expected: Pick<ExpectedPayment, 'take'>
  readonly now: () => number
  readonly mintId: () => string
  readonly report: ReportProblem
  /** Copies the shift that a sale opened into the journal; the counter does not wait for it. */
  readonly keepShift: (shift: Shift) => void
  /** Settles when a set-up that was lost has been taken from the journal; settled all along otherwise. */
  readonly settingsAreKnown: () => Promise<void>
  /** Settles when everything that was lost has been put back; settled all along otherwise. */
  readonly recoveryIsDone: () => Promise<unknown>
}

const measured = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
  const start = performance.now()
  try {
    return await work()
  } finally {
    performance.measure(name, { start, end: performance.now() })
  }
}

const onlyInJournal = (sale: Sale, detail: string): ActionableError => ({
  code: 'sale.only-in-journal',
  message: {
    id: `Penjualan ${sale.number} aman di jurnal, tetapi belum masuk basis data. JANGAN diulang; mulai ulang aplikasi untuk memulihkannya.`,
    en: `Sale ${sale.number} is safe in the journal but not yet in the database. Do NOT ring it up again; restart the app to bring it back.`,
  },
  detail,
})

/** The services wait so long after a sale: what sending it computes would hold up the buyer's receipt. */
const PAPER_FIRST_MS = 150

/** A sale that the journal holds, with its paper on the way. */
type Journaled = { readonly sale: Sale; readonly handover: SaleHandover }

/** How often a sale is priced anew because the shift or the returns changed between pricing and writing. */
const TRIES = 4

/**
 * Makes the Pay command (design, section 4): price, journal with fsync (the journal mints the number), then one strict
 * transaction. A printer that waits has the receipt meanwhile: the journal holds the sale, and that it was given away. The same
 * basket can only ever make one sale, however often and however fast it is paid. A sale belongs to the open shift, or opens one. When
 * the shift was closed or goods of the same sale came back meanwhile, it is priced again on what is true now, under the same number.
 */
export const createPay = (options: PayOptions): Till['pay'] => {
  const { database, bridge, resting, now, report, settingsAreKnown, recoveryIsDone } = options
  const inFlight = new Map<string, Promise<Result<Sale, ActionableError>>>()
  const entry = createJournalEntry(bridge, report)

  const journalSale = createJournalSale({ ...options, entry })

  const write = async (
    { sale, handover }: Journaled,
    { warehouseId, settings, openShift, history }: PayContext,
  ): Promise<WriteOutcome> => {
    const how = {
      ...printsOf(sale, settings),
      warehouseId,
      papers: handover.papersOf(sale, now()),
      opens: sale.shiftId === null || openShift !== null ? null : shiftOpenedBySale(sale, sale.shiftId),
      ...(history === null ? {} : { knownReturnIds: history.returns.map((each) => each.id) }),
    }
    return measured('konter:transaction', () =>
      writePaidSale(database, sale, how).catch((error: unknown) => {
        report('pay', error)
        return writePaidSale(database, sale, how)
      }),
    )
  }

  const finish = (sale: Sale, openedShift: Shift | null): void => {
    // The sale is durable and shown; none of these may hold up the counter or undo it.
    bridge.markSaleCommitted({ saleId: sale.id }).catch((error: unknown) => report('journal', error))
    setTimeout(() => {
      bridge.kickSync({ destination: null }).catch((error: unknown) => report('sync', error))
    }, PAPER_FIRST_MS)
    if (openedShift !== null) options.keepShift(openedShift)
  }

  const storedSale = (raw: unknown): Result<Sale, ActionableError> => {
    const parsed = storedSaleSchema.safeParse(raw)
    return parsed.success ? success(parsed.data.sale) : failure(journalSilent('stored sale unreadable'))
  }

  const payOnce = async (payment: Payment, triesLeft: number): Promise<Result<Sale, ActionableError>> => {
    const { basket } = payment
    // Without it a first sale after a loss would go out under another register's code, and on another route.
    await settingsAreKnown()
    // Until all is put back, what has come back of a sale before may be missing.
    if (basket.returns !== null) await recoveryIsDone()
    const paidAtMs = now()
    const context = await measured(
      'konter:context',
      async () =>
        (payment.handover === null ? await options.expected.take(basket, paidAtMs) : null) ??
        readPayContext(database, basket, paidAtMs),
    )
    if (context.stored !== undefined) return storedSale(context.stored)
    const endWriting = resting.beginWriting()
    try {
      const journaled = await measured('konter:journal', () => journalSale(payment, context, paidAtMs))
      return journaled.ok ? await finishWriting(payment, journaled.value, context, triesLeft) : journaled
    } finally {
      endWriting()
    }
  }

  const finishWriting = async (
    payment: Payment,
    journaled: Journaled,
    context: PayContext,
    triesLeft: number,
  ): Promise<Result<Sale, ActionableError>> => {
    const { sale, handover } = journaled
    let outcome: WriteOutcome
    try {
      outcome = await write(journaled, context)
    } catch (error) {
      report('pay', error)
      return failure(onlyInJournal(sale, messageOf(error)))
    }
    if (outcome.type === 'outdated' && triesLeft <= 1) return failure(onlyInJournal(sale, 'changed at every try'))
    entry.forget(sale.id)
    if (outcome.type === 'outdated') return payOnce(payment, triesLeft - 1)
    if (outcome.type === 'written') handover.finish(sale, outcome.jobs)
    finish(sale, outcome.type === 'written' ? outcome.openedShift : null)
    return outcome.type === 'was-there' ? storedSale(outcome.stored) : success(sale)
  }

  return (basket, tenders) => {
    const running = inFlight.get(basket.id)
    if (running !== undefined) return running
    const payment: Payment = { basket, tenders, handover: null }
    const paying = measured('konter:pay', () => payOnce(payment, TRIES)).finally(() => {
      inFlight.delete(basket.id)
      payment.handover?.giveUp()
    })
    inFlight.set(basket.id, paying)
    return paying
  }
}
