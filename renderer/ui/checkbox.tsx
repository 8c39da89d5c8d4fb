import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'

export type CheckboxProps = {
  readonly children: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

/** A box to tick, with its words. */
export const Checkbox = ({ children, isSelected, onChange, isDisabled = false }: CheckboxProps) => (
  <AriaCheckbox
    isSelected={isSelected}
    onChange={onChange}
    isDisabled={isDisabled}
    className="group focus-ring relative flex min-h-11 cursor-default items-center gap-3 rounded-control data-[disabled]:opacity-45"
  >
    <span className="flex size-6 shrink-0 items-center justify-center rounded-md border border-edge bg-surface text-on-accent group-data-[selected]:border-accent group-data-[selected]:bg-accent">
      {isSelected ? <Check size={18} strokeWidth={3} aria-hidden /> : null}
    </span>
    <span>{children}</span>
  </AriaCheckbox>
)
