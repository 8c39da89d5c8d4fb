import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { openTillDatabase, TillDatabase } from './database.ts'
import { databaseNames, nextDatabaseName } from './database-names.ts'
import { allMigrations } from './migrations/all-migrations.ts'

const rawOpen = (name: string, version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error(String(request.error))))
  })

describe('openTillDatabase', () => {
  test('opens the newest version with all tables and indexes', async () => {
    const database = await openTillDatabase(randomUUID())
    expect(database.verno).toBe(3)
    expect(database.tables.map((table) => table.name).toSorted()).toEqual(
      [...new Set(allMigrations.flatMap((migration) => Object.keys(migration.stores)))].toSorted(),
    )
    expect(database.outbox.schema.indexes.map((index) => index.name)).toContain('[destination+state+dueAtMs]')
    expect(database.sales.schema.idxByName['number']?.unique).toBe(true)
    database.close()
  })

  test('migrations are numbered without gaps, oldest first', () => {
    expect(allMigrations.map((migration) => migration.version)).toEqual(allMigrations.map((_, index) => index + 1))
  })

  test('every write is a strict transaction', async () => {
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const database = await openTillDatabase(randomUUID())
    spy.mockClear()
    await database.transaction('rw', [database.audit], () =>
      database.audit.add({ atMs: 1, kind: 'x', saleId: null, detail: '' }),
    )
    await database.settings.put({ key: 'till', value: {} })
    const writes = spy.mock.calls.filter(([, mode]) => mode === 'readwrite').map(([, , options]) => options)
    expect(writes).toEqual([{ durability: 'strict' }, { durability: 'strict' }])
    database.close()
  })

  test('sets a database of a newer version aside untouched and opens a fresh one that it finds again', async () => {
    const name = randomUUID()
    const foreign = await rawOpen(name, 9_000)
    foreign.close()
    const fresh = await openTillDatabase(name)
    expect(fresh.name).toBe(`${name}-1`)
    expect(fresh.setAsideNames).toEqual([name])
    await fresh.settings.put({ key: 'till', value: { register: 'K7' } })
    fresh.close()
    const again = await openTillDatabase(name)
    expect(again.name).toBe(`${name}-1`)
    expect(await again.settings.get('till')).toBeDefined()
    again.close()
    const kept = await rawOpen(name, 9_000)
    expect(kept.version).toBe(9_000)
    kept.close()
  })

  test('sets an unreadable database aside, and only one that fails twice', async () => {
    const name = randomUUID()
    const first = await openTillDatabase(name)
    await first.settings.put({ key: 'till', value: {} })
    first.close()
    let failures = 1
    const spy = vi.spyOn(TillDatabase.prototype, 'open').mockImplementation(function (this: TillDatabase) {
      if (this.name === name && failures > 0) {
        failures -= 1
        throw Object.assign(new Error('Internal error opening backing store'), { name: 'UnknownError' })
      }
      return Object.getPrototypeOf(TillDatabase.prototype).open.call(this)
    })
    const once = await openTillDatabase(name)
    expect(once.name).toBe(name)
    once.close()
    failures = 2
    const aside = await openTillDatabase(name)
    expect(aside.name).toBe(`${name}-1`)
    aside.close()
    spy.mockRestore()
    expect((await indexedDB.databases()).map((each) => each.name)).toContain(name)
  })

  test('does not set a database aside when the disk is full', async () => {
    const name = randomUUID()
    const spy = vi.spyOn(TillDatabase.prototype, 'open').mockImplementation(() => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    })
    await expect(openTillDatabase(name)).rejects.toThrow('full')
    spy.mockRestore()
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(`${name}-1`)
  })
})

test('names of databases are ordered by number, and other names are left alone', () => {
  expect(databaseNames('konter', ['konter-10', 'konter-2', 'other', 'konter', 'konter-x', 'konter-0'])).toEqual([
    'konter',
    'konter-2',
    'konter-10',
  ])
  expect(nextDatabaseName('konter', 'konter')).toBe('konter-1')
  expect(nextDatabaseName('konter', 'konter-10')).toBe('konter-11')
})
