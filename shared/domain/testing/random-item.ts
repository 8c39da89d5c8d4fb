import * as fc from 'fast-check'
import type { Discount } from '../discount.ts'
import type { Item } from '../item.ts'
import { rupiah, type Rupiah } from '../money.ts'
import { fromThousandths } from '../quantity.ts'

/** Prices as shops have them, and the ends of what is possible: free, 1 rupiah, hundreds of millions. */
export const randomPrice = (): fc.Arbitrary<Rupiah> =>
  fc
    .oneof(
      { weight: 1, arbitrary: fc.constantFrom(0, 1, 2, 3, 99, 100) },
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 2_000 }).map((hundreds) => hundreds * 100) },
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 300_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 900_000_000 }) },
    )
    .map(rupiah)

/** A discount of either kind: odd percents, everything off, a few rupiah, more than any price. */
export const randomDiscount = (): fc.Arbitrary<Discount> =>
  fc.oneof(
    fc.record({
      type: fc.constant('percent' as const),
      basisPoints: fc.oneof(fc.constantFrom(1, 500, 1_000, 3_333, 10_000), fc.integer({ min: 1, max: 10_000 })),
    }),
    fc.record({
      type: fc.constant('rupiah' as const),
      amount: fc.oneof(fc.constantFrom(1, 500, 10_000), fc.integer({ min: 1, max: 2_000_000 })).map(rupiah),
    }),
  )

const randomComponents = (isBundle: boolean): fc.Arbitrary<Item['components']> =>
  isBundle
    ? fc
        .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 })
        .map((numbers) => numbers.map((number) => ({ sku: `PART-${number}`, quantity: number })))
    : fc.constant([])

/** An item by the piece or by weight, taxed or not, sometimes a bundle. Its SKU is the caller's, so that SKUs stay apart. */
export const randomItem = (sku: string): fc.Arbitrary<Item> =>
  fc
    .record({
      price: randomPrice(),
      regularPrice: fc.option(randomPrice(), { freq: 4 }),
      soldBy: fc.oneof(
        { weight: 4, arbitrary: fc.constant('piece' as const) },
        { weight: 1, arbitrary: fc.constant('weight' as const) },
      ),
      isTaxed: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      isBundle: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    })
    .chain(({ isBundle, soldBy, ...rest }) =>
      randomComponents(isBundle && soldBy === 'piece').map((components): Item => ({
        ...rest,
        soldBy,
        components,
        sku,
        barcodes: [`899${sku.replaceAll(/\D/g, '').padStart(10, '0')}`],
        name: `Barang ${sku}`,
        category: 'Umum',
        costPrice: null,
      })),
    )

/** How much of an item somebody buys: mostly a few, now and then absurdly many. */
export const randomQuantity = (soldBy: Item['soldBy']): fc.Arbitrary<number> =>
  soldBy === 'weight'
    ? fc.oneof(fc.constantFrom(1, 500, 1_250), fc.integer({ min: 1, max: 25_000 })).map(fromThousandths)
    : fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 99_999 }) },
      )
