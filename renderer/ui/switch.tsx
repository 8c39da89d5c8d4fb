import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'

export type SwitchProps = {
  readonly children: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

/** Something that is on or off at once, with its words. */
export const Switch = ({ children, isSelected, onChange, isDisabled = false }: SwitchProps) => (
  <AriaSwitch
    isSelected={isSelected}
    onChange={onChange}
    isDisabled={isDisabled}
    className="group focus-ring relative flex min-h-11 cursor-default items-center gap-3 rounded-control data-[disabled]:opacity-45"
  >
    <span className="flex h-7 w-12 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 group-data-[selected]:border-accent group-data-[selected]:bg-accent">
      <span className="size-5 rounded-full bg-edge transition-transform group-data-[selected]:translate-x-5 group-data-[selected]:bg-on-accent" />
    </span>
    <span>{children}</span>
  </AriaSwitch>
)
