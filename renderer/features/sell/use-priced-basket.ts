import { useMemo } from 'react'
import type { Basket } from '../../../shared/domain/basket.ts'
import { formatLocalDay } from '../../../shared/domain/local-time.ts'
import { priceBasket, type PricedBasket } from '../../../shared/domain/price-basket.ts'
import { DEFAULT_SELLING_RULES, type SellingRules } from '../../../shared/domain/selling-rules.ts'
import { useSettings } from '../../storage/hooks.ts'
import { useLatest } from '../../ui/use-latest.ts'
import { useNow } from '../../ui/use-now.ts'

/** The rules of selling of this register; those of a fresh one while they are being read. */
export const useSellingRules = (): SellingRules => useLatest(useSettings())?.selling ?? DEFAULT_SELLING_RULES

/** All figures of a basket, by today's tax. The only place where the screen gets amounts from. */
export const usePricedBasket = (basket: Basket, rules: SellingRules): PricedBasket => {
  const utcOffsetMinutes = useLatest(useSettings())?.utcOffsetMinutes ?? 0
  const day = formatLocalDay(useNow(), utcOffsetMinutes)
  const { lines, discount, returns } = basket
  return useMemo(
    () => priceBasket({ lines, discount, returns }, rules.tax, day),
    [lines, discount, returns, rules.tax, day],
  )
}
