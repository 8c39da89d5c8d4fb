import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTillDatabase, type TillDatabase } from './database.ts'
import { DEFAULT_SETTINGS, readSettings, writeSettings } from './settings-store.ts'

let database: TillDatabase
beforeEach(async () => {
  database = await openTillDatabase(randomUUID())
})
afterEach(() => database.close())

/** Stores a set-up as another version, or damage, may have left it. */
const store = (value: object) => database.settings.put({ key: 'till', value })

test('a set-up is read as it was written, and nothing is the usual one', async () => {
  expect(await readSettings(database)).toEqual(DEFAULT_SETTINGS)
  const written = { ...DEFAULT_SETTINGS, register: 'K7', printsReceipts: false }
  await writeSettings(database, written)
  expect(await readSettings(database)).toEqual(written)
})

test('documents that are not stored yet look as usual', async () => {
  const { designs: _designs, ...earlier } = DEFAULT_SETTINGS
  await store(earlier)
  expect(await readSettings(database)).toEqual(DEFAULT_SETTINGS)
})

test('one value that cannot be read costs no other: neither of the register nor of the look of its documents', async () => {
  const { designs } = DEFAULT_SETTINGS
  const note = 'Terima kasih'
  await store({
    ...DEFAULT_SETTINGS,
    register: 'K7',
    theme: 'pink',
    designs: {
      ...designs,
      language: 'en',
      receipt: { ...designs.receipt, note },
      label: 'gone',
      logo: { widthPx: -1 },
    },
  })
  expect(await readSettings(database)).toMatchObject({
    register: 'K7',
    theme: 'system',
    designs: { language: 'en', logo: null, receipt: { note }, label: designs.label },
  })
})
