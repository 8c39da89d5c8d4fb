import 'fake-indexeddb/auto'
import { afterEach, describe, expect, test } from 'vitest'
import { TillDatabase } from '../storage/database.ts'
import { readUsers } from '../storage/user-store.ts'
import { createUserCommands } from './user-commands.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 3)
const open: TillDatabase[] = []

const commands = () => {
  const database = new TillDatabase(`users-${crypto.randomUUID()}`)
  open.push(database)
  return { database, users: createUserCommands({ database, now: () => NOW_MS }) }
}

afterEach(() => {
  for (const database of open.splice(0)) database.close()
})

const draft = { id: 'sari', name: 'Sari', role: 'supervisor', isActive: true } as const

describe('people at the till', () => {
  test('a supervisor is found by the PIN, and by no other', async () => {
    const { users } = commands()
    await users.writeUser({ ...draft, newPin: '2468' })
    await users.writeUser({ ...draft, id: 'budi', name: 'Budi', role: 'cashier', newPin: '1357' })
    expect((await users.findSupervisor('2468'))?.name).toBe('Sari')
    expect(await users.findSupervisor('1357')).toBeNull()
    expect(await users.findSupervisor('')).toBeNull()
  })

  test('the PIN itself is nowhere in the database, and two same PINs are kept differently', async () => {
    const { database, users } = commands()
    await users.writeUser({ ...draft, newPin: '24681357' })
    await users.writeUser({ ...draft, id: 'dewi', name: 'Dewi', newPin: '24681357' })
    const stored = await readUsers(database)
    expect(JSON.stringify([stored, await database.audit.toArray()])).not.toContain('24681357')
    expect(new Set(stored.map((user) => user.pin?.hash)).size).toBe(2)
  })

  test('a change without a new PIN keeps the old one; somebody who left approves nothing', async () => {
    const { users } = commands()
    await users.writeUser({ ...draft, newPin: '2468' })
    await users.writeUser({ ...draft, name: 'Sari Dewi', newPin: null })
    expect((await users.findSupervisor('2468'))?.name).toBe('Sari Dewi')
    await users.writeUser({ ...draft, isActive: false, newPin: null })
    expect(await users.findSupervisor('2468')).toBeNull()
  })

  test('who has no PIN needs none, who has one does', async () => {
    const { users } = commands()
    await users.writeUser({ ...draft, newPin: null })
    expect(await users.checkPin('sari', '')).toBe(true)
    await users.writeUser({ ...draft, newPin: '2468' })
    expect(await users.checkPin('sari', '')).toBe(false)
    expect(await users.checkPin('sari', '2468')).toBe(true)
    expect(await users.checkPin('nobody', '2468')).toBe(false)
  })

  test('every change and approval is noted', async () => {
    const { database, users } = commands()
    await users.writeUser({ ...draft, newPin: '2468' })
    await users.noteApproval('void', { by: 'Sari', atMs: NOW_MS, reason: 'salah barang' })
    expect((await database.audit.toArray()).map((row) => [row.kind, row.detail])).toEqual([
      ['user-written', 'Sari, supervisor, active, by Kasir'],
      ['approval', 'void, by Sari: salah barang'],
    ])
  })
})
