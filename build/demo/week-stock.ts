import type { Item } from '../../shared/domain/item.ts'
import { movementsForSale } from '../../shared/domain/movements-for-sale.ts'
import { addQuantities } from '../../shared/domain/quantity.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import type { Movement } from '../../shared/domain/stock-level.ts'
import type { HeldStock } from '../../shared/ipc/practice.ts'
import type { ItemRow } from '../../renderer/app/till.ts'

/** Forstok's default warehouse in practice mode. */
const WAREHOUSE = '701'

const movementsOf = (sales: readonly Sale[]): readonly Movement[] =>
  sales.flatMap((sale) => movementsForSale(sale, WAREHOUSE))

const sumOf = (movements: readonly Movement[]): number =>
  addQuantities(...movements.map((movement) => movement.quantity))

/** What goes back on Forstok's shelf, by SKU: what the person enters there who ticks the tasks off. */
export const restockedBySku = (sales: readonly Sale[]): ReadonlyMap<string, number> => {
  const returned = movementsOf(sales).filter((movement) => movement.cause === 'return' && movement.stepId !== null)
  const skus = [...new Set(returned.map((movement) => movement.sku))]
  return new Map(skus.map((sku) => [sku, sumOf(returned.filter((movement) => movement.sku === sku))]))
}

/** SKUs whose figure at Forstok or at the till is not what was there before and what the sales moved since, in words. */
export const stockDifferences = (
  sales: readonly Sale[],
  before: ReadonlyMap<string, HeldStock>,
  after: ReadonlyMap<string, HeldStock>,
  shown: readonly ItemRow[],
): readonly string[] => {
  const movements = movementsOf(sales)
  return shown
    .filter(({ item }: { readonly item: Item }) => item.components.length === 0)
    .flatMap(({ item: { sku }, stock }) => {
      const own = movements.filter((movement) => movement.sku === sku)
      const counted = sumOf(own.filter((movement) => movement.stepId !== null))
      const rest = sumOf(own.filter((movement) => movement.stepId === null))
      const expected = addQuantities(before.get(sku)?.available ?? 0, counted)
      const [held, seen] = [after.get(sku)?.available, stock?.available]
      return held === expected && seen === addQuantities(expected, rest)
        ? []
        : [
            `${sku}: ${expected} expected at Forstok and it says ${String(held)}; ${addQuantities(expected, rest)} expected at the till and it shows ${String(seen)}`,
          ]
    })
}
