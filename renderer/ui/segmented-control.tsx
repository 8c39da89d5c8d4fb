import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { classNames } from './class-names.ts'

export type Segment<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  readonly hint?: ReactNode
}

export type SegmentedControlProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
  readonly className?: string
}

/** One of two to five values side by side. A radio group for screen readers and the arrow keys. */
export const SegmentedControl = <Value extends string>({
  label,
  value,
  segments,
  onChange,
  isDisabled = false,
  className,
}: SegmentedControlProps<Value>) => (
  <RadioGroup
    aria-label={label}
    orientation="horizontal"
    value={value}
    isDisabled={isDisabled}
    onChange={(next) => {
      const chosen = segments.find((segment) => segment.value === next)
      if (chosen !== undefined) onChange(chosen.value)
    }}
    className={classNames('flex gap-1 rounded-control bg-sunken p-1', className)}
  >
    {segments.map((segment) => (
      <Radio
        key={segment.value}
        value={segment.value}
        className="focus-ring relative flex min-h-11 [&>svg]:shrink-0 flex-1 cursor-default items-center min-w-0 justify-center gap-2 rounded-md border border-transparent px-3 font-medium whitespace-nowrap text-muted hover:text-ink data-[disabled]:opacity-45 data-[selected]:border-line data-[selected]:bg-raised data-[selected]:text-ink"
      >
        {segment.icon}
        {segment.label}
        {segment.hint}
      </Radio>
    ))}
  </RadioGroup>
)
