import type { Basket } from '../../shared/domain/basket.ts'
import { priceSale } from '../../shared/domain/price-sale.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import { unnumberedSaleSchema, type Sale, type UnnumberedSale } from '../../shared/domain/sale.ts'
import { shiftOpenedBySale } from '../../shared/domain/shift-opened-by-sale.ts'
import type { Shift } from '../../shared/domain/shift.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from '../storage/database.ts'
import { storedSaleSchema } from '../storage/rows.ts'
import { type PayContext, readPayContext } from '../storage/pay-context.ts'
import type { RestingPrinters } from '../storage/resting-printers.ts'
import { documentsOfSale, writePaidSale, type WriteOutcome } from '../storage/write-sale.ts'
import type { ExpectedPayment } from './expected-payment.ts'
import { createJournalEntry, journalSilent } from './journal-entry.ts'
import { messageOf, type ReportProblem } from './report-problem.ts'
import { beginHandover } from './sale-handover.ts'
import type { TenderEntry, Till } from './till.ts'

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
    | 'drawAhead'
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

const withoutNumber = (sale: UnnumberedSale): string => JSON.stringify(unnumberedSaleSchema.parse(sale))

/**
 * True while a sale of an earlier try is what this basket and these payments make: nobody has changed them, and what comes
 * back has not come back otherwise meanwhile. Else the drawer and the receipt would not agree with what was entered.
 */
const isStillSold = (
  held: Sale,
  basket: Basket,
  tenders: readonly TenderEntry[],
  { settings, history }: PayContext,
): boolean => {
  const { tax, cashRounding } = settings.selling
  const { paidAtMs, shiftId } = held
  const again = priceSale(basket, tenders, { ...settings, paidAtMs, tax, cashRounding, shiftId, history })
  return again.ok && withoutNumber(again.value) === withoutNumber(held)
}

/** The services wait so long after a sale: what sending it computes would hold up the buyer's receipt. */
const PAPER_FIRST_MS = 150

/** How often a sale is priced anew because the shift or the returns changed between pricing and writing. */
const TRIES = 4

/**
 * Makes the Pay command (design, section 4): price, journal with fsync (the journal mints the number), then one strict
 * transaction. The same basket can only ever make one sale, however often and however fast it is paid. A sale belongs to
 * the open shift, or opens one. When the shift was closed or goods of the same sale came back meanwhile, it is priced again
 * on what is true now, under the same number.
 */
export const createPay = (options: PayOptions): Till['pay'] => {
  const { database, bridge, now, mintId, report, settingsAreKnown, recoveryIsDone } = options
  const inFlight = new Map<string, Promise<Result<Sale, ActionableError>>>()
  const entry = createJournalEntry(bridge, report)

  /** The sale as it stands in the journal: of an earlier try while it holds, or priced and journaled now. */
  const journalSale = async (
    basket: Basket,
    tenders: readonly TenderEntry[],
    context: PayContext,
    paidAtMs: number,
    isFirstTry: boolean,
  ): Promise<Result<Sale, ActionableError>> => {
    const held = isFirstTry ? await entry.find(basket.id) : success(null)
    if (!held.ok) return held
    if (held.value !== null && isStillSold(held.value, basket, tenders, context)) return success(held.value)
    const { settings, history, openShift } = context
    const { tax, cashRounding } = settings.selling
    const shiftId = openShift?.id ?? mintId()
    const priced = priceSale(basket, tenders, { ...settings, paidAtMs, tax, cashRounding, shiftId, history })
    if (priced.ok) return measured('konter:journal', () => entry.append(priced.value, context.highest))
    // An earlier try was journaled, and is no sale: nobody is to be asked about it.
    if (!isFirstTry) await entry.discard(basket.id, priced.error.message.en)
    return priced
  }

  const write = async (
    sale: Sale,
    { warehouseId, settings, openShift, history }: PayContext,
  ): Promise<WriteOutcome> => {
    const prints = {
      printsReceipt: settings.printsReceipts,
      printsPickList:
        settings.printsPickLists === 'always' ||
        (settings.printsPickLists === 'deliveries' && sale.kind === 'delivery'),
    }
    const handover = beginHandover(options, sale, documentsOfSale(sale, prints), settings)
    const how = {
      ...prints,
      warehouseId,
      mintId,
      reserved: handover.reserved,
      opens: sale.shiftId === null || openShift !== null ? null : shiftOpenedBySale(sale, sale.shiftId),
      ...(history === null ? {} : { knownReturnIds: history.returns.map((each) => each.id) }),
    }
    try {
      const outcome = await measured('konter:transaction', () =>
        writePaidSale(database, sale, how).catch((error: unknown) => {
          report('pay', error)
          return writePaidSale(database, sale, how)
        }),
      )
      if (outcome.type === 'written') handover.finish(outcome)
      else handover.giveUp()
      return outcome
    } catch (error) {
      handover.giveUp()
      throw error
    }
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

  const payOnce = async (
    basket: Basket,
    tenders: readonly TenderEntry[],
    triesLeft: number,
  ): Promise<Result<Sale, ActionableError>> => {
    // Without it a first sale after a loss would go out under another register's code, and on another route.
    await settingsAreKnown()
    // Until all is put back, what has come back of a sale before may be missing.
    if (basket.returns !== null) await recoveryIsDone()
    const paidAtMs = now()
    const context = await measured(
      'konter:context',
      async () =>
        (triesLeft === TRIES ? await options.expected.take(basket, paidAtMs) : null) ??
        readPayContext(database, basket, paidAtMs),
    )
    if (context.stored !== undefined) return storedSale(context.stored)
    const numbered = await journalSale(basket, tenders, context, paidAtMs, triesLeft === TRIES)
    if (!numbered.ok) return numbered
    const sale = numbered.value
    let outcome: WriteOutcome
    try {
      outcome = await write(sale, context)
    } catch (error) {
      report('pay', error)
      return failure(onlyInJournal(sale, messageOf(error)))
    }
    if (outcome.type === 'outdated' && triesLeft <= 1) return failure(onlyInJournal(sale, 'changed at every try'))
    entry.forget(sale.id)
    if (outcome.type === 'outdated') return payOnce(basket, tenders, triesLeft - 1)
    finish(sale, outcome.type === 'written' ? outcome.openedShift : null)
    return outcome.type === 'was-there' ? storedSale(outcome.stored) : success(sale)
  }

  return (basket, tenders) => {
    const running = inFlight.get(basket.id)
    if (running !== undefined) return running
    const paying = measured('konter:pay', () => payOnce(basket, tenders, TRIES)).finally(() =>
      inFlight.delete(basket.id),
    )
    inFlight.set(basket.id, paying)
    return paying
  }
}
