import type { AskAnswerOf, AskRequestOf } from '../../shared/ipc/contract.ts'

/** The page's side of the sync, over IPC: the outbox and the stock figures stand in IndexedDB. */
export type SyncPage = {
  readonly claimSteps: (request: AskRequestOf<'outbox.claim'>) => Promise<AskAnswerOf<'outbox.claim'>>
  readonly settleStep: (request: AskRequestOf<'outbox.settle'>) => Promise<AskAnswerOf<'outbox.settle'>>
  readonly applyStock: (request: AskRequestOf<'stock.apply'>) => Promise<null>
}
