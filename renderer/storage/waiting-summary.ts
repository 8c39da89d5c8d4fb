import type { StepKind } from '../../shared/domain/step.ts'
import type { WaitingSummary } from '../app/till.ts'
import type { TillDatabase } from './database.ts'
import { OPEN_STATES } from './delivery-state.ts'
import { readSaleIdsWithSteps } from './sales-list.ts'
import { readStockState } from './sync-state.ts'

/** The one kind of step that is never sent: a person does it and ticks it off. */
const TASK_KIND: StepKind = 'forstok.return'

const isToSend = (stepId: string): boolean => !stepId.endsWith(`/${TASK_KIND}`)

const paidAtMsOf = (key: unknown): readonly number[] =>
  Array.isArray(key) && typeof key[1] === 'number' ? [key[1]] : []

const inState = (database: TillDatabase, state: string) =>
  database.outbox.where('[state+paidAtMs]').between([state, -Infinity], [state, Infinity], true, true)

/** What needs a person, oldest first: refused steps, apart from tasks. One transaction, so that ids and times belong together. */
const readAttention = (database: TillDatabase) =>
  database.transaction('r', database.outbox, async () => {
    const [ids, keys] = await Promise.all([
      inState(database, 'attention').primaryKeys(),
      inState(database, 'attention').keys(),
    ])
    const refused = keys.filter((_, place) => isToSend(ids[place] ?? ''))
    return { refused: refused.length, tasks: keys.length - refused.length, oldest: refused.slice(0, 1) }
  })

/** What waits, read from indexes alone, so that the status bar may ask after every change. */
export const readWaitingSummary = async (database: TillDatabase): Promise<WaitingSummary> => {
  const [saleIds, attention, oldest, stock, askingPrintJobs] = await Promise.all([
    readSaleIdsWithSteps(database, OPEN_STATES, isToSend),
    readAttention(database),
    Promise.all(
      OPEN_STATES.filter((state) => state !== 'attention').map((state) => inState(database, state).limit(1).keys()),
    ),
    readStockState(database),
    database.printJobs.where('state').equals('unknown').count(),
  ])
  const times = [...oldest.flat(), ...attention.oldest].flatMap(paidAtMsOf)
  return {
    waitingSales: saleIds.size,
    attentionSteps: attention.refused,
    taskSteps: attention.tasks,
    oldestPaidAtMs: times.length === 0 ? null : Math.min(...times),
    stockPulledAtMs: stock.pulledAtMs,
    askingPrintJobs,
  }
}
