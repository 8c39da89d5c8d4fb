import { create } from 'zustand'
import type { Basket, BasketLine } from '../../../shared/domain/basket.ts'
import { addItem, removeLine, setDelivery, setKind, setNote, setQuantity } from '../../../shared/domain/basket-rules.ts'
import type { Item } from '../../../shared/domain/item.ts'
import type { Delivery, Sale } from '../../../shared/domain/sale.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import { lineKeyOf } from './line-key.ts'

/** What the cashier is told about the last scan or key. */
export type SellMessage =
  | { readonly type: 'added'; readonly name: string; readonly quantity: number }
  | { readonly type: 'unknown-code'; readonly code: string }
  | { readonly type: 'ignored-scan'; readonly code: string; readonly during: 'payment' | 'paid' }
  | { readonly type: 'limit' }
  | { readonly type: 'search-failed' }
  | { readonly type: 'error'; readonly error: ActionableError }

export type SellDialog = 'none' | 'pay' | 'delivery' | 'clear'
export type SellFocus = 'search' | 'basket' | 'note'

export type SellState = {
  /** Null until the till has opened the first basket. */
  readonly basket: Basket | null
  readonly selectedLine: string | null
  readonly dialog: SellDialog
  /** Pay was pressed before the address was known: payment follows the address. */
  readonly paysAfterDelivery: boolean
  readonly message: SellMessage | null
  /** The sale just paid, while its change is on the screen. */
  readonly paidSale: Sale | null
  /** Counts up with each wish to move the focus, so that the same wish twice is two. */
  readonly focus: { readonly target: SellFocus; readonly count: number }
  /** Counts up when rows on the screen may have become old. */
  readonly stockRevision: number
}

/** The open basket and the dialogs over it. Money and stock live in the till; this is screen state only. */
export const useSellStore = create<SellState>(() => ({
  basket: null,
  selectedLine: null,
  dialog: 'none',
  paysAfterDelivery: false,
  message: null,
  paidSale: null,
  focus: { target: 'search', count: 0 },
  stockRevision: 0,
}))

const { getState, setState } = useSellStore

const changeBasket = (change: (basket: Basket) => Basket): void =>
  setState(({ basket }) => (basket === null ? {} : { basket: change(basket) }))

/** Begins with an empty basket unless one is open. */
export const openFirstBasket = (openBasket: () => Basket): void => {
  if (getState().basket === null) setState({ basket: openBasket() })
}

export const requestFocus = (target: SellFocus): void =>
  setState(({ focus }) => ({ focus: { target, count: focus.count + 1 } }))

export const showMessage = (message: SellMessage | null): void => setState({ message })

/** Adds one unit and selects its line. */
export const addToBasket = (item: Item): void => {
  const { basket } = getState()
  if (basket === null) return
  const next = addItem(basket, item)
  const line = next.lines.find((each) => each.item.sku === item.sku && each.unitPrice === item.price)
  const before = basket.lines.find((each) => each.item.sku === item.sku && each.unitPrice === item.price)
  if (line === undefined || line.quantity === before?.quantity) {
    setState({ message: { type: 'limit' } })
    return
  }
  setState({
    basket: next,
    selectedLine: lineKeyOf(line),
    message: { type: 'added', name: item.name, quantity: line.quantity },
  })
}

export const selectLine = (line: BasketLine): void => setState({ selectedLine: lineKeyOf(line) })

/** Sets a line's quantity (1 or more); the basket keeps it within what the amounts allow. */
export const changeQuantity = (line: BasketLine, quantity: number): void => {
  changeBasket((basket) => setQuantity(basket, line.item.sku, line.unitPrice, quantity))
  const now = getState().basket?.lines.find((each) => lineKeyOf(each) === lineKeyOf(line))
  setState({
    selectedLine: lineKeyOf(line),
    message: now !== undefined && now.quantity < quantity ? { type: 'limit' } : null,
  })
}

/** Takes a line out and selects its neighbour. */
export const takeOutLine = (line: BasketLine): void => {
  const { basket } = getState()
  if (basket === null) return
  const place = basket.lines.findIndex((each) => lineKeyOf(each) === lineKeyOf(line))
  const next = removeLine(basket, line.item.sku, line.unitPrice)
  const neighbour = next.lines[Math.min(place, next.lines.length - 1)]
  setState({ basket: next, selectedLine: neighbour === undefined ? null : lineKeyOf(neighbour), message: null })
}

/** Makes the selected line one more or one fewer (never below 1). */
export const changeSelectedBy = (difference: 1 | -1): void => {
  const { basket, selectedLine } = getState()
  const line = basket?.lines.find((each) => lineKeyOf(each) === selectedLine)
  if (line !== undefined && line.quantity + difference >= 1) changeQuantity(line, line.quantity + difference)
}

export const changeNote = (note: string): void => changeBasket((basket) => setNote(basket, note))

/** Replaces the basket by a fresh one. */
export const startOver = (openBasket: () => Basket): void => {
  setState({ basket: openBasket(), selectedLine: null, dialog: 'none', message: null })
  requestFocus('search')
}

/** Walk-in at once; delivery asks for the address first when there is none. */
export const chooseKind = (kind: Basket['kind']): void => {
  changeBasket((basket) => setKind(basket, kind))
  if (kind === 'delivery') setState({ dialog: 'delivery', paysAfterDelivery: false })
}

/** Takes the address; goes on to payment if that was what the cashier wanted. */
export const acceptDelivery = (delivery: Delivery): void => {
  changeBasket((basket) => setDelivery(basket, delivery))
  setState(({ paysAfterDelivery }) => ({ dialog: paysAfterDelivery ? 'pay' : 'none', paysAfterDelivery: false }))
  if (getState().dialog === 'none') requestFocus('search')
}

/** Opens payment; a delivery without an address asks for that first. Nothing happens with an empty basket. */
export const requestPayment = (): void => {
  const { basket, dialog } = getState()
  if (basket === null || basket.lines.length === 0 || dialog !== 'none') return
  const lacksAddress = basket.kind === 'delivery' && basket.delivery === null
  setState({ dialog: lacksAddress ? 'delivery' : 'pay', paysAfterDelivery: lacksAddress, message: null })
}

/** Asks before clearing; nothing happens with an empty basket. */
export const requestClear = (): void => {
  const { basket, dialog } = getState()
  if (basket !== null && basket.lines.length > 0 && dialog === 'none') setState({ dialog: 'clear' })
}

/** Closes the dialog that is open. A delivery without an address becomes a walk-in sale again. */
export const closeDialog = (): void => {
  changeBasket((basket) =>
    basket.kind === 'delivery' && basket.delivery === null ? setKind(basket, 'walk-in') : basket,
  )
  setState({ dialog: 'none', paysAfterDelivery: false, message: null })
  requestFocus('search')
}

/** The sale is durable: shows it as paid and opens the next basket beneath. */
export const showPaid = (sale: Sale, openBasket: () => Basket): void =>
  setState(({ stockRevision }) => ({
    paidSale: sale,
    basket: openBasket(),
    selectedLine: null,
    message: null,
    stockRevision: stockRevision + 1,
  }))

/** Leaves the paid sale behind. */
export const beginNextSale = (): void => {
  setState({ paidSale: null, dialog: 'none', message: null })
  requestFocus('search')
}

/** Rows on the screen are to be read again (stock was pulled, a catalogue was imported). */
export const markStockChanged = (): void => setState(({ stockRevision }) => ({ stockRevision: stockRevision + 1 }))
