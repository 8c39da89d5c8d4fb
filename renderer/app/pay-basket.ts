import type { Basket } from '../../shared/domain/basket.ts'
import { priceSale } from '../../shared/domain/price-sale.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { Sale, UnnumberedSale } from '../../shared/domain/sale.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from '../storage/database.ts'
import { storedSaleSchema } from '../storage/rows.ts'
import { type PayContext, readPayContext } from '../storage/pay-context.ts'
import { writePaidSale } from '../storage/write-sale.ts'
import { messageOf, type ReportProblem } from './report-problem.ts'
import type { Till } from './till.ts'

type PayOptions = {
  readonly database: TillDatabase
  readonly bridge: Pick<
    Bridge,
    'appendSaleToJournal' | 'readJournaledSales' | 'markSaleCommitted' | 'kickSync' | 'kickPrinting'
  >
  readonly now: () => number
  readonly mintId: () => string
  readonly report: ReportProblem
  /** Settles when a set-up that was lost has been taken from the journal; settled all along otherwise. */
  readonly settingsAreKnown: () => Promise<void>
}

const measured = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
  const start = performance.now()
  try {
    return await work()
  } finally {
    performance.measure(name, { start, end: performance.now() })
  }
}

const journalSilent = (detail: string): ActionableError => ({
  code: 'journal.no-answer',
  message: {
    id: 'Penjualan belum tersimpan. Tekan Bayar sekali lagi untuk keranjang ini; jangan buat keranjang baru.',
    en: 'The sale is not stored yet. Press Pay again for this basket; do not ring it up anew.',
  },
  detail,
})

const onlyInJournal = (sale: Sale, detail: string): ActionableError => ({
  code: 'sale.only-in-journal',
  message: {
    id: `Penjualan ${sale.number} aman di jurnal, tetapi belum masuk basis data. JANGAN diulang; mulai ulang aplikasi untuk memulihkannya.`,
    en: `Sale ${sale.number} is safe in the journal but not yet in the database. Do NOT ring it up again; restart the app to bring it back.`,
  },
  detail,
})

/**
 * Makes the Pay command (design, section 4): price, journal with fsync (the journal mints the number), then one strict
 * transaction. The same basket can only ever make one sale, however often and however fast it is paid.
 */
export const createPay = ({ database, bridge, now, mintId, report, settingsAreKnown }: PayOptions): Till['pay'] => {
  const inFlight = new Map<string, Promise<Result<Sale, ActionableError>>>()
  // What the journal holds and the database does not: paying again must write exactly this, whatever the screen says now.
  const journaled = new Map<string, Sale>()
  // Appending gave no answer: the journal may hold the sale or not.
  const uncertain = new Set<string>()

  const append = async (sale: UnnumberedSale, highest: number): Promise<Result<Sale, ActionableError>> => {
    try {
      const answer = await bridge.appendSaleToJournal({ sale, highestKnownSequence: highest })
      return answer.ok ? success({ ...sale, number: answer.value.number }) : answer
    } catch (error) {
      uncertain.add(sale.id)
      report('pay', error)
      return failure(journalSilent(messageOf(error)))
    }
  }

  const findJournaled = async (saleId: string): Promise<Result<Sale | null, ActionableError>> => {
    const known = journaled.get(saleId)
    if (known !== undefined) return success(known)
    if (!uncertain.has(saleId)) return success(null)
    try {
      const [held] = await bridge.readJournaledSales({ saleIds: [saleId] })
      return success(held?.sale ?? null)
    } catch (error) {
      return failure(journalSilent(messageOf(error)))
    }
  }

  const journalSale = async (
    basket: Basket,
    tenders: Parameters<Till['pay']>[1],
    context: PayContext,
    paidAtMs: number,
  ): Promise<Result<Sale, ActionableError>> => {
    const held = await findJournaled(basket.id)
    if (!held.ok) return held
    if (held.value !== null) return success(held.value)
    const priced = priceSale(basket, tenders, { ...context.settings, paidAtMs })
    if (!priced.ok) return priced
    return measured('konter:journal', () => append(priced.value, context.highestSequence))
  }

  const write = async (sale: Sale, { warehouseId, settings }: PayContext): Promise<void> => {
    const how = { warehouseId, printsReceipt: settings.printsReceipts, mintId }
    await measured('konter:transaction', () =>
      writePaidSale(database, sale, how).catch((error: unknown) => {
        report('pay', error)
        return writePaidSale(database, sale, how)
      }),
    )
  }

  const payOnce = async (
    basket: Basket,
    tenders: Parameters<Till['pay']>[1],
  ): Promise<Result<Sale, ActionableError>> => {
    // Without it a first sale after a loss would go out under another register's code, and on another route.
    await settingsAreKnown()
    const paidAtMs = now()
    const context = await readPayContext(database, basket.id, paidAtMs)
    if (context.stored !== undefined) {
      const parsed = storedSaleSchema.safeParse(context.stored)
      return parsed.success ? success(parsed.data.sale) : failure(journalSilent('stored sale unreadable'))
    }
    const numbered = await journalSale(basket, tenders, context, paidAtMs)
    if (!numbered.ok) return numbered
    const sale = numbered.value
    journaled.set(sale.id, sale)
    try {
      await write(sale, context)
    } catch (error) {
      report('pay', error)
      return failure(onlyInJournal(sale, messageOf(error)))
    }
    journaled.delete(sale.id)
    uncertain.delete(sale.id)
    // The sale is durable and shown; none of these may hold up the counter or undo it.
    bridge.markSaleCommitted({ saleId: sale.id }).catch((error: unknown) => report('journal', error))
    bridge.kickSync({ destination: null }).catch((error: unknown) => report('sync', error))
    bridge.kickPrinting({}).catch((error: unknown) => report('printing', error))
    return success(sale)
  }

  return (basket, tenders) => {
    const running = inFlight.get(basket.id)
    if (running !== undefined) return running
    const paying = measured('konter:pay', () => payOnce(basket, tenders)).finally(() => inFlight.delete(basket.id))
    inFlight.set(basket.id, paying)
    return paying
  }
}
