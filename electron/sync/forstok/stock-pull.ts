import type { ForstokVariants, ForstokWarehouse } from '../../../shared/api/forstok.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { failure, success, type Result } from '../../../shared/domain/result.ts'
import type { ActionableError, StockRow } from '../../../shared/ipc/contract.ts'
import type { LinkNews } from '../http/classify-exchange.ts'
import type { SyncPage } from '../sync-page.ts'
import type { ForstokAnswer } from './forstok-client.ts'
import type { ForstokDirectory } from './order-mapping.ts'
import type { VariantReader } from './variant-reader.ts'

/** What a pull brought: `pulledAtMs` is when it began, which is what movements are compared with. */
export type StockPulled = { readonly skuCount: number; readonly pulledAtMs: number }

const pullFailed = (detail: string): ActionableError => ({
  code: 'stock-pull-failed',
  message: {
    id: 'Stok belum dapat diambil dari Forstok. Angka lama tetap dipakai; coba lagi setelah Forstok tersambung.',
    en: 'Stock could not be read from Forstok. The old figures stay; try again when Forstok is connected.',
  },
  detail,
})

const wordsOf = (answer: Exclude<ForstokAnswer<unknown>, { type: 'ok' }>): string => {
  switch (answer.type) {
    case 'failed':
      return answer.failure.message
    case 'refused':
    case 'unauthorised':
      return answer.message
    case 'withheld':
      return 'withheld'
    default:
      return assertNever(answer, 'answer of Forstok')
  }
}

/** The figures of these warehouses. A variant without a row for one has never had stock there and is left out. */
export const stockRows = (variants: ForstokVariants['variants'], warehouseIds: readonly string[]): StockRow[] =>
  variants.flatMap((variant) =>
    variant.quantities
      .filter((quantity) => warehouseIds.includes(quantity.warehouse_id) && variant.sku !== '')
      .map((quantity) => ({
        sku: variant.sku,
        warehouseId: quantity.warehouse_id,
        onHand: quantity.on_hand,
        reserved: quantity.reserved,
        available: quantity.available,
      })),
  )

/** Pulls the stock of all active warehouses page by page; the shop's own is named beside them. What was applied of a pull that fails stays unfinished: no page said `isLast`. */
export const pullForstokStock = async (options: {
  readonly variants: VariantReader
  readonly readDirectory: () => Promise<ForstokAnswer<ForstokDirectory>>
  readonly listWarehouses: () => Promise<ForstokAnswer<readonly ForstokWarehouse[]>>
  readonly page: SyncPage
  readonly now: () => number
  readonly onNews: (news: LinkNews) => void
}): Promise<Result<StockPulled, ActionableError>> => {
  const directory = await options.readDirectory()
  if (directory.type !== 'ok') return failure(pullFailed(wordsOf(directory)))

  const listed = await options.listWarehouses()
  if (listed.type !== 'ok') return failure(pullFailed(wordsOf(listed)))
  const ownWarehouseId = String(directory.value.warehouseId)
  const warehouses = listed.value
    .filter(({ id, active }) => active !== false || String(id) === ownWarehouseId)
    .map(({ id, name }) => ({ id: String(id), name }))
  const warehouseIds = warehouses.map(({ id }) => id)

  const pulledAtMs = options.now()
  let skuCount = 0
  for (let number = 1; ; number += 1) {
    const answer = await options.variants.readPage(number, options.onNews)
    if (answer.type !== 'ok') return failure(pullFailed(wordsOf(answer)))
    const rows = stockRows(answer.value.variants, warehouseIds)
    const isLast = number >= answer.value.total_pages
    try {
      const isFirst = number === 1
      await options.page.applyStock({ pullBeganAtMs: pulledAtMs, rows, isFirst, isLast, warehouses, ownWarehouseId })
    } catch (error) {
      return failure(pullFailed(`the page did not take the figures: ${String(error)}`))
    }
    skuCount += rows.filter((row) => row.warehouseId === ownWarehouseId).length
    if (isLast) return success({ skuCount, pulledAtMs })
  }
}
