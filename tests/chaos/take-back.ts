import type { Till } from '../../renderer/app/till.ts'
import { setReturns } from '../../shared/domain/basket-rules.ts'
import type { Basket } from '../../shared/domain/basket.ts'
import { returnableLines, returnLine, returnOf } from '../../shared/domain/return-line.ts'

/** Puts part of some earlier sale into the basket as coming back; the basket as it was when nothing can. */
export const takeBack = async (till: Till, basket: Basket, random: () => number): Promise<Basket> => {
  const sales = await till.readAllSales()
  const chosen = sales[Math.floor(random() * sales.length)]
  const history = chosen === undefined ? null : await till.readHistory(chosen.id)
  if (history === null) return basket
  const lines = returnableLines(history).flatMap(({ lineIndex, leftQuantity }) => {
    if (leftQuantity === 0 || random() < 0.3) return []
    const quantity = random() < 0.5 ? leftQuantity : Math.ceil(leftQuantity / 2)
    const received = random() < 0.9 ? quantity : 0
    const restocked = random() < 0.7 ? received : 0
    const line = returnLine(history, { lineIndex, quantity, received, restocked, reason: 'Berubah Pikiran' })
    return line.ok ? [line.value] : []
  })
  if (lines.length === 0) return basket
  return setReturns(basket, { of: returnOf(history.sale), tax: history.sale.tax, lines })
}
