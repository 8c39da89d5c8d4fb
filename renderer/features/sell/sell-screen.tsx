import { useEffect } from 'react'
import { ShiftNotice } from '../shifts/shift-notice.tsx'
import { BasketPanel } from './basket-panel.tsx'
import { ClearBasketDialog } from './clear-basket-dialog.tsx'
import { DeliveryDialog } from './delivery-dialog.tsx'
import { DiscountDialog } from './discount-dialog.tsx'
import { ParkedDialog } from './parked-dialog.tsx'
import { PayDialog } from './pay-dialog.tsx'
import { PriceDialog } from './price-dialog.tsx'
import { SearchPanel } from './search-panel.tsx'
import { receiveStockPolicy } from './stock-guard.ts'
import { useSellingRules } from './use-priced-basket.ts'

/** Search on the left, basket on the right, questions and payment over both. */
export const SellScreen = () => {
  const { stockPolicy } = useSellingRules()
  useEffect(() => receiveStockPolicy(stockPolicy), [stockPolicy])
  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-3">
      <ShiftNotice />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(560px,40%)] gap-3">
        <SearchPanel />
        <BasketPanel />
      </div>
      <DeliveryDialog />
      <ClearBasketDialog />
      <DiscountDialog />
      <PriceDialog />
      <ParkedDialog />
      <PayDialog />
    </div>
  )
}
