import type { Link } from '../shared/ipc/link.ts'
import { formatLocalDay } from '../shared/domain/local-time.ts'
import { DESTINATIONS } from '../shared/domain/sales-route.ts'
import type { Practice } from './begin-practice.ts'
import type { Environment } from './environment.ts'
import type { PageLink } from './ipc/page-link.ts'
import type { SyncDoor } from './ipc/service-doors.ts'
import type { Journal } from './journal/journal.ts'
import type { Log } from './log.ts'
import { serviceAccess } from './service-access.ts'
import { judgeRegisterCode } from './sync/judge-register-code.ts'

/** The sync engine as it starts: what messages use once it is there, and what is known of the links until then. */
export type Sync = { readonly door: Promise<SyncDoor>; readonly readLinks: () => readonly Link[] }

/** The journal keeps at least 90 days; numbers of this register older than that prove nothing either way. */
const CODE_LOOK_BACK_MS = 60 * 86_400_000

/** Starts the engine as soon as the services' addresses are known; it claims nothing before the page is loaded. */
export const beginSync = (deps: {
  readonly environment: Environment
  readonly practice: Promise<Practice | null>
  readonly journal: Promise<Journal>
  readonly page: PageLink
  readonly now: () => number
  readonly mintId: () => string
  readonly log: Log
}): Sync => {
  const { page, log } = deps
  const beganAtMs = deps.now()
  let links: readonly Link[] = DESTINATIONS.map((destination) => ({
    destination,
    state: 'waiting',
    sinceMs: beganAtMs,
    lastAnswerMs: null,
    reason: null,
    nextTryMs: null,
  }))

  const noteStepSent = async (...step: Parameters<Journal['noteStepSent']>): Promise<void> => {
    try {
      await (await deps.journal).noteStepSent(...step)
    } catch (error) {
      // The outbox knows it too; after a loss of both it is found again by a look-up.
      log.error('A sent step was not noted in the journal', error)
    }
  }

  /** True for a number that stands in this register's own journal. */
  const readOwnNumbers = async (): Promise<(number: string) => boolean> => {
    const journal = await deps.journal
    const [{ entries }, { records }] = await Promise.all([journal.list(), journal.listKeptRecords()])
    const sales = await journal.readSales(entries.map((entry) => entry.saleId))
    const own = new Set(
      sales.flatMap(({ sale }) => (sale.returnNumber === null ? [sale.number] : [sale.number, sale.returnNumber])),
    )
    for (const record of records) if (record.kind === 'stock-document') own.add(record.document.number)
    return (number) => own.has(number)
  }

  const start = async (): Promise<SyncDoor> => {
    const [{ createSyncEngine }, practice] = await Promise.all([import('./sync/sync-engine.ts'), deps.practice])
    const engine = createSyncEngine({
      access: serviceAccess(deps.environment, practice),
      page: {
        claimSteps: (request) => page.ask('outbox.claim', request),
        settleStep: (request) => page.ask('outbox.settle', request),
        applyStock: (request) => page.ask('stock.apply', request),
      },
      now: deps.now,
      mintId: deps.mintId,
      onLinksChanged: (changed) => {
        links = changed
        page.emit('links.changed', { links })
      },
      onStepSent: (stepId, saleId, remote) => {
        void noteStepSent(saleId, stepId, remote)
      },
      log,
    })
    links = engine.links()
    let isStarted = false
    page.onLoaded(() => {
      if (isStarted) engine.kick(null)
      else engine.start()
      isStarted = true
    })
    return {
      kick: engine.kick,
      pullStock: engine.pullStock,
      checkRegisterCode: async (code) => {
        const [answers, isOwn] = await Promise.all([engine.findNumbersOf(code), readOwnNumbers()])
        return judgeRegisterCode(code, answers, isOwn, formatLocalDay(deps.now() - CODE_LOOK_BACK_MS, 0))
      },
    }
  }
  return { door: start(), readLinks: () => links }
}
