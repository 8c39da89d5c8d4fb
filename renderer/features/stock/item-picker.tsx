import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../../shared/domain/item.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import { useItems } from '../../storage/hooks.ts'
import { classNames } from '../../ui/class-names.ts'
import { SearchField } from '../../ui/search-field.tsx'

const SHOWN = 7

/** Finds one item by name, SKU or barcode and hands it on. Arrows choose, Enter takes; an exact code goes before the list. */
export const ItemPicker = ({
  label,
  placeholder,
  onPick,
  onUnknown,
}: {
  readonly label: string
  readonly placeholder: string
  readonly onPick: (item: Item) => void
  /** What was typed names no item. */
  readonly onUnknown: (text: string) => void
}) => {
  const { t } = useTranslation(['stock', 'common'])
  const till = useTill()
  const listId = useId()
  const inputRef = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const skus = useMemo(() => (query.trim() === '' ? [] : till.searchItems(query, SHOWN)), [till, query])
  const rows = useItems(skus)
  const shown = query.trim() === '' ? [] : (rows ?? [])
  const pick = (item: Item) => {
    setQuery('')
    setActive(0)
    onPick(item)
    inputRef.current?.focus()
  }
  const take = async () => {
    const text = query.trim()
    const exact = await till.findByCode(text)
    const [listed] = exact.ok && exact.value !== null ? [] : await till.readItems(skus.slice(active, active + 1))
    const item = exact.ok && exact.value !== null ? exact.value : (listed?.item ?? null)
    if (item !== null) {
      pick(item)
      return
    }
    onUnknown(text)
    // What is typed or scanned next takes its place.
    inputRef.current?.select()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, skus.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Escape' && query !== '') setQuery('')
    else if (event.key === 'Enter' && query.trim() !== '')
      take().catch((error: unknown) => logError('item-picker', error))
    else return
    event.preventDefault()
  }
  return (
    <div className="relative">
      <SearchField
        label={label}
        clearLabel={t('common:clear')}
        placeholder={placeholder}
        value={query}
        onChange={(text) => {
          setQuery(text)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        inputRef={inputRef}
        controls={{ listId, activeId: shown.length === 0 ? null : `${listId}-${active}` }}
      />
      {shown.length === 0 ? null : (
        <ul
          id={listId}
          aria-label={t('stock:picker.results')}
          className="absolute inset-x-0 top-full z-20 mt-1 rounded-control border border-line bg-raised p-1 shadow-lg"
        >
          {shown.map(({ item }, index) => (
            <li key={item.sku}>
              <button
                id={`${listId}-${index}`}
                type="button"
                tabIndex={-1}
                aria-current={index === active ? 'true' : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(item)}
                className={classNames(
                  'flex min-h-11 w-full cursor-default items-center justify-between gap-3 rounded-md px-3 text-left',
                  index === active ? 'bg-accent-soft' : 'hover:bg-hover',
                )}
              >
                <span className="truncate font-medium">{item.name}</span>
                <span className="shrink-0 text-sm text-muted">{item.sku}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
