import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { TillDatabase } from '../storage/database.ts'
import { dismissFailedJobs, retryFailedJobs } from '../storage/failed-print-jobs.ts'
import {
  addLooseJobs,
  addPrintJob,
  addPrintJobs,
  answerPrintJob,
  callOffPrintJob,
  dismissPrintJob,
  type LoosePrint,
  retryPrintJob,
} from '../storage/print-job-store.ts'

/** What people do with the print queue. */
export type PrintCommands = {
  /** Adds a print job of a sale; every print after the first is marked as a copy. */
  readonly printDocument: (saleId: string, document: DocumentKind) => Promise<void>
  /** Adds a print job for each of these sales, in their order; rejects with none of them in the queue. */
  readonly printDocuments: (saleIds: readonly string[], document: DocumentKind) => Promise<void>
  /** Queues product labels, shelf tags, PDF pages and test pages, in their order. */
  readonly printLoose: (prints: readonly LoosePrint[]) => Promise<void>
  /** The cashier's answer to "did it come out?"; after "no" a copy is printed, on `printerId` if one is given. */
  readonly answerPrintJob: (jobId: string, didComeOut: boolean, printerId?: string) => Promise<void>
  /** Prints what failed once more, on `printerId` if one is given. False when it was queued again before, or did not fail. */
  readonly retryPrintJob: (jobId: string, printerId?: string) => Promise<boolean>
  /** Calls off a job that waits. False when it no longer did. */
  readonly callOffPrintJob: (jobId: string) => Promise<boolean>
  /** Puts a failed job aside that nobody needs printed. False when it did not fail, or was printed again. */
  readonly dismissPrintJob: (jobId: string) => Promise<boolean>
  /** Prints what of these failed and was left so once more, all or none. Gives how many were queued. */
  readonly retryPrintJobs: (jobIds: readonly string[]) => Promise<number>
  /** Puts what of these failed and was left so aside, all or none. Gives how many were put aside. */
  readonly dismissPrintJobs: (jobIds: readonly string[]) => Promise<number>
}

/** The commands of the print queue. */
export const createPrintCommands = (deps: {
  readonly database: TillDatabase
  readonly bridge: Pick<Bridge, 'kickPrinting'>
  readonly now: () => number
  readonly mintId: () => string
  readonly report: (scope: string, error: unknown) => void
}): PrintCommands => {
  const { database, bridge, now, mintId, report } = deps
  const kick = (): void => {
    bridge.kickPrinting({}).catch((error: unknown) => report('printing', error))
  }
  return {
    printDocument: async (saleId, document) => {
      const stored = await database.sales.get(saleId)
      if (stored === undefined) throw new Error(`no sale ${saleId} to print`)
      await addPrintJob(database, stored, document, { id: mintId(), nowMs: now() })
      kick()
    },
    printDocuments: async (saleIds, document) => {
      const stored = await database.sales.bulkGet([...saleIds])
      const sales = stored.map((sale, place) => {
        if (sale === undefined) throw new Error(`no sale ${String(saleIds[place])} to print`)
        return sale
      })
      await addPrintJobs(database, sales, document, { mintId, nowMs: now() })
      kick()
    },
    printLoose: async (prints) => {
      await addLooseJobs(database, prints, { mintId, nowMs: now() })
      kick()
    },
    answerPrintJob: async (jobId, didComeOut, printerId) => {
      const how = { id: mintId(), nowMs: now(), printerId: printerId ?? null }
      if ((await answerPrintJob(database, jobId, didComeOut, how)) && !didComeOut) kick()
    },
    retryPrintJob: async (jobId, printerId) => {
      const how = { id: mintId(), nowMs: now(), printerId: printerId ?? null }
      const isQueued = await retryPrintJob(database, jobId, how)
      if (isQueued) kick()
      return isQueued
    },
    callOffPrintJob: (jobId) => callOffPrintJob(database, jobId, now()),
    dismissPrintJob: (jobId) => dismissPrintJob(database, jobId),
    retryPrintJobs: async (jobIds) => {
      const count = await retryFailedJobs(database, jobIds, { mintId, nowMs: now() })
      if (count > 0) kick()
      return count
    },
    dismissPrintJobs: (jobIds) => dismissFailedJobs(database, jobIds),
  }
}
