/** What a key can do; the words are in the shell texts under `keyboard.action`. */
export const ACTIONS = [
  'sell',
  'sales',
  'focusSearch',
  'focusBasket',
  'editDelivery',
  'note',
  'clearBasket',
  'park',
  'basketDiscount',
  'pay',
  'findReturn',
  'help',
  'moveResult',
  'addResult',
  'clearSearch',
  'quantityFromSearch',
  'moveLine',
  'increase',
  'decrease',
  'removeLine',
  'editQuantity',
  'lineDiscount',
  'overridePrice',
  'leaveBasket',
  'method',
  'unconfirmed',
  'addTender',
  'closePayment',
  'newSale',
] as const
export type Action = (typeof ACTIONS)[number]

export const KEY_GROUPS = ['everywhere', 'search', 'basket', 'payment', 'paid'] as const
export type KeyGroup = (typeof KEY_GROUPS)[number]

/** A key, where it works and what it does. `keys` are `KeyboardEvent.key` values; `shown` is how they are written for people. */
export type KeyBinding = {
  readonly action: Action
  readonly group: KeyGroup
  readonly keys: readonly string[]
  readonly shown: string
}

/** All keys of the till. The help dialog shows this list; the screens look their keys up in it. */
export const KEYBOARD_MAP: readonly KeyBinding[] = [
  { action: 'sell', group: 'everywhere', keys: ['F1'], shown: 'F1' },
  { action: 'sales', group: 'everywhere', keys: ['F2'], shown: 'F2' },
  { action: 'focusSearch', group: 'everywhere', keys: ['F3'], shown: 'F3' },
  { action: 'focusBasket', group: 'everywhere', keys: ['F4'], shown: 'F4' },
  { action: 'park', group: 'everywhere', keys: ['F5'], shown: 'F5' },
  { action: 'editDelivery', group: 'everywhere', keys: ['F6'], shown: 'F6' },
  { action: 'note', group: 'everywhere', keys: ['F7'], shown: 'F7' },
  { action: 'clearBasket', group: 'everywhere', keys: ['F8'], shown: 'F8' },
  { action: 'pay', group: 'everywhere', keys: ['F9'], shown: 'F9' },
  { action: 'basketDiscount', group: 'everywhere', keys: ['F10'], shown: 'F10' },
  { action: 'findReturn', group: 'everywhere', keys: ['F11'], shown: 'F11' },
  { action: 'help', group: 'everywhere', keys: ['F12', '?'], shown: 'F12  ?' },
  { action: 'moveResult', group: 'search', keys: ['ArrowUp', 'ArrowDown'], shown: '↑ ↓' },
  { action: 'addResult', group: 'search', keys: ['Enter'], shown: 'Enter' },
  { action: 'clearSearch', group: 'search', keys: ['Escape'], shown: 'Esc' },
  { action: 'quantityFromSearch', group: 'search', keys: ['+', '-'], shown: '+ −' },
  { action: 'editQuantity', group: 'search', keys: ['*'], shown: '*' },
  { action: 'lineDiscount', group: 'search', keys: ['%'], shown: '%' },
  { action: 'moveLine', group: 'basket', keys: ['ArrowUp', 'ArrowDown'], shown: '↑ ↓' },
  { action: 'increase', group: 'basket', keys: ['+', '='], shown: '+' },
  { action: 'decrease', group: 'basket', keys: ['-'], shown: '−' },
  { action: 'editQuantity', group: 'basket', keys: ['Enter'], shown: 'Enter' },
  { action: 'lineDiscount', group: 'basket', keys: ['%', 'd', 'D'], shown: '%  D' },
  { action: 'overridePrice', group: 'basket', keys: ['h', 'H'], shown: 'H' },
  { action: 'removeLine', group: 'basket', keys: ['Delete'], shown: 'Del' },
  { action: 'leaveBasket', group: 'basket', keys: ['Escape'], shown: 'Esc' },
  { action: 'method', group: 'payment', keys: ['1', '2', '3', '4', '5'], shown: 'Alt + 1 … 5' },
  { action: 'unconfirmed', group: 'payment', keys: ['0'], shown: 'Alt + 0' },
  { action: 'addTender', group: 'payment', keys: ['Enter'], shown: 'Enter' },
  { action: 'closePayment', group: 'payment', keys: ['Escape'], shown: 'Esc' },
  { action: 'newSale', group: 'paid', keys: ['Enter'], shown: 'Enter' },
]

/** What a key does in a group; null when nothing. */
export const actionFor = (group: KeyGroup, key: string): Action | null =>
  KEYBOARD_MAP.find((binding) => binding.group === group && binding.keys.includes(key))?.action ?? null

/** How the key of an action is written for people; an empty text for an action without one. */
export const shownKeyOf = (action: Action): string =>
  KEYBOARD_MAP.find((binding) => binding.action === action)?.shown ?? ''
