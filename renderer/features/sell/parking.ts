import { addItem, isEmptyBasket } from '../../../shared/domain/basket-rules.ts'
import { logError } from '../../app/log.ts'
import type { Till } from '../../app/till.ts'
import { showParked, startOver, askForWeight } from './sell-dialogs.ts'
import { freshBasket, requestFocus, showMessage, useSellStore } from './sell-store.ts'

type ParkingTill = Pick<Till, 'parkBasket' | 'takeParked' | 'openBasket'>

const { getState, setState } = useSellStore

let parking: Promise<boolean> | null = null

/**
 * Puts the open basket aside and begins a fresh one; false (the screen says why) when it stays, with what came into it
 * meanwhile. A second call while the first still writes is the same one.
 */
export const parkCurrent = (till: ParkingTill): Promise<boolean> => {
  parking ??= park(till).finally(() => {
    parking = null
  })
  return parking
}

const park = async (till: ParkingTill): Promise<boolean> => {
  const { basket } = getState()
  if (basket === null || isEmptyBasket(basket)) return true
  const parked = await till.parkBasket(basket)
  if (!parked.ok) {
    showMessage({ type: 'error', error: parked.error })
    return false
  }
  const now = getState().basket
  if (now === basket) {
    startOver(till.openBasket)
    return true
  }
  // Something was added while it was being stored: it goes on, and what was stored is taken back.
  if (now?.id === basket.id) await till.takeParked(basket.id)
  showMessage({ type: 'park-changed' })
  return false
}

/** Takes a basket up again; the one that is open is put aside for it. A basket keeps its id. */
export const resumeParked = async (till: ParkingTill, basketId: string): Promise<void> => {
  if (!(await parkCurrent(till))) {
    setState({ dialog: 'none' })
    return
  }
  const basket = await till.takeParked(basketId)
  if (basket === null) {
    setState({ dialog: 'none', message: { type: 'park-gone' } })
    return
  }
  // What was scanned meanwhile came after the wish for this basket: it belongs into it.
  const scanned = getState().basket?.lines ?? []
  const whole = scanned.reduce(
    (into, { item, quantity, unitPrice }) => addItem(into, item, quantity, unitPrice),
    basket,
  )
  setState({ ...freshBasket(whole), dialog: 'none' })
  requestFocus('search')
}

/** One key for both: puts the open basket aside, or shows those put aside when nothing is in it. */
export const parkOrShow = (till: ParkingTill): void => {
  const { basket, dialog } = getState()
  if (dialog !== 'none' || basket === null) return
  if (isEmptyBasket(basket)) return showParked()
  if (askForWeight()) return
  parkCurrent(till)
    .then((isParked) => (isParked ? showMessage({ type: 'parked' }) : undefined))
    .catch((error: unknown) => logError('park', error))
}
