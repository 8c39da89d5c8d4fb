import { BasketPanel } from './basket-panel.tsx'
import { ClearBasketDialog } from './clear-basket-dialog.tsx'
import { DeliveryDialog } from './delivery-dialog.tsx'
import { PayDialog } from './pay-dialog.tsx'
import { SearchPanel } from './search-panel.tsx'

/** Search on the left, basket on the right, payment over both. */
export const SellScreen = () => (
  <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_minmax(560px,40%)] gap-3 p-3">
    <SearchPanel />
    <BasketPanel />
    <DeliveryDialog />
    <ClearBasketDialog />
    <PayDialog />
  </div>
)
