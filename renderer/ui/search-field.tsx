import { Search, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { classNames } from './class-names.ts'

export type SearchFieldProps = {
  readonly label: string
  readonly clearLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly inputRef?: Ref<HTMLInputElement>
  /** The list that it drives, and the row of it that is chosen (for screen readers). */
  readonly controls?: { readonly listId: string; readonly activeId: string | null }
  /** Characters that are shortcuts while the field is empty; they are not typed then. */
  readonly shortcutKeys?: string
  readonly isLarge?: boolean
  readonly className?: string
}

/** A search box with a button to empty it. */
export const SearchField = ({
  label,
  clearLabel,
  value,
  onChange,
  placeholder,
  onKeyDown,
  inputRef,
  controls,
  shortcutKeys,
  isLarge = false,
  className,
}: SearchFieldProps) => (
  <div className={classNames('relative', className)}>
    <Search
      size={20}
      aria-hidden
      className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-muted"
    />
    <input
      ref={inputRef}
      type="search"
      aria-label={label}
      aria-controls={controls?.listId}
      aria-activedescendant={controls?.activeId ?? undefined}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      data-shortcut-keys={shortcutKeys}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      className={classNames(
        'field-box w-full pr-11 pl-11 [&::-webkit-search-cancel-button]:hidden',
        isLarge ? 'h-14 text-xl' : 'h-11',
      )}
    />
    {value === '' ? null : (
      <button
        type="button"
        tabIndex={-1}
        aria-label={clearLabel}
        onClick={() => onChange('')}
        className="absolute inset-y-0 right-0 flex w-11 items-center justify-center text-muted hover:text-ink"
      >
        <X size={18} aria-hidden />
      </button>
    )}
  </div>
)
