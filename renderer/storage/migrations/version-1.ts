import type { Migration } from './migration.ts'

/**
 * The first tables. `outbox` is claimed by [destination+state+dueAtMs] and counted by [state+paidAtMs]; `sales` is listed
 * by time and by [kind+paidAtMs], and a number can stand in it once; movements not contained are found by [state+sku].
 */
export const version1: Migration = {
  version: 1,
  stores: {
    items: 'sku, skuLower, *barcodes',
    searchTexts: 'id',
    stockLevels: '[sku+warehouseId]',
    movements: 'id, [state+sku], stepId, saleId',
    sales: 'id, &number, paidAtMs, day, [kind+paidAtMs], [numberPrefix+sequence]',
    outbox: 'id, saleId, [destination+state+dueAtMs], [state+paidAtMs]',
    printJobs: 'id, saleId, state, [document+state+createdAtMs]',
    audit: '++id, atMs',
    settings: 'key',
    syncState: 'key',
    stockFindings: 'id, foundAtMs',
  },
}
