import { userSchema, type Permission, type User } from '../../shared/domain/permission.ts'
import type { Approval } from '../../shared/domain/approval.ts'
import type { TillDatabase } from './database.ts'
import { readRows } from './read-rows.ts'

/** Everybody who works at this till, by name; those who left (not active) as well. */
export const readUsers = async (database: TillDatabase): Promise<readonly User[]> =>
  readRows(userSchema, await database.users.toArray()).rows.toSorted((one, other) => one.name.localeCompare(other.name))

/** Writes a user, new or changed, and notes who did. */
export const writeUser = (
  database: TillDatabase,
  user: User,
  how: { readonly nowMs: number; readonly by: string },
): Promise<void> =>
  database.transaction('rw', [database.users, database.audit], async () => {
    await database.users.put(user)
    const detail = `${user.name}, ${user.role}, ${user.isActive ? 'active' : 'not active'}, by ${how.by}`
    await database.audit.add({ atMs: how.nowMs, kind: 'user-written', saleId: null, detail })
  })

/** Notes in the audit that somebody allowed something. */
export const noteApproval = async (
  database: TillDatabase,
  permission: Permission,
  approval: Approval,
): Promise<void> => {
  const detail = `${permission}, by ${approval.by}: ${approval.reason}`
  await database.audit.add({ atMs: approval.atMs, kind: 'approval', saleId: null, detail })
}
