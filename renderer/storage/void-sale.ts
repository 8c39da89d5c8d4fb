import type { Approval } from '../../shared/domain/approval.ts'
import type { Bilingual } from '../../shared/domain/bilingual.ts'
import { close } from '../../shared/domain/outbox.ts'
import { fromThousandths, thousandthsOf } from '../../shared/domain/quantity.ts'
import { movementSchema, type Movement } from '../../shared/domain/stock-level.ts'
import { stepSchema, type Step } from '../../shared/domain/step.ts'
import { failure, success, type Result } from '../../shared/domain/result.ts'
import type { ActionableError, Voiding } from '../../shared/ipc/contract.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'
import { storedSaleSchema } from './rows.ts'
import { readReturnsOf } from './sale-history.ts'
import { readOpenShift } from './shift-store.ts'

/** Why a sale cannot be called off. */
export type VoidRefusal = 'missing' | 'voided' | 'other-shift' | 'was-tried' | 'has-returns'

const TEXTS: Readonly<Record<VoidRefusal, Bilingual>> = {
  missing: {
    id: 'Penjualan ini tidak ada di kasir ini atau tidak terbaca. Cari lagi nomornya.',
    en: 'This sale is not at this till or cannot be read. Look its number up again.',
  },
  voided: { id: 'Penjualan ini sudah dibatalkan.', en: 'This sale has been voided already.' },
  'other-shift': {
    id: 'Penjualan dari shift lain tidak dapat dibatalkan. Buat pengembalian (retur) untuk penjualan ini.',
    en: 'A sale of another shift cannot be voided. Make a return for it instead.',
  },
  'was-tried': {
    id: 'Penjualan ini sudah atau sedang dikirim, jadi tidak dapat dibatalkan. Buat pengembalian (retur) untuk penjualan ini.',
    en: 'This sale has been sent or is on its way, so it cannot be voided. Make a return for it instead.',
  },
  'has-returns': {
    id: 'Sudah ada barang yang kembali dari penjualan ini. Batalkan pengembaliannya dahulu, atau kembalikan sisanya.',
    en: 'Something of this sale has come back already. Void that return first, or take back the rest.',
  },
}

/** Tries after which nothing of the step is at the service: no line, or a refusal (which saves nothing). */
const HARMLESS: ReadonlySet<string> = new Set(['retry', 'attention'])

/** True while certainly nothing of it is at the service: never sent, each try failed before anything left, or it was refused. */
const isUnsent = (step: Step): boolean => {
  if (step.kind === 'forstok.return') return step.state === 'attention'
  const isWaiting = step.state === 'queued' || (step.state === 'attention' && step.remote === null)
  return isWaiting && step.attempts.every((attempt) => HARMLESS.has(attempt.outcome))
}

/** Together with what it takes back it changes nothing, whatever is pulled: both are done with. */
const takenBack = (movement: Movement, atMs: number): readonly Movement[] => {
  const done = { ...movement, stepId: null, state: 'contained', acknowledgedAtMs: null } as const
  const quantity = fromThousandths(-thousandthsOf(movement.quantity))
  return [done, { ...done, id: `${movement.id}/void`, cause: 'void', quantity, atMs }]
}

/**
 * Calls a sale off, in one transaction: its steps are closed, its movements taken back, the row says who and why. Refused
 * unless it belongs to the open shift, nothing of it has left, and nothing has come back of it.
 */
export const voidStoredSale = (
  database: TillDatabase,
  saleId: string,
  approval: Approval,
): Promise<Result<Voiding, ActionableError>> => {
  const refused = (why: VoidRefusal): Result<never, ActionableError> =>
    failure({ code: `void.${why}`, message: TEXTS[why], detail: null })
  const { sales, outbox, movements, audit, shifts, printJobs } = database
  return database.transaction('rw', [sales, outbox, movements, audit, shifts, printJobs], async () => {
    const stored = storedSaleSchema.safeParse(await sales.get(saleId))
    if (!stored.success) return refused('missing')
    if (stored.data.voiding !== null) return refused('voided')
    const openShift = await readOpenShift(database)
    if (openShift === null || stored.data.sale.shiftId !== openShift.id) return refused('other-shift')
    if ((await readReturnsOf(database, saleId)).length > 0) return refused('has-returns')
    const steps = readRows(stepSchema, await outbox.where('saleId').equals(saleId).toArray())
    if (steps.badIds.length > 0 || !steps.rows.every(isUnsent)) return refused('was-tried')
    const reason = approval.reason.trim() === '' ? 'void' : approval.reason.trim()
    const voiding: Voiding = { saleId, atMs: approval.atMs, by: approval.by, reason }
    const moved = readRows(movementSchema, await movements.where('saleId').equals(saleId).toArray()).rows
    await Promise.all([
      sales.update(saleId, { voiding, journalOwedAtMs: approval.atMs }),
      outbox.bulkPut(steps.rows.flatMap((step) => close(step, reason, approval.atMs) ?? [])),
      movements.bulkPut(moved.flatMap((movement) => takenBack(movement, approval.atMs))),
      audit.add({
        atMs: approval.atMs,
        kind: 'voided',
        saleId,
        detail: `${stored.data.number}, by ${approval.by}: ${reason}`,
      }),
    ])
    return success(voiding)
  })
}
