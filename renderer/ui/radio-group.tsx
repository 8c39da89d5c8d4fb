import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from './class-names.ts'

export type RadioChoice<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly description?: string
}

export type RadioGroupProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly choices: readonly RadioChoice<Value>[]
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
  readonly className?: string
}

/** One of a few values, each with room for an explanation. */
export const RadioGroup = <Value extends string>({
  label,
  value,
  choices,
  onChange,
  isDisabled = false,
  className,
}: RadioGroupProps<Value>) => (
  <AriaRadioGroup
    value={value}
    isDisabled={isDisabled}
    onChange={(next) => {
      const chosen = choices.find((choice) => choice.value === next)
      if (chosen !== undefined) onChange(chosen.value)
    }}
    className={classNames('flex flex-col gap-2', className)}
  >
    <Label className="text-sm font-medium text-muted">{label}</Label>
    {choices.map((choice) => (
      <Radio
        key={choice.value}
        value={choice.value}
        className="group focus-ring relative flex min-h-11 cursor-default items-start gap-3 rounded-control border border-line bg-surface px-3 py-2.5 hover:bg-hover data-[disabled]:opacity-45 data-[selected]:border-accent data-[selected]:bg-accent-soft"
      >
        <span className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border-2 border-edge bg-surface group-data-[selected]:border-accent">
          <span className="size-2.5 rounded-full group-data-[selected]:bg-accent" />
        </span>
        <span className="flex flex-col">
          <span className="font-medium">{choice.label}</span>
          {choice.description === undefined ? null : <span className="text-sm text-muted">{choice.description}</span>}
        </span>
      </Radio>
    ))}
  </AriaRadioGroup>
)
