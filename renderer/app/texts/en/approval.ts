import type { approval as indonesian } from '../id/approval.ts'
import type { TextsLike } from '../texts-like.ts'

/** Texts of the question for permission and of the cashiers, English. */
export const approval: TextsLike<typeof indonesian> = {
  ask: 'A supervisor has to allow this. Ask them to enter their PIN.',
  pin: 'Supervisor’s PIN',
  reason: 'Reason',
  allow: 'Allow',
  goOn: 'Go on',
  cancel: 'Cancel',
  problem: {
    wrong: 'No supervisor has this PIN.',
    blocked: 'Too many wrong PINs. Wait a moment, then try again.',
    reason: 'Enter the reason.',
  },
  cashier: {
    button: 'Cashier: {{name}}',
    title: 'Who is at the till?',
    pinOf: 'PIN of {{name}}',
    wrongPin: 'Wrong PIN.',
    take: 'Take the till',
    empty: 'No cashiers yet. Add them in Settings.',
  },
  people: {
    title: 'Cashiers & supervisors',
    hint: 'A supervisor with a PIN can allow what is ticked beside this. Until there is one, everybody may do everything.',
    add: 'Add a person',
    edit: 'Change {{name}}',
    name: 'Name',
    role: 'Role',
    roleName: { cashier: 'Cashier', supervisor: 'Supervisor' },
    newPin: 'New PIN (4–8 digits)',
    pinHint: 'Leave empty to keep the PIN. A supervisor needs one to allow things.',
    isActive: 'Works here',
    inactive: 'Not active',
    hasPin: 'has a PIN',
    save: 'Save person',
    problem: {
      name: 'The name must be filled in and not be somebody else’s.',
      pin: 'A PIN has 4 to 8 digits.',
    },
  },
}
