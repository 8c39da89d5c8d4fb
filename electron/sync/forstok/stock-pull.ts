import { setTimeout as sleep } from 'node:timers/promises'
import { forstokVariantsSchema, type ForstokVariants } from '../../../shared/api/forstok.ts'
import { failure, success, type Result } from '../../../shared/domain/result.ts'
import type { ActionableError, StockRow } from '../../../shared/ipc/contract.ts'
import type { LinkNews } from '../http/classify-exchange.ts'
import type { RateLimiter } from '../rate-limiter.ts'
import type { SyncPage } from '../sync-page.ts'
import { FORSTOK_ENDPOINTS } from './endpoints.ts'
import type { ForstokAnswer, ForstokClient } from './forstok-client.ts'
import type { ForstokDirectory } from './order-mapping.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'

/** What a pull brought: `pulledAtMs` is when it began, which is what movements are compared with. */
export type StockPulled = { readonly skuCount: number; readonly pulledAtMs: number }

const ROWS_A_PAGE = 100
const TRIES_A_PAGE = 4

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

/** The figures of one warehouse. A variant without a row for it has never had stock there and is left out. */
export const stockRows = (variants: ForstokVariants['variants'], warehouseId: string): StockRow[] =>
  variants.flatMap((variant) =>
    variant.quantities
      .filter((quantity) => quantity.warehouse_id === warehouseId && variant.sku !== '')
      .map((quantity) => ({
        sku: variant.sku,
        warehouseId,
        onHand: quantity.on_hand,
        reserved: quantity.reserved,
        available: quantity.available,
      })),
  )

/** Pulls the stock of the shop's warehouse page by page. What was applied of a pull that fails stays unfinished: no page said `isLast`. */
export const pullForstokStock = async (options: {
  readonly client: ForstokClient
  readonly readDirectory: () => Promise<ForstokAnswer<ForstokDirectory>>
  readonly page: SyncPage
  readonly limiter: RateLimiter
  readonly now: () => number
  readonly retryPauseMs: number
  readonly onNews: (news: LinkNews) => void
}): Promise<Result<StockPulled, ActionableError>> => {
  const directory = await options.readDirectory()
  if (directory.type !== 'ok') return failure(pullFailed(wordsOf(directory)))

  const readPage = async (number: number): Promise<ForstokAnswer<ForstokVariants>> => {
    for (let attempt = 1; ; attempt += 1) {
      await options.limiter.takeTurn()
      const answer = await options.client.call({
        endpoint: FORSTOK_ENDPOINTS.listVariants,
        query: { page: String(number), per_page: String(ROWS_A_PAGE) },
        purpose: 'read',
        // The line is kept alive for speed; an answer to another request is known by its page number.
        connection: 'shared',
        schema: forstokVariantsSchema.refine((answer) => answer.page === number),
      })
      const isFailed = answer.type === 'failed'
      options.onNews(
        isFailed
          ? answer.failure.news
          : answer.type === 'unauthorised'
            ? { type: 'refused', reason: answer.message }
            : { type: 'answered' },
      )
      if (!isFailed || attempt >= TRIES_A_PAGE) return answer
      const asked = (answer.failure.notBeforeMs ?? 0) - options.now()
      await sleep(Math.max(options.retryPauseMs * attempt, asked))
    }
  }

  const pulledAtMs = options.now()
  let skuCount = 0
  for (let number = 1; ; number += 1) {
    const answer = await readPage(number)
    if (answer.type !== 'ok') return failure(pullFailed(wordsOf(answer)))
    const rows = stockRows(answer.value.variants, String(directory.value.warehouseId))
    const isLast = number >= answer.value.total_pages
    try {
      await options.page.applyStock({ pullBeganAtMs: pulledAtMs, rows, isFirst: number === 1, isLast })
    } catch (error) {
      return failure(pullFailed(`the page did not take the figures: ${String(error)}`))
    }
    skuCount += rows.length
    if (isLast) return success({ skuCount, pulledAtMs })
  }
}
