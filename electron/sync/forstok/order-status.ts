/** How far an order is, by Forstok's names of statuses; null for a status that no sale of ours should have. */
export type OrderProgress = 'open' | 'ready-to-ship' | 'delivered' | 'cancelled'

const PROGRESS: Readonly<Record<string, OrderProgress>> = {
  'pending payment': 'open',
  'pending courier': 'open',
  open: 'open',
  picked: 'open',
  packed: 'open',
  'not shipped': 'open',
  printed: 'open',
  'ready to ship': 'ready-to-ship',
  'ready to print': 'ready-to-ship',
  shipped: 'ready-to-ship',
  delivered: 'delivered',
  completed: 'delivered',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  'failed delivery': 'cancelled',
  returned: 'cancelled',
}

/** Reads a status in any case, with spaces, dashes or underscores. */
export const orderProgress = (status: string): OrderProgress | null =>
  PROGRESS[
    status
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .trim()
  ] ?? null

/** True when an order is at least as far as the step asks for. */
export const hasReached = (progress: OrderProgress | null, goal: 'ready-to-ship' | 'delivered'): boolean =>
  progress === 'delivered' || progress === goal
