import { PackageOpen, SearchX } from 'lucide-react'
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../app/till.ts'
import { actionFor } from '../../app/keyboard-map.ts'
import { logError } from '../../app/log.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { PracticeImportProgress } from './practice-import-progress.tsx'
import { ResultList, resultRowId } from './result-list.tsx'
import { addToBasket, changeSelectedBy } from './basket-actions.ts'
import { requestForLine } from './sell-dialogs.ts'
import { requestFocus, showMessage, useSellStore } from './sell-store.ts'
import { SellMessageNotice } from './sell-message-notice.tsx'
import { useFocusWish } from './use-focus-wish.ts'
import { useSearch } from './use-search.ts'

const NO_ROWS: readonly ItemRow[] = []

const hasLine = (): boolean => (useSellStore.getState().basket?.lines.length ?? 0) > 0

/** Finds items by name, SKU or barcode, with every key press. */
export const SearchPanel = () => {
  const { t } = useTranslation(['sell', 'common'])
  const listId = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const { query, setQuery, skus, readSkus, rows, readRow } = useSearch()
  const [activeIndex, setActiveIndex] = useState(0)
  // With nothing typed, Enter must not add whatever happens to stand first: a row is chosen only once an arrow was used.
  const [hasChosen, setHasChosen] = useState(false)
  const chosenIndex = query.trim() !== '' || hasChosen ? activeIndex : -1
  useFocusWish('search', inputRef)

  const search = (text: string) => {
    setQuery(text)
    setActiveIndex(0)
    setHasChosen(false)
    showMessage(null)
  }
  const add = useCallback(
    (sku: string) => {
      const addRow = async () => {
        const row = await readRow(sku)
        setQuery('')
        setActiveIndex(0)
        setHasChosen(false)
        requestFocus('search')
        // Goods sold by weight take the focus to their weight.
        if (row !== null) addToBasket(row.item)
      }
      addRow().catch((error: unknown) => {
        logError('add', error)
        showMessage({ type: 'search-failed' })
      })
    },
    [readRow, setQuery],
  )
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const action = actionFor('search', event.key)
    if (action === 'moveResult') {
      const next = chosenIndex + (event.key === 'ArrowDown' ? 1 : -1)
      setActiveIndex(Math.max(0, Math.min(skus.length - 1, next)))
      setHasChosen(true)
    } else if (action === 'addResult') {
      // The row under the cursor may belong to the query before: the list in memory is always the newest.
      const sku = readSkus()[chosenIndex]
      if (sku !== undefined) add(sku)
      else if (query.trim() !== '') showMessage({ type: 'unknown-code', code: query.trim() })
    } else if (action === 'clearSearch') search('')
    else if (action === 'quantityFromSearch' && query === '') changeSelectedBy(event.key === '+' ? 1 : -1)
    else if (action === 'editQuantity' && query === '') requestFocus(hasLine() ? 'quantity' : 'search')
    else if (action === 'lineDiscount' && query === '') requestForLine('line-discount')
    else return
    event.preventDefault()
  }
  const isEmpty = rows !== null && skus.length === 0
  return (
    <section
      aria-label={t('sell:search.region')}
      className="flex min-h-0 flex-col overflow-hidden rounded-panel border border-line bg-surface"
    >
      <div className="flex flex-col gap-3 border-b border-line p-3">
        <SearchField
          isLarge
          label={t('sell:search.label')}
          clearLabel={t('common:clear')}
          placeholder={t('sell:search.placeholder')}
          value={query}
          onChange={search}
          onKeyDown={onKeyDown}
          inputRef={inputRef}
          shortcutKeys="+-?*%"
          controls={{ listId, activeId: skus[chosenIndex] === undefined ? null : resultRowId(listId, chosenIndex) }}
        />
        <SellMessageNotice />
        <PracticeImportProgress />
      </div>
      {isEmpty ? null : (
        <div
          aria-hidden
          className="grid grid-cols-[minmax(0,1fr)_100px_130px] gap-4 border-b border-line bg-canvas px-4 py-2 text-sm font-medium text-muted"
        >
          <span>{t('sell:search.columnItem')}</span>
          <span className="text-right">{t('sell:search.columnStock')}</span>
          <span className="text-right">{t('sell:search.columnPrice')}</span>
        </div>
      )}
      {isEmpty ? (
        <EmptyState
          icon={
            query === '' ? (
              <PackageOpen size={48} strokeWidth={1.5} aria-hidden />
            ) : (
              <SearchX size={48} strokeWidth={1.5} aria-hidden />
            )
          }
          title={query === '' ? t('sell:search.emptyTitle') : t('sell:search.noneTitle')}
        >
          {query === '' ? t('sell:search.emptyBody') : t('sell:search.noneBody')}
        </EmptyState>
      ) : (
        <ResultList
          id={listId}
          label={t('sell:search.results')}
          rows={rows ?? NO_ROWS}
          activeIndex={chosenIndex}
          onAdd={add}
        />
      )}
    </section>
  )
}
