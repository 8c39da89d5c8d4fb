import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { TillDatabase } from '../storage/database.ts'
import { claimSteps } from '../storage/outbox-claim.ts'
import { settleStep } from '../storage/outbox-settle.ts'
import type { RestingPrinters } from '../storage/resting-printers.ts'
import { claimPrintJob, notePrintProgress, settlePrintJob } from '../storage/print-job-claim.ts'
import { applyStock } from '../storage/stock-store.ts'

type Asks = Pick<
  Bridge,
  'onClaimSteps' | 'onSettleStep' | 'onApplyStock' | 'onClaimPrintJob' | 'onSettlePrintJob' | 'onNotePrintProgress'
>

// Each handler is an async function of its own: it gives a native promise, and Dexie's own kind cannot cross the bridge.
/** Answers main's questions from the database: the outbox, the stock ledger, the print queue. Gives a function that stops it. */
export const answerMain = (database: TillDatabase, bridge: Asks, resting: RestingPrinters): (() => void) => {
  const stops = [
    bridge.onClaimSteps(async (request) => claimSteps(database, request)),
    bridge.onSettleStep(async (request) => settleStep(database, request)),
    bridge.onApplyStock(async (request) => {
      await applyStock(database, request)
      return null
    }),
    bridge.onClaimPrintJob(async (request) => resting.claim(request, () => claimPrintJob(database, request))),
    bridge.onSettlePrintJob(async (request) => {
      const settled = await settlePrintJob(database, request)
      if (settled.accepted) return settled
      // Of a sale that is still being written, perhaps.
      await resting.whenWritten()
      return settlePrintJob(database, request)
    }),
    bridge.onNotePrintProgress(async (request) => notePrintProgress(database, request)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
