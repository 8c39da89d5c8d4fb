import type { Basket } from '../../../shared/domain/basket.ts'
import { Money } from '../../ui/money.tsx'
import { usePricedBasket, useSellingRules } from './use-priced-basket.ts'

/** What a basket that was put aside comes to today. */
export const ParkedTotal = ({ basket }: { readonly basket: Basket }) => {
  const { payable } = usePricedBasket(basket, useSellingRules())
  return <Money amount={payable} className="text-xl font-semibold" />
}
