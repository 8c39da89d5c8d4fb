import { isEmptyBasket } from '../../../shared/domain/basket-rules.ts'
import { logError } from '../../app/log.ts'
import type { Till } from '../../app/till.ts'
import { showParked, startOver, askForWeight } from './sell-dialogs.ts'
import { freshBasket, requestFocus, showMessage, useSellStore } from './sell-store.ts'

type ParkingTill = Pick<Till, 'parkBasket' | 'takeParked' | 'openBasket'>

const { getState, setState } = useSellStore

/** Puts the open basket aside and begins a fresh one; false (the screen says why) when it stays, with what came into it meanwhile. */
export const parkCurrent = async (till: ParkingTill): Promise<boolean> => {
  const { basket } = getState()
  if (basket === null || isEmptyBasket(basket)) return true
  const parked = await till.parkBasket(basket)
  if (!parked.ok) {
    showMessage({ type: 'error', error: parked.error })
    return false
  }
  const now = getState().basket
  if (now === basket) startOver(till.openBasket)
  // Something was added while it was being stored: it goes on, and what was stored is taken back.
  else await till.takeParked(basket.id)
  return now === basket
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
  const { basket: open } = getState()
  if (open !== null && !isEmptyBasket(open)) {
    // Something was scanned into the fresh basket meanwhile: it must not vanish under the one that is taken up.
    const putBack = await till.parkBasket(basket)
    setState({ dialog: 'none', ...(putBack.ok ? {} : { message: { type: 'error', error: putBack.error } }) })
    return
  }
  setState({ ...freshBasket(basket), dialog: 'none' })
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
