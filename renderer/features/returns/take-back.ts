import type { Approval } from '../../../shared/domain/approval.ts'
import { isEmptyBasket, noteApproval, setReturns } from '../../../shared/domain/basket-rules.ts'
import type { BasketReturn } from '../../../shared/domain/basket.ts'
import { navigate } from '../../app/routes.ts'
import type { Till } from '../../app/till.ts'
import { parkCurrent } from '../sell/parking.ts'
import { requestPayment } from '../sell/sell-dialogs.ts'
import { useSellStore } from '../sell/sell-store.ts'
import { closeReturns } from './returns-store.ts'

/**
 * Puts what comes back into the basket on the sell screen: for a refund into an empty one (what was being rung up is put
 * aside first), and straight on to paying it back; for an exchange beside what is being rung up.
 */
export const takeBack = async (
  till: Pick<Till, 'openBasket' | 'parkBasket' | 'takeParked'>,
  returns: BasketReturn,
  how: 'refund' | 'exchange',
  approval: Approval,
): Promise<void> => {
  const { basket } = useSellStore.getState()
  const isBusy = basket !== null && !isEmptyBasket(basket)
  const holdsReturn = basket?.returns !== null && basket?.returns !== undefined
  if (basket !== null && isBusy && (how === 'refund' || holdsReturn)) {
    if (!(await parkCurrent(till))) {
      closeReturns()
      navigate('sell')
      return
    }
  }
  useSellStore.setState(({ basket: open }) => ({
    basket: noteApproval(setReturns(open ?? till.openBasket(), returns), 'return', approval),
  }))
  closeReturns()
  navigate('sell')
  if (how === 'refund') requestPayment()
}
