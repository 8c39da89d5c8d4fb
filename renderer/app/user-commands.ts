import type { Approval } from '../../shared/domain/approval.ts'
import type { Permission, User } from '../../shared/domain/permission.ts'
import type { TillDatabase } from '../storage/database.ts'
import { noteApproval, readUsers, writeUser } from '../storage/user-store.ts'
import { readSettings } from '../storage/settings-store.ts'
import { hashPin, isSamePin } from './hash-pin.ts'

/** A user as typed into the form: a PIN only when it is a new one. */
export type UserDraft = Pick<User, 'id' | 'name' | 'role' | 'isActive'> & { readonly newPin: string | null }

/** What can be done about the people at this till. */
export type UserCommands = {
  /** Writes a user; without a new PIN the old one stays. */
  readonly writeUser: (draft: UserDraft) => Promise<void>
  /** The active supervisor with this PIN; null when there is none. */
  readonly findSupervisor: (pin: string) => Promise<User | null>
  /** Whether this is the PIN of that user. A user without one needs none. */
  readonly checkPin: (userId: string, pin: string) => Promise<boolean>
  readonly noteApproval: (permission: Permission, approval: Approval) => Promise<void>
}

/** Makes the commands about users over an open database. */
export const createUserCommands = (options: {
  readonly database: TillDatabase
  readonly now: () => number
}): UserCommands => {
  const { database, now } = options
  return {
    writeUser: async ({ newPin, ...draft }) => {
      const [users, { cashier }] = await Promise.all([readUsers(database), readSettings(database)])
      const pin = newPin === null ? (users.find((user) => user.id === draft.id)?.pin ?? null) : await hashPin(newPin)
      await writeUser(database, { ...draft, pin }, { nowMs: now(), by: cashier })
    },
    findSupervisor: async (pin) => {
      for (const user of await readUsers(database)) {
        if (user.isActive && user.role === 'supervisor' && user.pin !== null && (await isSamePin(pin, user.pin)))
          return user
      }
      return null
    },
    checkPin: async (userId, pin) => {
      const user = (await readUsers(database)).find((each) => each.id === userId)
      return user !== undefined && (user.pin === null || isSamePin(pin, user.pin))
    },
    noteApproval: (permission, approval) => noteApproval(database, permission, approval),
  }
}
