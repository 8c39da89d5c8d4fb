import type { TextsLike } from '../texts-like.ts'
import type { common as indonesian } from '../id/common.ts'

export const common: TextsLike<typeof indonesian> = {
  appName: 'Konter',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  remove: 'Remove',
  back: 'Back',
  retry: 'Try again',
  clear: 'Clear',
  loading: 'Loading…',
  optional: 'optional',
  required: 'Required',
  dismiss: 'Dismiss message',
  notifications: 'Notifications',
  detail: 'Detail: {{detail}}',
  destination: { forstok: 'Forstok', accurate: 'Accurate' },
  document: { receipt: 'Receipt', label: 'Label' },
  method: { cash: 'Cash', qris: 'QRIS', card: 'Card', transfer: 'Transfer', deposit: 'Deposit' },
  kind: { 'walk-in': 'Walk-in', delivery: 'Delivery' },
  age: {
    now: 'just now',
    minutes: '{{count}} min ago',
    hours: '{{count}} h ago',
    days: '{{count}} d ago',
  },
  unexpected: {
    title: 'Something went wrong on this screen',
    body: 'Sales shown as paid are safe. Reload the screen; if it happens again, call support.',
    reload: 'Reload the screen',
  },
}
