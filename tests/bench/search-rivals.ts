import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

export type RivalTimes = {
  readonly ours: readonly number[]
  readonly miniSearch: readonly number[]
  readonly tableScan: readonly number[]
  readonly miniSearchBuildMs: number
}

type MiniSearchLike = {
  readonly addAll: (documents: readonly object[]) => void
  readonly search: (query: string, options: object) => readonly unknown[]
}

/**
 * The same queries over the same items, in the same page, one after the other: the till's own search, MiniSearch (prefix, all
 * words must match) and a scan of the items table with a cursor that ends at 50 matches. Milliseconds each, without painting.
 */
export const raceSearches = async (
  page: Page,
  queries: readonly string[],
  scanQueries: readonly string[],
): Promise<RivalTimes> => {
  const miniSearchSource = readFileSync(
    new URL('../../node_modules/minisearch/dist/umd/index.js', import.meta.url),
    'utf8',
  )
  await page.evaluate(miniSearchSource)
  return page.evaluate(
    async ({ module, queries, scanQueries }) => {
      const { till }: { till: { searchItems: (query: string, limit: number) => readonly string[] } } = await import(
        module
      )
      const openDatabase = (): Promise<IDBDatabase> =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('konter')
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
        })
      const database = await openDatabase()
      const readAll = (): Promise<readonly { sku: string; name: string; barcodes: readonly string[] }[]> =>
        new Promise((resolve, reject) => {
          const request = database.transaction('items').objectStore('items').getAll()
          request.addEventListener('success', () => resolve(request.result))
          request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
        })
      const scan = (query: string): Promise<number> =>
        new Promise((resolve, reject) => {
          const words = query.toLowerCase().split(' ')
          let found = 0
          const request = database.transaction('items').objectStore('items').openCursor()
          request.addEventListener('error', () => reject(request.error ?? new Error('not scanned')))
          request.addEventListener('success', () => {
            const cursor = request.result
            if (cursor === null || found >= 50) return resolve(found)
            const item: { name: string; sku: string; barcodes: readonly string[] } = cursor.value
            const text = `${item.name} ${item.sku} ${item.barcodes.join(' ')}`.toLowerCase()
            if (words.every((word) => text.includes(word))) found += 1
            cursor.continue()
          })
        })
      const MiniSearch: new (options: object) => MiniSearchLike = Reflect.get(window, 'MiniSearch')
      const documents = (await readAll()).map((item) => ({
        id: item.sku,
        name: item.name,
        sku: item.sku,
        barcodes: item.barcodes.join(' '),
      }))
      const buildBeganMs = performance.now()
      const miniSearch = new MiniSearch({ fields: ['name', 'sku', 'barcodes'] })
      miniSearch.addAll(documents)
      const miniSearchBuildMs = performance.now() - buildBeganMs
      const time = async (work: () => unknown): Promise<number> => {
        const beganMs = performance.now()
        await work()
        return performance.now() - beganMs
      }
      const ours: number[] = []
      const theirs: number[] = []
      const scans: number[] = []
      for (let round = 0; round < 3; round += 1) {
        for (const query of queries) {
          ours.push(await time(() => till.searchItems(query, 50)))
          theirs.push(await time(() => miniSearch.search(query, { prefix: true, combineWith: 'AND' }).slice(0, 50)))
        }
      }
      for (const query of scanQueries) scans.push(await time(() => scan(query)))
      database.close()
      return { ours, miniSearch: theirs, tableScan: scans, miniSearchBuildMs }
    },
    { module: '/till.js', queries, scanQueries },
  )
}
