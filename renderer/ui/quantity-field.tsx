import type { Ref } from 'react'
import { parseQuantity, quantityText } from './parse-quantity.ts'
import { useDraft } from './use-draft.ts'

export type QuantityFieldProps = {
  /** Names the field for screen readers, e.g. "Jumlah Jeruk Medan". */
  readonly label: string
  readonly value: number
  /** The unit behind the number. */
  readonly unit: string
  readonly onChange: (value: number) => void
  /** Enter or Escape was pressed, or the focus went elsewhere. */
  readonly onLeave: (key: 'Enter' | 'Escape' | 'blur') => void
  readonly maximum: number
  readonly inputRef?: Ref<HTMLInputElement>
  /** What is typed next comes on top of the value. */
  readonly isMore?: boolean
  readonly isInvalid?: boolean
}

/** A weight with up to three decimals, comma or dot. Left empty, at zero or unreadable it returns to the last value. */
export const QuantityField = ({
  label,
  value,
  unit,
  onChange,
  onLeave,
  maximum,
  inputRef,
  isMore = false,
  isInvalid = false,
}: QuantityFieldProps) => {
  const { draft, edit, clear } = useDraft(quantityText(value))
  const change = (text: string) => {
    const typed = parseQuantity(text)
    const isTaken = typed !== null && typed > 0 && typed <= maximum
    edit(text, isTaken ? quantityText(typed) : null)
    if (isTaken && typed !== value) onChange(typed)
  }
  return (
    <span className="relative flex">
      <input
        ref={inputRef ?? null}
        aria-label={label}
        aria-invalid={isInvalid}
        inputMode="decimal"
        autoComplete="off"
        className="field-box h-11 w-36 pr-9 pl-2 text-right text-lg font-semibold tabular-nums"
        value={draft ?? quantityText(value)}
        onFocus={({ currentTarget }) => {
          if (isMore) edit(`${quantityText(value)}+`)
          else currentTarget.select()
        }}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => {
          clear()
          onLeave('blur')
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          clear()
          onLeave(event.key)
        }}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-sm text-muted"
      >
        {unit}
      </span>
    </span>
  )
}
