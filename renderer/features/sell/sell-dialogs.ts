import type { Basket } from '../../../shared/domain/basket.ts'
import { isEmptyBasket, setDelivery, setKind } from '../../../shared/domain/basket-rules.ts'
import type { Delivery, Sale } from '../../../shared/domain/sale.ts'
import { changeBasket, findLine, freshBasket, requestFocus, type SellDialog, useSellStore } from './sell-store.ts'

const { getState, setState } = useSellStore

/** Replaces the basket by a fresh one. */
export const startOver = (openBasket: () => Basket): void => {
  setState({ ...freshBasket(openBasket()), dialog: 'none' })
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

/** True, with the cashier sent there, when goods still have to be weighed. */
export const askForWeight = (): boolean => {
  const line = findLine(getState().unweighedLines[0] ?? null)
  if (line === undefined) return false
  setState({ selectedLine: line.id, message: { type: 'not-weighed', name: line.item.name } })
  requestFocus('quantity')
  return true
}

/** Opens payment; a delivery without an address asks for that first. Nothing happens with an empty basket. */
export const requestPayment = (): void => {
  const { basket, dialog } = getState()
  if (basket === null || isEmptyBasket(basket) || dialog !== 'none' || askForWeight()) return
  const lacksAddress = basket.kind === 'delivery' && basket.delivery === null
  setState({ dialog: lacksAddress ? 'delivery' : 'pay', paysAfterDelivery: lacksAddress, message: null })
}

const openOverGoods = (dialog: SellDialog): void => {
  const { basket, dialog: open } = getState()
  if (basket !== null && !isEmptyBasket(basket) && open === 'none') setState({ dialog })
}

/** Asks before clearing; nothing happens with an empty basket. */
export const requestClear = (): void => openOverGoods('clear')

/** Asks for the discount on the whole basket; nothing happens while nothing is sold. */
export const requestBasketDiscount = (): void => {
  if ((getState().basket?.lines.length ?? 0) > 0) openOverGoods('basket-discount')
}

/** Asks for the discount or the price of a line (the selected one unless named). */
export const requestForLine = (dialog: 'line-discount' | 'price', lineId = getState().selectedLine): void => {
  if (findLine(lineId) === undefined || getState().dialog !== 'none') return
  setState({ selectedLine: lineId, dialog })
}

/** Shows the baskets that were put aside. */
export const showParked = (): void => {
  if (getState().dialog === 'none') setState({ dialog: 'parked' })
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
    ...freshBasket(openBasket()),
    paidSale: sale,
    stockRevision: stockRevision + 1,
  }))

/** Leaves the paid sale behind. */
export const beginNextSale = (): void => {
  setState({ paidSale: null, dialog: 'none', message: null })
  requestFocus('search')
}
