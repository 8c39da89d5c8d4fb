import { create } from 'zustand'
import type { Approval } from '../../../shared/domain/approval.ts'
import { needsApproval, type Permission, type User } from '../../../shared/domain/permission.ts'

/** Something that the shop may keep to its supervisors. `title` is what the dialog asks, in the language on the screen. */
export type ApprovalRequest = {
  readonly permission: Permission
  readonly title: string
  /** A reason must be given whoever allows it. */
  readonly needsReason: boolean
}

type PendingApproval = ApprovalRequest & {
  readonly needsPin: boolean
  readonly answer: (approval: Approval | null) => void
}

type ApprovalRules = {
  readonly cashier: string
  readonly guarded: readonly Permission[]
  readonly users: readonly User[]
}

/** The question on the screen; null when there is none. */
export const useApprovalStore = create<{ readonly pending: PendingApproval | null }>(() => ({ pending: null }))

let rules: ApprovalRules | null = null

/** Tells who works here and what is kept to supervisors; the dialog does so whenever that changes. */
export const provideApprovalRules = (next: ApprovalRules): void => {
  rules = next
}

/**
 * Asks for leave to do something: a supervisor's PIN where the shop keeps it to them, a reason where one is wanted. Answers
 * at once, in the cashier's name, when neither is needed; null when it was refused or called off, and while another
 * question stands on the screen.
 */
export const requestApproval = (request: ApprovalRequest): Promise<Approval | null> => {
  const { pending } = useApprovalStore.getState()
  if (rules === null || pending !== null) return Promise.resolve(null)
  const needsPin = needsApproval(request.permission, rules.guarded, rules.users, rules.cashier)
  if (!needsPin && !request.needsReason) {
    return Promise.resolve({ by: rules.cashier, atMs: Date.now(), reason: '' })
  }
  return new Promise((resolve) => {
    const answer = (approval: Approval | null): void => {
      useApprovalStore.setState({ pending: null })
      resolve(approval)
    }
    useApprovalStore.setState({ pending: { ...request, needsPin, answer } })
  })
}
