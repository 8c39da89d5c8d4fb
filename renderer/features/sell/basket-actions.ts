import type { Approval } from '../../../shared/domain/approval.ts'
import type { BasketReturn } from '../../../shared/domain/basket.ts'
import {
  addItem,
  removeLine,
  setBasketDiscount,
  setLineDiscount,
  setNote,
  setQuantity,
  setReturns,
  noteApproval,
} from '../../../shared/domain/basket-rules.ts'
import type { Discount } from '../../../shared/domain/discount.ts'
import type { Item } from '../../../shared/domain/item.ts'
import type { Permission } from '../../../shared/domain/permission.ts'
import { addQuantities } from '../../../shared/domain/quantity.ts'
import { changeBasket, findLine, requestFocus, useSellStore } from './sell-store.ts'
import { checkGrownLine } from './stock-guard.ts'

const { getState, setState } = useSellStore

/** Weighed goods that are there already: what is weighed now comes on top of them, once it has been typed. */
const weighMore = (lineId: string): void => {
  setState({ selectedLine: lineId, message: null })
  requestFocus('quantity', !getState().unweighedLines.includes(lineId))
}

/** Adds one unit and selects its line; of goods sold by weight, asks for the weight. */
export const addToBasket = (item: Item): void => {
  const { basket } = getState()
  if (basket === null) return
  const next = addItem(basket, item)
  // A row that grew or is new differs; all others are the same objects.
  const line = next.lines.find((each, place) => each !== basket.lines[place])
  const before = basket.lines.find((each) => each.id === line?.id)?.quantity ?? 0
  if (line === undefined || line.quantity === before) {
    setState({ message: { type: 'limit' } })
    return
  }
  const isWeighed = item.soldBy === 'weight'
  if (isWeighed && before > 0) return weighMore(line.id)
  setState(({ unweighedLines }) => ({
    basket: next,
    selectedLine: line.id,
    message: { type: 'added', name: item.name, quantity: line.quantity },
    unweighedLines: isWeighed ? [...unweighedLines, line.id] : unweighedLines,
  }))
  if (isWeighed) requestFocus('quantity')
  checkGrownLine(line.id, before)
}

/** Sets a line's quantity (above 0); the basket keeps it within what the amounts allow. */
export const changeQuantity = (lineId: string, quantity: number): void => {
  const before = findLine(lineId)?.quantity ?? 0
  changeBasket((basket) => setQuantity(basket, lineId, quantity))
  const now = findLine(lineId)?.quantity ?? 0
  setState(({ unweighedLines }) => ({
    selectedLine: lineId,
    message: now < quantity ? { type: 'limit' } : null,
    unweighedLines: unweighedLines.filter((id) => id !== lineId),
  }))
  if (now > before) checkGrownLine(lineId, before)
}

/** The quantity of a line was confirmed as it stands. */
export const confirmWeight = (lineId: string): void =>
  setState(({ unweighedLines, message }) => ({
    unweighedLines: unweighedLines.filter((id) => id !== lineId),
    message: message?.type === 'not-weighed' ? null : message,
  }))

/** Takes a line out and selects its neighbour. */
export const takeOutLine = (lineId: string): void => {
  const { basket, unweighedLines } = getState()
  if (basket === null) return
  const place = basket.lines.findIndex((line) => line.id === lineId)
  const next = removeLine(basket, lineId)
  const neighbour = next.lines[Math.min(place, next.lines.length - 1)]
  setState({
    basket: next,
    selectedLine: neighbour?.id ?? null,
    message: null,
    unweighedLines: unweighedLines.filter((id) => id !== lineId),
  })
}

/** Makes the selected line one more or one fewer (never below 1); weighed goods are weighed again instead. */
export const changeSelectedBy = (difference: 1 | -1): void => {
  const line = findLine(getState().selectedLine)
  if (line === undefined) return
  if (line.item.soldBy === 'weight') requestFocus('quantity', difference === 1)
  else if (line.quantity + difference >= 1) changeQuantity(line.id, addQuantities(line.quantity, difference))
}

export const changeNote = (note: string): void => changeBasket((basket) => setNote(basket, note))

/** Gives a line a discount, or (null) none. */
export const discountLine = (lineId: string, discount: Discount | null): void =>
  changeBasket((basket) => setLineDiscount(basket, lineId, discount))

/** Notes on the open basket who allowed something in it. */
export const noteBasketApproval = (permission: Permission, approval: Approval): void =>
  changeBasket((basket) => noteApproval(basket, permission, approval))

/** Gives the whole basket a discount, or (null) none. */
export const discountBasket = (discount: Discount | null): void =>
  changeBasket((basket) => setBasketDiscount(basket, discount))

/** Puts what comes back from an earlier sale into the open basket, beside what is sold; null takes it out. */
export const putReturns = (returns: BasketReturn | null): void => {
  changeBasket((basket) => setReturns(basket, returns))
  setState({ message: null })
}
