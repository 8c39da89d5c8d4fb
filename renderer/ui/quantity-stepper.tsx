import { Minus, Plus } from 'lucide-react'
import type { Ref } from 'react'
import { IconButton } from './icon-button.tsx'
import { parseWholeNumber } from './parse-whole-number.ts'
import { useDraft } from './use-draft.ts'

export type QuantityStepperProps = {
  /** Names the field for screen readers, e.g. "Jumlah Beng-beng". */
  readonly label: string
  readonly decreaseLabel: string
  readonly increaseLabel: string
  readonly value: number
  readonly onChange: (value: number) => void
  /** Enter or Escape was pressed in the field. */
  readonly onLeave?: (key: 'Enter' | 'Escape') => void
  readonly minimum?: number
  readonly maximum?: number
  readonly inputRef?: Ref<HTMLInputElement>
}

/** A whole number with minus and plus. Digits may be typed; a field left empty or out of range returns to the last value. */
export const QuantityStepper = ({
  label,
  decreaseLabel,
  increaseLabel,
  value,
  onChange,
  onLeave,
  minimum = 1,
  maximum = 9_999,
  inputRef,
}: QuantityStepperProps) => {
  const { draft, edit, clear } = useDraft(String(value))
  const commit = () => {
    const typed = draft === null ? null : parseWholeNumber(draft)
    if (typed !== null && typed >= minimum && typed <= maximum && typed !== value) onChange(typed)
    clear()
  }
  const change = (text: string) => {
    const typed = parseWholeNumber(text)
    const isTaken = typed !== null && typed >= minimum && typed <= maximum
    edit(text, isTaken ? String(typed) : null)
    if (isTaken) onChange(typed)
  }
  return (
    <div className="flex items-center">
      <IconButton
        label={decreaseLabel}
        icon={<Minus size={18} aria-hidden />}
        isDisabled={value <= minimum}
        onPress={() => onChange(Math.max(minimum, value - 1))}
        excludeFromTabOrder
      />
      <input
        ref={inputRef ?? null}
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        className="field-box h-11 w-14 text-center text-lg font-semibold tabular-nums"
        value={draft ?? String(value)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          commit()
          onLeave?.(event.key)
        }}
      />
      <IconButton
        label={increaseLabel}
        icon={<Plus size={18} aria-hidden />}
        isDisabled={value >= maximum}
        onPress={() => onChange(Math.min(maximum, value + 1))}
        excludeFromTabOrder
      />
    </div>
  )
}
