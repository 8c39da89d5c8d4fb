import { Check, ChevronDown } from 'lucide-react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components/Select'
import { classNames } from './class-names.ts'

export type Choice<Value extends string> = { readonly value: Value; readonly label: string }

export type SelectProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly choices: readonly Choice<Value>[]
  readonly onChange: (value: Value) => void
  readonly isLabelHidden?: boolean
  readonly isDisabled?: boolean
  readonly className?: string
}

/** One value out of a closed list. */
export const Select = <Value extends string>({
  label,
  value,
  choices,
  onChange,
  isLabelHidden = false,
  isDisabled = false,
  className,
}: SelectProps<Value>) => (
  <AriaSelect
    value={value}
    isDisabled={isDisabled}
    {...(isLabelHidden ? { 'aria-label': label } : {})}
    onChange={(key) => {
      const chosen = choices.find((choice) => choice.value === key)
      if (chosen !== undefined) onChange(chosen.value)
    }}
    className={classNames('flex min-w-0 flex-col gap-1', className)}
  >
    {isLabelHidden ? null : <Label className="text-sm font-medium text-muted">{label}</Label>}
    <Button className="field-box flex h-11 w-full cursor-default items-center justify-between gap-2 px-3 data-[disabled]:opacity-50">
      <SelectValue className="truncate" />
      <ChevronDown size={18} aria-hidden className="shrink-0 text-muted" />
    </Button>
    <Popover className="min-w-(--trigger-width) overflow-auto rounded-control border border-line bg-raised p-1 shadow-lg outline-none">
      <ListBox items={choices} className="outline-none">
        {(choice) => (
          <ListBoxItem
            id={choice.value}
            textValue={choice.label}
            className="flex min-h-11 cursor-default items-center justify-between gap-3 rounded-md px-3 outline-none data-[focused]:bg-accent-soft"
          >
            {({ isSelected }) => (
              <>
                {choice.label}
                {isSelected ? <Check size={18} aria-hidden className="text-accent" /> : null}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaSelect>
)
