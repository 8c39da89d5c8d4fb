import type { Transaction } from 'dexie'

/** One numbered version of the schema: the tables and indexes it changes, and how rows of the version before are carried over. */
export type Migration = {
  readonly version: number
  readonly stores: Readonly<Record<string, string>>
  readonly upgrade?: (transaction: Transaction) => Promise<void>
}
