import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { logError } from '../../app/log.ts'
import type { ItemRow } from '../../app/till.ts'
import { useTill } from '../../app/till-context.tsx'
import { showMessage, useSellStore } from './sell-store.ts'

const LARGEST_RESULT = 50
const LARGEST_CACHE = 2_000

const rowsFromCache = (cache: ReadonlyMap<string, ItemRow>, skus: readonly string[]): readonly ItemRow[] | null => {
  const rows = skus.map((sku) => cache.get(sku))
  return rows.every((row) => row !== undefined) ? rows : null
}

/** The search of the sell screen: matches at once, from memory; rows as soon as they are read. */
export const useSearch = () => {
  const till = useTill()
  const revision = useSellStore((state) => state.stockRevision)
  const [query, setQuery] = useState('')
  const [rows, setRows] = useState<readonly ItemRow[] | null>(null)
  const cache = useRef(new Map<string, ItemRow>())
  // `revision` is a reason to search again although the query is the same: the catalogue may have changed.
  const skus = useMemo(() => ({ revision, list: till.searchItems(query, LARGEST_RESULT) }), [till, query, revision])
  const lastRevision = useRef(revision)

  useEffect(() => {
    if (lastRevision.current !== skus.revision) cache.current.clear()
    lastRevision.current = skus.revision
    let isCurrent = true
    const read = async (isWanted: () => boolean) => {
      if (cache.current.size > LARGEST_CACHE) cache.current.clear()
      const found = await till.readItems(skus.list)
      for (const row of found) cache.current.set(row.item.sku, row)
      if (isWanted()) setRows(found)
    }
    const known = rowsFromCache(cache.current, skus.list)
    if (known !== null) setRows(known)
    else
      read(() => isCurrent).catch((error: unknown) => {
        logError('search', error)
        showMessage({ type: 'search-failed' })
      })
    return () => {
      isCurrent = false
    }
  }, [till, skus])

  const readRow = useCallback(
    async (sku: string) => cache.current.get(sku) ?? (await till.readItems([sku]))[0] ?? null,
    [till],
  )
  return { query, setQuery, skus: skus.list, rows, readRow }
}
