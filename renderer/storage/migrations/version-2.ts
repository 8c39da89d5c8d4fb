import type { Migration } from './migration.ts'

/**
 * Shifts, cash moves, Z reports, stock documents, users and parked baskets; sales are found by their shift and by the sale from which
 * goods came back, steps by the step that they wait for, movements of one SKU by [sku+atMs]. Rows of before stay as they
 * are: what they lack is filled in when they are read.
 */
export const version2: Migration = {
  version: 2,
  stores: {
    sales:
      'id, &number, paidAtMs, day, [kind+paidAtMs], [numberPrefix+sequence], shiftId, returnOfId, [returnPrefix+returnSequence], journalOwedAtMs',
    outbox: 'id, saleId, [destination+state+dueAtMs], [state+paidAtMs], afterStepId',
    movements: 'id, [state+sku], stepId, saleId, [sku+atMs]',
    shifts: 'id, openedAtMs',
    cashMoves: 'id, shiftId',
    shiftReports: 'id',
    stockDocuments: 'id, &number, atMs',
    users: 'id',
    parked: 'id, parkedAtMs',
  },
}
