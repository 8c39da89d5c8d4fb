import type { WireId } from '../../../shared/api/wire.ts'
import type { StockDocument } from '../../../shared/domain/stock-document.ts'
import type { ClaimMode, RemoteRecord, Step } from '../../../shared/domain/step.ts'
import type { AbsenceTrust } from '../absence-trust.ts'
import * as report from '../step-report.ts'
import type { StepReport } from '../step-report.ts'
import { mayHaveArrived, reportFailedRead, reportFailure, type NotOk } from './forstok-answers.ts'
import type { ForstokGateway } from './forstok-gateway.ts'
import { stockIncomplete, stockProblems, stockUnclear, stockWarehouseUnknown } from './stock-attention.ts'
import {
  changeKey,
  decideStockChange,
  stockChangesOf,
  type StockChange,
  type StockProblem,
  type StockSetting,
} from './stock-changes.ts'
import { readProgress, writeProgress, type StockProgress } from './stock-progress.ts'
import {
  carryingOn,
  cutShort,
  hasWaitedLong,
  NOTHING_SETTLED,
  settledSkusOf,
  WAITING,
  type Standing,
} from './stock-standing.ts'
import type { FreshOnHand, VariantReader } from './variant-reader.ts'

/** Rows of one call, as client code sends them. */
const ROWS_A_CALL = 20

/** A claimed step of a stock document. */
export type ClaimedStockStep = { readonly step: Step; readonly document: StockDocument; readonly mode: ClaimMode }

/** All changes of the document, the figures to set now, and what cannot be set. */
type WritePlan = {
  readonly changes: readonly StockChange[]
  readonly settings: readonly StockSetting[]
  readonly problems: readonly StockProblem[]
}

const onHandIn = (
  fresh: FreshOnHand,
  { sku, warehouseId }: Pick<StockChange, 'sku' | 'warehouseId'>,
): number | null => {
  const figures = fresh.get(sku)
  return figures === undefined ? null : (figures.get(warehouseId) ?? 0)
}

/** The step of a stock document at Forstok: counts, goods in and out, transfers between warehouses. */
export const createStockSteps = (options: {
  readonly gateway: ForstokGateway
  readonly variants: VariantReader
  readonly trust: AbsenceTrust
  readonly now: () => number
}) => {
  const { gateway, variants, trust, now } = options

  const recordOf = ({ number }: StockDocument): RemoteRecord => ({ id: number, number, total: null })

  /** What may have been set, seen against what Forstok has now. */
  const judgeOpen = (
    claimed: ClaimedStockStep,
    progress: StockProgress,
    fresh: FreshOnHand,
    start: ReturnType<AbsenceTrust['beginLookUp']>,
  ): {
    readonly arrived: readonly StockSetting[]
    readonly strayed: readonly StockSetting[]
    readonly waitMs: number | null
  } => {
    const arrived = progress.open.filter((setting) => onHandIn(fresh, setting) === setting.target)
    const absent = progress.open.filter((setting) => onHandIn(fresh, setting) === setting.base)
    const strayed = progress.open.filter((setting) => !arrived.includes(setting) && !absent.includes(setting))
    const waitMs = absent.length === 0 ? null : trust.judge(claimed.step.id, start, claimed.step.lastSendAtMs)
    return { arrived, strayed, waitMs }
  }

  const readBack = async (
    claimed: ClaimedStockStep,
    plan: WritePlan,
    standing: Standing,
    mayGoOn: () => boolean,
  ): Promise<StepReport> => {
    const record = recordOf(claimed.document)
    const { settings, problems } = plan
    const fresh = await variants.readOnHand([...new Set(settings.map((setting) => setting.sku))], mayGoOn)
    if (fresh.type !== 'ok') return cutShort(reportFailedRead(fresh), standing.progress)
    const different = settings
      .map((setting) => ({ setting, onHand: onHandIn(fresh.value, setting) }))
      .filter(({ setting, onHand }) => onHand !== setting.target)
    if (different.length > 0 || problems.length > 0) {
      const attention = stockIncomplete(different, problems)
      return carryingOn(report.needsAttention(attention, problems.length === 0 ? record : null), standing)
    }
    return report.sent(record, `On hand set and read back${writeProgress(standing.progress)}`, fresh.status)
  }

  const write = async (
    claimed: ClaimedStockStep,
    plan: WritePlan,
    standing: Standing,
    warehouses: ReadonlyMap<string, WireId>,
    mayWrite: () => boolean,
  ): Promise<StepReport> => {
    const { settings, changes } = plan
    const sent: StockSetting[] = [...standing.progress.sent]
    for (let from = 0; from < settings.length; from += ROWS_A_CALL) {
      const chunk = settings.slice(from, from + ROWS_A_CALL)
      const rows = chunk.map(({ sku, warehouseId, target }) => ({
        sku,
        warehouse_id: warehouses.get(warehouseId) ?? warehouseId,
        quantity: target,
      }))
      await variants.takeTurn()
      const answer = await gateway.setQuantities(rows, mayWrite)
      if (mayHaveArrived(answer)) trust.noteSend(claimed.step.id)
      if (answer.type !== 'ok') {
        const isOpen = mayHaveArrived(answer)
        const failed = reportFailure(answer)
        if (!isOpen && from === 0) return carryingOn(failed, standing)
        return cutShort(failed, { sent, open: isOpen ? chunk : [], isInDoubt: false })
      }
      sent.push(...chunk)
    }
    const isSent = new Set(sent.map(changeKey))
    const settledNow = settledSkusOf(changes, (change) => isSent.has(changeKey(change)))
    const after: Standing = {
      progress: { sent, open: [], isInDoubt: false },
      settledSkus: new Set([...standing.settledSkus, ...settledNow]),
    }
    return readBack(claimed, plan, after, mayWrite)
  }

  /** The warehouses that the changes name, each as Forstok wrote it; null with the report when one is missing. */
  const findWarehouses = async (): Promise<
    { readonly active: ReadonlyMap<string, WireId>; readonly defaultId: string } | NotOk
  > => {
    const directory = await gateway.readDirectory()
    if (directory.type !== 'ok') return directory
    const listed = await gateway.listWarehouses()
    if (listed.type !== 'ok') return listed
    const active = listed.value.filter((warehouse) => warehouse.active !== false)
    return {
      active: new Map(active.map(({ id }) => [String(id), id])),
      defaultId: String(directory.value.warehouseId),
    }
  }

  /** What can be said of the step before anything is (or is not) sent; else what was sent, when its remaining changes may be decided on. */
  const settleEarlier = (
    claimed: ClaimedStockStep,
    progress: StockProgress,
    remaining: readonly StockChange[],
    fresh: FreshOnHand,
    start: ReturnType<AbsenceTrust['beginLookUp']>,
  ): { readonly report: StepReport } | { readonly sent: readonly StockSetting[] } => {
    const { arrived, strayed, waitMs } = judgeOpen(claimed, progress, fresh, start)
    const open = new Map(progress.open.map((setting) => [changeKey(setting), setting]))
    const isArrived = new Set(arrived.map(changeKey))
    const isStrayed = new Set(strayed.map(changeKey))
    const unclear = remaining.flatMap((change) => {
      const key = changeKey(change)
      // A count is absolute: it can be decided anew from what Forstok has now.
      if (change.wanted.type === 'count' || isArrived.has(key)) return []
      const isUnclear = isStrayed.has(key) || (progress.isInDoubt && !open.has(key))
      return isUnclear ? [{ change, onHand: onHandIn(fresh, change), quantity: change.wanted.quantity }] : []
    })
    if (unclear.length > 0) return { report: report.needsAttention(stockUnclear(unclear), null) }
    if (waitMs !== null) {
      const words = 'On hand is as before; looking again, since the service may still be at work'
      return { report: report.retryLater(words, now() + waitMs) }
    }
    return { sent: [...progress.sent, ...arrived] }
  }

  const carryOut = async (claimed: ClaimedStockStep, mayWrite: () => boolean): Promise<StepReport> => {
    const { step, document, mode } = claimed
    const start = trust.beginLookUp()
    const read = readProgress(step.attempts)
    // Looked up without any attempt that says why: put back from somewhere, so nothing is known of it.
    const earlier = mode === 'resolve' && step.attempts.length === 0 ? { ...read, isInDoubt: true } : read
    const warehouses = await findWarehouses()
    if ('type' in warehouses)
      return carryingOn(reportFailedRead(warehouses), { progress: earlier, settledSkus: NOTHING_SETTLED })
    const changes = stockChangesOf(document, warehouses.defaultId)
    const known = new Set(earlier.sent.map(changeKey))
    const isKnown = (change: StockChange): boolean =>
      known.has(changeKey(change)) || step.settledLines?.includes(change.sku) === true
    const before: Standing = { progress: earlier, settledSkus: settledSkusOf(changes, isKnown) }
    const remaining = changes.filter((change) => !isKnown(change))
    if (remaining.length === 0) return report.sent(recordOf(document), 'All of it was set before', null)
    const stray = remaining.find((change) => !warehouses.active.has(change.warehouseId))
    if (stray !== undefined)
      return carryingOn(report.needsAttention(stockWarehouseUnknown(stray.warehouseId), null), before)

    const fresh = await variants.readOnHand([...new Set(remaining.map((change) => change.sku))], mayWrite)
    if (fresh.type !== 'ok') return carryingOn(reportFailedRead(fresh), before)
    const settled = settleEarlier(claimed, earlier, remaining, fresh.value, start)
    if ('report' in settled) return carryingOn(settled.report, before)
    const progress: StockProgress = { sent: settled.sent, open: [], isInDoubt: false }
    const isSent = new Set(settled.sent.map(changeKey))
    const decided = remaining
      .filter((change) => !isSent.has(changeKey(change)))
      .map((change) => ({ change, decision: decideStockChange(change, onHandIn(fresh.value, change)) }))
    const isRight = new Set(decided.flatMap(({ change, decision }) => (decision.type === 'done' ? change : [])))
    const standing: Standing = {
      progress,
      settledSkus: settledSkusOf(
        changes,
        (change) => isKnown(change) || isSent.has(changeKey(change)) || isRight.has(change),
      ),
    }
    const decisions = decided.map(({ decision }) => decision)
    if (decisions.some(({ type }) => type === 'wait') && !hasWaitedLong(step))
      return carryingOn(report.retryLater(WAITING, null), standing)
    const settings = decisions.flatMap((decision) => (decision.type === 'set' ? [decision.setting] : []))
    const problems = decisions.flatMap((decision) => ('problem' in decision ? [decision.problem] : []))
    // A count sets what it can; goods in, out or moved go as a whole or not at all.
    const mayBePartial = document.kind === 'count'
    if (problems.length > 0 && (settings.length === 0 || !mayBePartial))
      return carryingOn(report.needsAttention(stockProblems(problems), null), standing)
    if (settings.length === 0)
      return report.sent(recordOf(document), `On hand is as it should be${writeProgress(progress)}`, null)
    if (mode === 'resolve') return carryingOn(report.absent('On hand is not set yet'), standing)
    return write(claimed, { changes, settings, problems }, standing, warehouses.active, mayWrite)
  }

  return { carryOut }
}
