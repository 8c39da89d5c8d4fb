import { create } from 'zustand'
import type { Basket, BasketLine } from '../../../shared/domain/basket.ts'
import type { Item } from '../../../shared/domain/item.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import type { StockPolicy } from '../../../shared/domain/selling-rules.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import type { StockFigures } from './stock-shortage.ts'

/** What the cashier is told about the last scan or key. */
export type SellMessage =
  | { readonly type: 'added'; readonly name: string; readonly quantity: number }
  | { readonly type: 'unknown-code'; readonly code: string }
  | { readonly type: 'ignored-scan'; readonly code: string; readonly during: 'payment' | 'paid' | 'dialog' }
  | { readonly type: 'limit' }
  | { readonly type: 'search-failed' }
  | { readonly type: 'not-weighed'; readonly name: string }
  /** More was wanted than there is, and the shop forbids it. */
  | {
      readonly type: 'stock-short'
      readonly lineId: string
      readonly item: Item
      readonly wanted: number
      readonly available: number
    }
  | { readonly type: 'parked' }
  | { readonly type: 'park-gone' }
  /** Something came into the basket while it was being put aside: it stays open. */
  | { readonly type: 'park-changed' }
  | { readonly type: 'error'; readonly error: ActionableError }

export type SellDialog =
  | 'none'
  | 'pay'
  | 'delivery'
  | 'clear'
  | 'line-discount'
  | 'basket-discount'
  | 'price'
  | 'parked'
export type SellFocus = 'search' | 'basket' | 'quantity' | 'note'

/** A line that grew before its stock was known, and what it was before (0: it is new). */
export type UncheckedLine = { readonly lineId: string; readonly before: number }

export type SellState = {
  /** Null until the till has opened the first basket. */
  readonly basket: Basket | null
  /** The id of the selected line. */
  readonly selectedLine: string | null
  readonly dialog: SellDialog
  /** Pay was pressed before the address was known: payment follows the address. */
  readonly paysAfterDelivery: boolean
  readonly message: SellMessage | null
  /** The sale just paid, while its change is on the screen. */
  readonly paidSale: Sale | null
  /** Counts up with each wish to move the focus, so that the same wish twice is two. `isMore`: what is weighed now comes on top. */
  readonly focus: { readonly target: SellFocus; readonly count: number; readonly isMore: boolean }
  /** Counts up when rows on the screen may have become old. */
  readonly stockRevision: number
  readonly stockPolicy: StockPolicy
  /** What is shown of the basket's goods, as far as it has been read. */
  readonly stockFigures: StockFigures
  readonly uncheckedLines: readonly UncheckedLine[]
  /** Lines of weighed goods for which no weight was entered yet. */
  readonly unweighedLines: readonly string[]
}

/** The open basket and the dialogs over it. Money and stock live in the till; this is screen state only. */
export const useSellStore = create<SellState>(() => ({
  basket: null,
  selectedLine: null,
  dialog: 'none',
  paysAfterDelivery: false,
  message: null,
  paidSale: null,
  focus: { target: 'search', count: 0, isMore: false },
  stockRevision: 0,
  stockPolicy: 'warn',
  stockFigures: new Map(),
  uncheckedLines: [],
  unweighedLines: [],
}))

const { getState, setState } = useSellStore

/** Changes the open basket; nothing before there is one. */
export const changeBasket = (change: (basket: Basket) => Basket): void =>
  setState(({ basket }) => (basket === null ? {} : { basket: change(basket) }))

/** The line of the open basket with this id. */
export const findLine = (lineId: string | null): BasketLine | undefined =>
  getState().basket?.lines.find((line) => line.id === lineId)

/** What a basket begins with on the screen. */
export const freshBasket = (basket: Basket): Pick<SellState, 'basket' | 'selectedLine' | 'message'> => ({
  basket,
  selectedLine: basket.lines.at(-1)?.id ?? null,
  message: null,
})

// What is known of the lines belongs to their basket: ids of lines begin anew in each.
useSellStore.subscribe((now, before) => {
  if (now.basket?.id === before.basket?.id || before.basket === null) return
  setState({ stockFigures: new Map(), uncheckedLines: [], unweighedLines: [] })
})

/** Begins with an empty basket unless one is open. */
export const openFirstBasket = (openBasket: () => Basket): void => {
  if (getState().basket === null) setState({ basket: openBasket() })
}

export const requestFocus = (target: SellFocus, isMore: boolean = false): void =>
  setState(({ focus }) => ({ focus: { target, count: focus.count + 1, isMore } }))

export const showMessage = (message: SellMessage | null): void => setState({ message })

export const selectLine = (lineId: string): void => setState({ selectedLine: lineId })

/** Rows on the screen are to be read again (stock was pulled, a catalogue was imported). */
export const markStockChanged = (): void => setState(({ stockRevision }) => ({ stockRevision: stockRevision + 1 }))
