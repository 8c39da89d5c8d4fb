import { z } from 'zod'

/** What a shop may keep to its supervisors. */
export const permissionSchema = z.enum([
  'override-price',
  'discount',
  'sell-below-stock',
  'return',
  'void',
  'cash-move',
  'adjust-stock',
  'approve-count',
  'shift-difference',
  'settings',
])
export type Permission = z.infer<typeof permissionSchema>
export const PERMISSIONS: readonly Permission[] = permissionSchema.options

/** A PIN as it is kept: PBKDF2-SHA-256 of the PIN, never the PIN. Both parts are hexadecimal. */
export const pinSchema = z.object({
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  iterations: z.number().int().min(100_000),
})
export type Pin = z.infer<typeof pinSchema>

/** Somebody who works at this till. */
export const userSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  role: z.enum(['cashier', 'supervisor']),
  pin: pinSchema.nullable(),
  isActive: z.boolean(),
})
export type User = z.infer<typeof userSchema>

const canApprove = (user: User): boolean => user.isActive && user.role === 'supervisor' && user.pin !== null

/**
 * Whether a supervisor's PIN must be entered: only for what the shop keeps to supervisors, not while one of them is at the
 * till, and not in a shop that has no supervisor with a PIN (a person alone must be able to sell).
 */
export const needsApproval = (
  permission: Permission,
  guarded: readonly Permission[],
  users: readonly User[],
  cashierName: string,
): boolean =>
  guarded.includes(permission) &&
  users.some(canApprove) &&
  !users.some((user) => canApprove(user) && user.name === cashierName)
