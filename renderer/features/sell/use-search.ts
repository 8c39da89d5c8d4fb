import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { logError } from '../../app/log.ts'
import type { ItemRow } from '../../app/till.ts'
import { useTill } from '../../app/till-context.tsx'
import { showMessage, useSellStore } from './sell-store.ts'

const LARGEST_RESULT = 50
/** As many as are in view on the largest usual screen: these are read and drawn first, the others after. */
const ROWS_IN_VIEW = 16
const LARGEST_CACHE = 2_000
/** Keys closer together than this are a scanner's: nobody reads the results for the beginnings of a barcode. */
const SCANNER_GAP_MS = 40

const rowsFromCache = (cache: ReadonlyMap<string, ItemRow>, skus: readonly string[]): readonly ItemRow[] | null => {
  const rows = skus.map((sku) => cache.get(sku))
  return rows.every((row) => row !== undefined) ? rows : null
}

/** The text in the search box, and the text that is searched: the same at a person's pace, the latter waits while a scanner types. */
const useQuery = () => {
  const [query, setText] = useState('')
  const [searched, setSearched] = useState('')
  const lastChangeMs = useRef(Number.NEGATIVE_INFINITY)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const setQuery = useCallback((text: string) => {
    const nowMs = performance.now()
    const isBurst = nowMs - lastChangeMs.current < SCANNER_GAP_MS
    lastChangeMs.current = nowMs
    if (timer.current !== null) clearTimeout(timer.current)
    setText(text)
    if (isBurst && text !== '') timer.current = setTimeout(() => setSearched(text), SCANNER_GAP_MS)
    else setSearched(text)
  }, [])
  return { query, searched, setQuery }
}

/** The search of the sell screen: matches at once, from memory; rows as soon as they are read. */
export const useSearch = () => {
  const till = useTill()
  const revision = useSellStore((state) => state.stockRevision)
  const { query, searched, setQuery } = useQuery()
  const [shown, setShown] = useState<{ readonly query: string; readonly rows: readonly ItemRow[] } | null>(null)
  const cache = useRef(new Map<string, ItemRow>())
  // `revision` is a reason to search again although the query is the same: the catalogue may have changed.
  const skus = useMemo(
    () => ({ query: searched, revision, list: till.searchItems(searched, LARGEST_RESULT) }),
    [till, searched, revision],
  )
  const lastRevision = useRef(revision)

  useEffect(() => {
    if (lastRevision.current !== skus.revision) cache.current.clear()
    lastRevision.current = skus.revision
    let isCurrent = true
    const readAll = async (): Promise<void> => {
      if (cache.current.size > LARGEST_CACHE) cache.current.clear()
      const pieces = [skus.list.slice(0, ROWS_IN_VIEW), skus.list.slice(ROWS_IN_VIEW)]
      const rows: ItemRow[] = []
      for (const piece of pieces) {
        if (piece.length === 0) continue
        const read = await till.readItems(piece)
        if (!isCurrent) return
        for (const row of read) cache.current.set(row.item.sku, row)
        rows.push(...read)
        setShown({ query: skus.query, rows: [...rows] })
      }
    }
    const known = rowsFromCache(cache.current, skus.list)
    if (known !== null) setShown({ query: skus.query, rows: known })
    else {
      readAll().catch((error: unknown) => {
        logError('search', error)
        showMessage({ type: 'search-failed' })
      })
    }
    return () => {
      isCurrent = false
    }
  }, [till, skus])

  // What the benchmark listens to: from here to the next frame the results of this query are on the screen.
  useLayoutEffect(() => {
    if (shown === null) return
    performance.clearMarks('konter:results')
    performance.mark('konter:results', { detail: shown.query })
  }, [shown])

  const readRow = useCallback(
    async (sku: string) => cache.current.get(sku) ?? (await till.readItems([sku]))[0] ?? null,
    [till],
  )
  /** The matches of what stands in the box now, also while the search waits for the keys to pause. */
  const readSkus = () => (query === searched ? skus.list : till.searchItems(query, LARGEST_RESULT))
  return { query, setQuery, skus: skus.list, readSkus, rows: shown?.rows ?? null, readRow }
}
