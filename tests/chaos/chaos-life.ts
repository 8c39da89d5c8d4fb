import { countOwedSteps } from '../../electron/journal/count-owed-steps.ts'
import { createRestingPrinters } from '../../renderer/storage/resting-printers.ts'
import { openJournal } from '../../electron/journal/journal.ts'
import type { PracticeServices } from '../../electron/practice/practice-services.ts'
import { createSyncEngine, type SyncEngine } from '../../electron/sync/sync-engine.ts'
import { FAST_TIMING } from '../../electron/sync/testing/fast-timing.ts'
import { answerMain } from '../../renderer/app/answer-main.ts'
import { createTill } from '../../renderer/app/create-till.ts'
import type { RecoveryReport, Till } from '../../renderer/app/till.ts'
import { openTillDatabase, type TillDatabase } from '../../renderer/storage/database.ts'
import { createTestBridge } from '../../renderer/storage/till-fixture.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { AskAnswerOf, AskRequestOf } from '../../shared/ipc/contract.ts'
import { createChaosDisk, type ChaosDisk } from './chaos-disk.ts'

/** Moments at which the app may die: between the steps of paying, and between those of sending. */
export const CRASH_POINTS = [
  'before append',
  'after append',
  'after transaction',
  'marked',
  'before void noted',
  'noted',
  'before claim',
  'claimed',
  'before settle',
  'settled',
] as const
export type CrashPoint = (typeof CRASH_POINTS)[number]

/** One page over the app: its database, its till, what recovery found at its start. */
export type ChaosPage = {
  readonly till: Till
  readonly database: TillDatabase
  readonly recovery: RecoveryReport
}

/** One run of the app, from its start to its death. */
export type ChaosLife = {
  readonly page: () => ChaosPage
  readonly engine: SyncEngine
  readonly isDead: () => boolean
  readonly disk: ChaosDisk
  /** The process is gone at once, whatever is under way. */
  readonly die: () => void
  /** The page is loaded again, over the database of this name. */
  readonly reload: (databaseName: string) => Promise<ChaosPage>
  /** Everything that the death leaves to the system has come to rest. */
  readonly rest: () => Promise<void>
}

const never = (): Promise<never> => new Promise<never>(() => undefined)

type Asks = {
  readonly 'outbox.claim': (request: AskRequestOf<'outbox.claim'>) => Promise<AskAnswerOf<'outbox.claim'>>
  readonly 'outbox.settle': (request: AskRequestOf<'outbox.settle'>) => Promise<AskAnswerOf<'outbox.settle'>>
  readonly 'stock.apply': (request: AskRequestOf<'stock.apply'>) => Promise<null>
}

/** Starts the app as main.ts does: journal, page, engine. `crash` names the passage at which it dies; null for none. */
export const beginLife = async (options: {
  readonly services: PracticeServices
  readonly journalFolder: string
  readonly databaseName: string
  readonly knownSizes: Parameters<typeof createChaosDisk>[0]
  readonly now: () => number
  readonly mintId: () => string
  readonly crash: { readonly point: CrashPoint; readonly passages: number } | null
  readonly logged: (message: string) => void
}): Promise<ChaosLife> => {
  const { services, now, mintId, logged } = options
  const disk = createChaosDisk(options.knownSizes)
  const journal = await openJournal({
    folder: options.journalFolder,
    now,
    countOwedSteps,
    openFile: disk.openFile,
  })
  let isDead = false
  let passagesLeft = options.crash?.passages ?? 0
  let asks: Asks | null = null
  let page: ChaosPage | null = null
  const endings: Promise<unknown>[] = []

  const die = (): void => {
    if (isDead) return
    isDead = true
    page?.database.close()
    endings.push(engine.stop(), disk.freeze())
  }
  const pass = (point: CrashPoint): void => {
    if (isDead || options.crash?.point !== point) return
    passagesLeft -= 1
    if (passagesLeft <= 0) die()
  }
  /** A call between page and main: it gets no answer once either of them is gone. */
  const between = async <Value>(isGone: () => boolean, work: () => Promise<Value>): Promise<Value> => {
    if (isGone()) return never()
    try {
      const value = await work()
      return isGone() ? await never() : value
    } catch (error) {
      if (isGone()) return never()
      throw error
    }
  }

  const openPage = async (databaseName: string): Promise<ChaosPage> => {
    page?.database.close()
    asks = null
    const database = await openTillDatabase(databaseName)
    if (isDead) {
      database.close()
      return never()
    }
    const isGone = (): boolean => isDead || (page !== null && page.database !== database)
    const main = createTestBridge()
    const bridge: Bridge = {
      ...main.bridge,
      log: ({ scope, message }) => {
        logged(`page ${scope}: ${message}`)
        return Promise.resolve(null)
      },
      appendSaleToJournal: ({ sale, highestKnownSequence, highestKnownReturnSequence }) =>
        between(isGone, async () => {
          pass('before append')
          const highest = { sale: highestKnownSequence, return: highestKnownReturnSequence }
          const answer = await journal.appendSale(sale, highest)
          pass('after append')
          return answer
        }),
      markSaleCommitted: ({ saleId }) =>
        between(isGone, async () => {
          pass('after transaction')
          if (isDead) return never()
          await journal.markCommitted(saleId)
          pass('marked')
          return null
        }),
      listJournal: () => between(isGone, () => journal.list()),
      readJournaledSales: ({ saleIds }) => between(isGone, async () => [...(await journal.readSales(saleIds))]),
      discardJournaledSale: ({ saleId, reason }) =>
        between(isGone, async () => {
          await journal.discard(saleId, reason)
          return null
        }),
      adoptSaleIntoJournal: ({ sale }) =>
        between(isGone, async () => {
          await journal.adoptSale(sale)
          return null
        }),
      noteStepClosed: ({ saleId, stepId, reason }) =>
        between(isGone, async () => {
          await journal.noteStepClosed(saleId, stepId, reason)
          return null
        }),
      noteSaleVoided: ({ voiding }) =>
        between(isGone, async () => {
          pass('before void noted')
          return journal.noteSaleVoided(voiding)
        }),
      noteTenderConfirmed: ({ confirmation }) =>
        between(isGone, async () => {
          await journal.noteTenderConfirmed(confirmation)
          return null
        }),
      keepRecord: ({ record }) => between(isGone, () => journal.keepRecord(record)),
      listKeptRecords: () => between(isGone, () => journal.listKeptRecords()),
      kickSync: ({ destination }) =>
        between(isGone, () => {
          engine.kick(destination)
          return Promise.resolve(null)
        }),
      pullStock: () => between(isGone, () => engine.pullStock()),
    }
    const resting = createRestingPrinters()
    const till = createTill({ database, bridge, now, mintId, resting })
    page = { till, database, recovery: { recovered: [], undecided: [], damagedLines: 0 } }
    answerMain(database, bridge, resting)
    const { 'outbox.claim': claim, 'outbox.settle': settle, 'stock.apply': apply } = main.asks
    if (claim === undefined || settle === undefined || apply === undefined) throw new Error('the page answers nothing')
    asks = { 'outbox.claim': claim, 'outbox.settle': settle, 'stock.apply': apply }
    engine.kick(null)
    page = { ...page, recovery: await between(isGone, () => till.recover()) }
    return page
  }

  const ask = async <Value>(work: (asks: Asks) => Promise<Value>): Promise<Value> => {
    const asked = asks
    if (asked === null) throw new Error('There is no page to ask')
    const value = await between(
      () => isDead,
      () => work(asked),
    )
    if (asks !== asked) throw new Error('The page was loaded again')
    return value
  }

  const { forstok, accurate } = services.credentials
  const engine = createSyncEngine({
    access: {
      forstok: { authUrl: services.forstokAuthUrl, sellerUrl: services.forstokSellerUrl, ...forstok },
      accurate: { accountUrl: services.accurateUrl, ...accurate },
    },
    page: {
      claimSteps: (request) => {
        pass('before claim')
        return ask(async (page) => {
          const answer = await page['outbox.claim'](request)
          if (answer.steps.length > 0) pass('claimed')
          return answer
        })
      },
      settleStep: (request) => {
        pass('before settle')
        return ask(async (page) => {
          const answer = await page['outbox.settle'](request)
          pass('settled')
          return answer
        })
      },
      applyStock: (request) => ask((page) => page['stock.apply'](request)),
    },
    now,
    mintId,
    onLinksChanged: () => undefined,
    onStepSent: (stepId, saleId, remote) => {
      if (isDead) return
      pass('noted')
      if (isDead) return
      journal.noteStepSent(saleId, stepId, remote).catch((error: unknown) => logged(`journal: ${String(error)}`))
    },
    log: {
      info: () => undefined,
      warn: (message) => logged(`sync: ${message}`),
      error: (message) => logged(`sync: ${message}`),
    },
    timing: {
      ...FAST_TIMING,
      requestTimeoutMs: 250,
      leaseMs: 2_500,
      // The services answer within the time-out or not at all, but a request of a killed run may still be on its way.
      forstokAbsenceTrustDelayMs: 300,
      stopGraceMs: 100,
    },
  })

  engine.start()
  await whileAlive(
    () => isDead,
    () => openPage(options.databaseName),
  )
  return {
    page: () => {
      if (page === null) throw new Error('there is no page')
      return page
    },
    engine,
    isDead: () => isDead,
    disk,
    die,
    reload: openPage,
    rest: async () => {
      await Promise.all(endings)
    },
  }
}

/** Waits for the work or for the death of the app; what the dead app's work then throws is no matter. */
export const whileAlive = async (isDead: () => boolean, work: () => Promise<unknown>): Promise<void> => {
  const progress = { isDone: false }
  const working = work()
    .catch((error: unknown) => {
      if (!isDead()) throw error
    })
    .finally(() => {
      progress.isDone = true
    })
  const death = async (): Promise<void> => {
    while (!isDead() && !progress.isDone) {
      await new Promise((resolve) => {
        setTimeout(resolve, 2)
      })
    }
  }
  await Promise.race([working, death()])
}
