import { openBasket } from '../../shared/domain/basket-rules.ts'
import { createCatalogueReviewer } from '../../shared/domain/review-catalogue.ts'
import { refuse } from '../../shared/domain/refuse.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { Shift } from '../../shared/domain/shift.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { ActionableError } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from '../storage/database.ts'
import { importCatalogue, letPageBreathe, readSearchRows } from '../storage/import-catalogue.ts'
import { findByCode, readItems } from '../storage/item-store.ts'
import { makeAllDue } from '../storage/outbox-claim.ts'
import { recoverShifts, shiftRecord } from '../storage/recover-shifts.ts'
import { recoverSales, recoverSettings, restoreSales } from '../storage/recover-sales.ts'
import { readAllSales, readAllSteps, readDay, readSalesOfDay, readUnsentSales } from '../storage/sales-list.ts'
import { mayStillComeBack } from '../storage/sale-history.ts'
import { createSearchIndex } from '../storage/item-search.ts'
import { closeStep, readDecisions, requeueStep, type StepRefusal } from '../storage/step-decisions.ts'
import { readStoredCodes } from '../storage/stored-codes.ts'
import type { RestingPrinters } from '../storage/resting-printers.ts'
import { readSettings, writeSettings } from '../storage/settings-store.ts'
import { createShiftCommands } from './shift-commands.ts'
import { createStockCommands } from './stock-commands.ts'
import { forgetOldPrintJobs } from '../storage/print-job-store.ts'
import { createPrintCommands } from './print-commands.ts'
import { createUserCommands } from './user-commands.ts'
import { createExpectedPayment } from './expected-payment.ts'
import { createPay } from './pay-basket.ts'
import { createReport, messageOf } from './report-problem.ts'
import { createSaleCommands } from './sale-commands.ts'
import type { RecoveryReport, Till } from './till.ts'

const ROWS_JUDGED_AT_ONCE = 500

const STEP_TEXTS: Readonly<Record<StepRefusal, ActionableError['message']>> = {
  missing: { id: 'Langkah ini tidak ada atau tidak terbaca.', en: 'This step is missing or cannot be read.' },
  'earlier-undone': {
    id: 'Langkah sebelumnya belum selesai; mulai dari sana.',
    en: 'An earlier step is not done yet; start there.',
  },
  voided: {
    id: 'Ini sudah dibatalkan, jadi tidak dikirim. Catat ulang sebagai yang baru.',
    en: 'This was called off, so it is not sent. Record it anew.',
  },
  'wrong-state': {
    id: 'Langkah ini sedang dikirim atau sudah selesai. Coba lagi sebentar.',
    en: 'This step is on its way or already done. Try again in a moment.',
  },
}

const stepResult = (refusal: StepRefusal | null): Result<null, ActionableError> =>
  refusal === null ? success(null) : failure({ code: `step.${refusal}`, message: STEP_TEXTS[refusal], detail: null })

const actionable = (code: string, id: string, en: string, problem: unknown) =>
  failure<ActionableError>({ code, message: { id, en }, detail: messageOf(problem) })

const RETURNED_ALREADY = refuse(
  'recovery.returned-already',
  'Barangnya sudah kembali lewat pengembalian lain, atau penjualan asalnya dibatalkan. Buang catatan ini; bila uang terlanjur diberikan dua kali, catat sebagai kas keluar.',
  'The goods have come back by another return, or the earlier sale was voided. Discard this one; if the money did go out twice, record it as cash out.',
)

/** A till over an open database. `searchIsReady` settles when the items can be searched; until then nothing is found. */
export type RunningTill = Till & { readonly searchIsReady: Promise<void> }

/**
 * Makes the till that screens, demo and benchmark drive. `now` gives epoch milliseconds, `mintId` a fresh UUID. Answering
 * main's questions is apart: see {@link file://./answer-main.ts}.
 */
export const createTill = (options: {
  readonly database: TillDatabase
  readonly bridge: Bridge
  readonly now: () => number
  readonly mintId: () => string
  /** Shared with what answers main's claims. */
  readonly resting: RestingPrinters
}): RunningTill => {
  const { database, bridge, now, mintId, resting } = options
  const report = createReport(bridge)
  let index = createSearchIndex([])
  const loadIndex = async (): Promise<void> => {
    try {
      index = createSearchIndex(await readSearchRows(database))
    } catch (error) {
      report('search', error)
    }
  }
  const searchIsReady = loadIndex()
  for (const name of database.setAsideNames) report('storage', new Error(`unreadable database kept aside: ${name}`))

  const kickSync = async (): Promise<void> => {
    await bridge.kickSync({ destination: null }).catch((error: unknown) => report('sync', error))
  }

  /** The journal must know it too: after a loss of the database a closed step must not be sent. */
  const noteDecisions = async (stepId: string): Promise<void> => {
    try {
      for (const decision of await readDecisions(database, stepId)) await bridge.noteStepClosed(decision)
    } catch (error) {
      report('journal', error)
    }
  }

  /** Not tried again here, lest an old copy take the place of a newer one: the next start gives the journal what it lacks. */
  const keepShift = (shift: Shift): void => {
    const keeping = async (): Promise<void> => {
      const kept = await bridge.keepRecord({ record: shiftRecord(shift) })
      if (!kept.ok) throw new Error(`${kept.error.code}: ${kept.error.detail ?? ''}`)
    }
    keeping().catch((error: unknown) => report('journal', error))
  }

  /** What the first sale after a loss stands on: the register's set-up, and the shift that is open. */
  const recoverGround = async (): Promise<void> => {
    await recoverSettings(database, bridge)
    if ((await database.shifts.count()) === 0) await recoverShifts(database, bridge, now())
  }

  let settingsAreKnown: Promise<void> = Promise.resolve()
  let recoveryIsDone: Promise<unknown> = Promise.resolve()

  const stock = createStockCommands({ database, bridge, now, mintId, report, recoveryIsDone: () => recoveryIsDone })

  const recoverAll = async (): Promise<RecoveryReport> => {
    await settingsAreKnown
    const recovered = await recoverSales(database, bridge, now(), report)
    // After the sales: a count takes the place of what their weighed goods left over.
    await stock.recoverStockDocuments().catch((error: unknown) => report('recovery', error))
    return recovered
  }

  const expected = createExpectedPayment({ database, now, settingsAreKnown: () => settingsAreKnown })

  return {
    ...stock,
    ...createUserCommands({ database, now }),
    ...createPrintCommands({ database, bridge, now, mintId, report }),
    ...createShiftCommands({ database, bridge, now, mintId, report, recoveryIsDone: () => recoveryIsDone }),
    searchIsReady,
    searchItems: (query, limit) => index.search(query, limit),
    readItems: (skus) => readItems(database, skus),
    findByCode: (code) => findByCode(database, code),
    openBasket: () => openBasket(mintId(), now()),
    expectPayment: expected.expect,
    pay: createPay({
      database,
      bridge,
      now,
      mintId,
      resting,
      expected,
      report,
      keepShift,
      settingsAreKnown: () => settingsAreKnown,
      recoveryIsDone: () => recoveryIsDone,
    }),
    ...createSaleCommands({ database, bridge, now, report, recoveryIsDone: () => recoveryIsDone }),

    reviewCatalogue: async (table) => {
      const reviewer = createCatalogueReviewer(table.header, await readStoredCodes(database))
      for (let start = 0; start < table.rows.length; start += ROWS_JUDGED_AT_ONCE) {
        reviewer.judge(table.rows.slice(start, start + ROWS_JUDGED_AT_ONCE))
        await letPageBreathe()
      }
      return reviewer.finish()
    },
    importCatalogue: async (review, onProgress) => {
      if (review.fileProblem !== null) {
        return failure({ code: 'catalogue.file', message: review.fileProblem, detail: null })
      }
      try {
        await searchIsReady
        const rows = await importCatalogue(database, review.accepted, now(), onProgress)
        await letPageBreathe()
        index = createSearchIndex(rows)
        return success(review.accepted.length)
      } catch (error) {
        report('catalogue', error)
        return actionable(
          'catalogue.not-written',
          'Katalog tidak dapat disimpan; tidak ada yang berubah. Periksa ruang disk lalu coba lagi.',
          'The catalogue could not be stored; nothing has changed. Check the disk space and try again.',
          error,
        )
      }
    },

    requeueStep: async (stepId) => {
      const refusal = await requeueStep(database, stepId, now())
      if (refusal === null) {
        await noteDecisions(stepId)
        await kickSync()
      }
      return stepResult(refusal)
    },
    closeStep: async (stepId, reason) => {
      const refusal = await closeStep(database, stepId, reason, now())
      if (refusal === null) await noteDecisions(stepId)
      return stepResult(refusal)
    },
    tryNow: async () => {
      await makeAllDue(database, now())
      await kickSync()
    },
    pullStock: async () => {
      const pulled = await bridge.pullStock({})
      return pulled.ok ? success(pulled.value.skuCount) : pulled
    },

    recover: async () => {
      settingsAreKnown = recoverGround().catch((error: unknown) => report('recovery', error))
      const recovering = recoverAll()
      recoveryIsDone = recovering.catch(() => undefined)
      // What was lost comes back first; nobody waits for this.
      recoveryIsDone
        .then(() => forgetOldPrintJobs(database, now()))
        .catch((error: unknown) => report('printing', error))
      return recovering
    },
    restoreUndecided: async (saleId) => {
      try {
        const journaled = await bridge.readJournaledSales({ saleIds: [saleId] })
        if (journaled.length === 0) throw new Error(`the journal holds no sale ${saleId}`)
        const [{ sale } = { sale: null }] = journaled
        const isThere = (await database.sales.where('id').equals(saleId).count()) > 0
        if (!isThere && sale !== null && !(await mayStillComeBack(database, sale))) return RETURNED_ALREADY
        await restoreSales(database, journaled, now())
        await bridge.markSaleCommitted({ saleId })
      } catch (error) {
        report('recovery', error)
        return actionable(
          'recovery.not-restored',
          'Penjualan belum dapat dipulihkan; masih aman di jurnal. Coba lagi.',
          'The sale could not be put back yet; it is still safe in the journal. Try again.',
          error,
        )
      }
      await kickSync()
      return success(null)
    },
    discardUndecided: async (saleId, reason) => {
      if ((await database.sales.where('id').equals(saleId).count()) > 0) {
        // It was paid while the question stood on the screen: there is nothing to discard.
        await bridge.markSaleCommitted({ saleId })
        return
      }
      await bridge.discardJournaledSale({ saleId, reason })
      await database.audit.add({ atMs: now(), kind: 'undecided-discarded', saleId, detail: reason })
    },

    readSettings: () => readSettings(database),
    writeSettings: async (settings) => {
      await writeSettings(database, settings)
      expected.forget()
    },
    readUnsentSales: () => readUnsentSales(database),
    readSalesOfDay: (day) => readSalesOfDay(database, day),
    readDay: (day) => readDay(database, day),
    readSteps: () => readAllSteps(database),
    readAllSales: () => readAllSales(database),
  }
}
