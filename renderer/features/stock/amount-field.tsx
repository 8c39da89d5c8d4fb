import { parseQuantity, quantityText } from '../../ui/parse-quantity.ts'
import { useDraft } from '../../ui/use-draft.ts'

/** A quantity typed by hand: whole for pieces, up to three decimals by weight; zero is a figure too. Left unreadable it returns to the last value. */
export const AmountField = ({
  label,
  value,
  isWhole,
  onChange,
  onLeave,
}: {
  readonly label: string
  readonly value: number
  readonly isWhole: boolean
  readonly onChange: (value: number) => void
  /** Enter was pressed. */
  readonly onLeave?: () => void
}) => {
  const { draft, edit, clear } = useDraft(quantityText(value))
  const typed = draft === null ? null : parseQuantity(draft)
  const isReadable = typed !== null && (!isWhole || Number.isInteger(typed))
  const commit = () => {
    if (isReadable && typed !== value) onChange(typed)
    clear()
  }
  return (
    <input
      aria-label={label}
      data-amount=""
      aria-invalid={draft !== null && draft !== '' && !isReadable}
      inputMode={isWhole ? 'numeric' : 'decimal'}
      autoComplete="off"
      className="field-box h-10 w-28 px-2 text-right text-lg font-semibold tabular-nums aria-invalid:border-bad"
      value={draft ?? quantityText(value)}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={(event) => edit(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') clear()
        if (event.key !== 'Enter') return
        commit()
        onLeave?.()
      }}
    />
  )
}
