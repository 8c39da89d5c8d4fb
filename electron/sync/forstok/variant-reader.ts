import { setTimeout as sleep } from 'node:timers/promises'
import { forstokVariantsSchema, type ForstokVariants } from '../../../shared/api/forstok.ts'
import type { LinkNews } from '../http/classify-exchange.ts'
import type { RateLimiter } from '../rate-limiter.ts'
import { FORSTOK_ENDPOINTS } from './endpoints.ts'
import type { ForstokAnswer, ForstokClient } from './forstok-client.ts'

const ROWS_A_PAGE = 100
const TRIES_A_PAGE = 4

/** On hand of one SKU by warehouse id. A warehouse without a row never held it: 0. */
export type OnHandOfSku = ReadonlyMap<string, number>

/** Fresh figures of the SKUs that were asked for; a SKU that Forstok does not have is not among them. */
export type FreshOnHand = ReadonlyMap<string, OnHandOfSku>

/** Reads Forstok's variants within its limit of stock calls, and remembers on which page each SKU stands. */
export type VariantReader = {
  /** Waits for a turn of the stock limit; also whoever sets figures takes one. */
  readonly takeTurn: () => Promise<void>
  /** One page, tried again a few times; every answer is told to `onNews`. */
  readonly readPage: (number: number, onNews: (news: LinkNews) => void) => Promise<ForstokAnswer<ForstokVariants>>
  /**
   * On hand as Forstok has it now. Only the pages on which the SKUs are known to stand are read, then those that nobody has
   * read yet, then the others. `updated_since` is not relied on: that it covers stock, and whose clock it means, is not known.
   * `withheld` once `mayGoOn` says no; what was learnt of the pages is kept.
   */
  readonly readOnHand: (skus: readonly string[], mayGoOn: () => boolean) => Promise<ForstokAnswer<FreshOnHand>>
}

const newsOf = (answer: ForstokAnswer<unknown>): LinkNews =>
  answer.type === 'failed'
    ? answer.failure.news
    : answer.type === 'unauthorised'
      ? { type: 'refused', reason: answer.message }
      : { type: 'answered' }

export const createVariantReader = (options: {
  readonly client: ForstokClient
  readonly limiter: RateLimiter
  readonly now: () => number
  readonly retryPauseMs: number
}): VariantReader => {
  const { client, limiter, now, retryPauseMs } = options
  const pageOfSku = new Map<string, number>()
  const seenPages = new Set<number>()

  const readOnce = async (number: number): Promise<ForstokAnswer<ForstokVariants>> => {
    await limiter.takeTurn()
    const answer = await client.call({
      endpoint: FORSTOK_ENDPOINTS.listVariants,
      query: { page: String(number), per_page: String(ROWS_A_PAGE) },
      purpose: 'read',
      // The line is kept alive for speed; an answer to another request is known by its page number.
      connection: 'shared',
      schema: forstokVariantsSchema.refine((answer) => answer.page === number),
    })
    if (answer.type === 'ok') {
      seenPages.add(number)
      for (const { sku } of answer.value.variants) if (sku !== '') pageOfSku.set(sku, number)
    }
    return answer
  }

  /** The next page worth reading; null when all were. */
  const nextPage = (wanted: ReadonlySet<string>, done: ReadonlySet<number>, lastPage: number): number | null => {
    for (const sku of wanted) {
      const hinted = pageOfSku.get(sku)
      if (hinted !== undefined && hinted <= lastPage && !done.has(hinted)) return hinted
    }
    const left = Array.from({ length: lastPage }, (_, index) => index + 1).filter((page) => !done.has(page))
    return left.find((page) => !seenPages.has(page)) ?? left[0] ?? null
  }

  return {
    takeTurn: () => limiter.takeTurn(),
    readPage: async (number, onNews) => {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await readOnce(number)
        onNews(newsOf(answer))
        if (answer.type !== 'failed' || attempt >= TRIES_A_PAGE) return answer
        const asked = (answer.failure.notBeforeMs ?? 0) - now()
        await sleep(Math.max(retryPauseMs * attempt, asked))
      }
    },
    readOnHand: async (skus, mayGoOn) => {
      const wanted = new Set(skus)
      const found = new Map<string, OnHandOfSku>()
      const done = new Set<number>()
      // Until an answer says how many pages there are, the pages that are known stand for all.
      let lastPage = Math.max(1, ...seenPages)
      let status = 200
      while (wanted.size > 0) {
        const number = nextPage(wanted, done, lastPage)
        if (number === null) break
        if (!mayGoOn()) return { type: 'withheld' }
        const answer = await readOnce(number)
        if (answer.type !== 'ok') return answer
        done.add(number)
        status = answer.status
        lastPage = answer.value.total_pages
        for (const { sku, quantities } of answer.value.variants) {
          if (!wanted.delete(sku)) continue
          found.set(sku, new Map(quantities.map((quantity) => [quantity.warehouse_id, quantity.on_hand])))
        }
      }
      return { type: 'ok', value: found, status }
    },
  }
}
