import { useId } from 'react'
import { classNames } from './class-names.ts'

/** A calendar day as `yyyy-mm-dd`; the empty text while none is chosen. */
export const DayField = ({
  label,
  value,
  latest,
  onChange,
  className,
}: {
  readonly label: string
  readonly value: string
  /** The last day that can be chosen. */
  readonly latest?: string
  readonly onChange: (day: string) => void
  readonly className?: string
}) => {
  const id = useId()
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-medium text-muted">
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={value}
        max={latest}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="field-box h-11 w-full min-w-0 px-3 tabular-nums"
      />
    </div>
  )
}
