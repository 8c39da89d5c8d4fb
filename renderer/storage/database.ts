import { Dexie, type EntityTable, type Table } from 'dexie'
import type { User } from '../../shared/domain/permission.ts'
import type { PrintJob } from '../../shared/domain/print-job.ts'
import type { CashMove, Shift } from '../../shared/domain/shift.ts'
import type { StockDocument } from '../../shared/domain/stock-document.ts'
import type { Movement, StockFinding, StockLevel } from '../../shared/domain/stock-level.ts'
import type { Step } from '../../shared/domain/step.ts'
import { databaseNames, nextDatabaseName } from './database-names.ts'
import { allMigrations } from './migrations/all-migrations.ts'
import type { PrintFileRow } from './print-file-store.ts'
import type { AuditRow, KeyedRow, ParkedRow, SearchTextRow, ShiftReportRow, StoredItem, StoredSale } from './rows.ts'

/** Everything the shop must not lose, and what it sells. Every transaction is strict: it is on disk before it is done. */
export class TillDatabase extends Dexie {
  declare readonly items: EntityTable<StoredItem, 'sku'>
  declare readonly searchTexts: EntityTable<SearchTextRow, 'id'>
  declare readonly stockLevels: Table<StockLevel, [string, string]>
  declare readonly movements: EntityTable<Movement, 'id'>
  declare readonly sales: EntityTable<StoredSale, 'id'>
  declare readonly outbox: EntityTable<Step, 'id'>
  declare readonly printJobs: EntityTable<PrintJob, 'id'>
  declare readonly printFiles: EntityTable<PrintFileRow, 'id'>
  declare readonly audit: Table<AuditRow, number>
  declare readonly settings: EntityTable<KeyedRow, 'key'>
  declare readonly syncState: EntityTable<KeyedRow, 'key'>
  declare readonly stockFindings: EntityTable<StockFinding, 'id'>
  declare readonly shifts: EntityTable<Shift, 'id'>
  declare readonly cashMoves: EntityTable<CashMove, 'id'>
  declare readonly shiftReports: EntityTable<ShiftReportRow, 'id'>
  declare readonly stockDocuments: EntityTable<StockDocument, 'id'>
  declare readonly users: EntityTable<User, 'id'>
  declare readonly parked: EntityTable<ParkedRow, 'id'>
  /** Names of databases that could not be read and stand aside untouched. */
  readonly setAsideNames: readonly string[]

  constructor(name: string, setAsideNames: readonly string[] = []) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'immutable' })
    this.setAsideNames = setAsideNames
    for (const { version, stores, upgrade } of allMigrations) {
      const declared = this.version(version).stores({ ...stores })
      if (upgrade !== undefined) declared.upgrade(upgrade)
    }
  }
}

/** What a browser reports for a store that it cannot read, or that a newer version of the app has written. */
const UNREADABLE = new Set([
  'VersionError',
  'UnknownError',
  'InvalidStateError',
  'DataError',
  'NotFoundError',
  'NotReadableError',
  'ConstraintError',
  'SchemaError',
  'UpgradeError',
  'UpgradeNeededError',
  'InvalidTableError',
  'OpenFailedError',
  'DatabaseClosedError',
  'EncodingError',
])

const namesOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return []
  const inner = 'inner' in error && error.inner !== error ? namesOf(error.inner) : []
  return [error.name, ...inner]
}

const tryOpen = async (name: string, setAsideNames: readonly string[]): Promise<TillDatabase> => {
  const database = new TillDatabase(name, setAsideNames)
  try {
    await database.open()
    if (database.verno > (allMigrations.at(-1)?.version ?? 0)) {
      throw Object.assign(new Error('written by a newer version'), { name: 'VersionError' })
    }
    // A damaged store often opens and fails on the first read.
    await database.transaction('r', database.tables, () =>
      Promise.all(database.tables.map((table) => table.limit(1).toArray())),
    )
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Opens the till's database: the newest of `name`, `name-1`, `name-2` … An unreadable one is never deleted: it stays as it
 * is, a fresh one opens under the next name, and the journal rebuilds it (design, invariant 7). Rejects on anything else,
 * such as a full disk.
 */
export const openTillDatabase = async (name = 'konter'): Promise<TillDatabase> => {
  const names = databaseNames(name, await Dexie.getDatabaseNames())
  const current = names.at(-1) ?? name
  try {
    return await tryOpen(current, names.slice(0, -1))
  } catch (firstError) {
    if (!namesOf(firstError).some((each) => UNREADABLE.has(each))) throw firstError
  }
  try {
    // A second look: a store is set aside only when it fails twice.
    return await tryOpen(current, names.slice(0, -1))
  } catch (error) {
    if (!namesOf(error).some((each) => UNREADABLE.has(each))) throw error
    return tryOpen(nextDatabaseName(name, current), [...names.filter((each) => each !== current), current])
  }
}
