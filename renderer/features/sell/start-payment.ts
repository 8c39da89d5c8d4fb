import { texts } from '../../app/language.ts'
import { logError } from '../../app/log.ts'
import { requestApproval } from '../approval/approval-store.ts'

import { askForWeight, requestPayment } from './sell-dialogs.ts'
import { requestFocus, type SellMessage, useSellStore } from './sell-store.ts'
import { acceptStockApproval, needsStockApproval } from './stock-guard.ts'

/** Asks for leave to sell more than there is; what was `held` back goes into the basket. False when it was not given. */
export const askForStock = async (held: SellMessage | null): Promise<boolean> => {
  const { basket } = useSellStore.getState()
  const approval = await requestApproval({
    permission: 'sell-below-stock',
    title: texts.t('sell:stock.approval'),
    needsReason: true,
  })
  // The basket may have been paid or put aside while the question stood.
  if (approval === null || useSellStore.getState().basket?.id !== basket?.id) return false
  acceptStockApproval(approval, held)
  return true
}

/** Opens payment; where more is in the basket than there is and the shop forbids that, after leave was given. */
export const startPayment = (): void => {
  const { dialog } = useSellStore.getState()
  if (dialog !== 'none' || !needsStockApproval()) return requestPayment()
  if (askForWeight()) return
  askForStock(null)
    .then((isAllowed) => (isAllowed ? requestPayment() : requestFocus('basket')))
    .catch((error: unknown) => logError('stock-approval', error))
}
