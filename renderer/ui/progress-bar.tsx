import { Label } from 'react-aria-components/Label'
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'

export type ProgressBarProps = {
  readonly label: string
  readonly value: number
  readonly maximum: number
  /** Words instead of the percentage, e.g. "300 dari 1.000". */
  readonly valueText?: string
}

/** How far something has come. */
export const ProgressBar = ({ label, value, maximum, valueText }: ProgressBarProps) => (
  <AriaProgressBar
    value={value}
    maxValue={Math.max(1, maximum)}
    {...(valueText === undefined ? {} : { valueLabel: valueText })}
    className="flex flex-col gap-1.5"
  >
    {({ percentage, valueText: shown }) => (
      <>
        <span className="flex justify-between gap-4 text-sm">
          <Label className="font-medium">{label}</Label>
          <span className="text-muted tabular-nums">{shown}</span>
        </span>
        <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden className="h-2 w-full rounded-full bg-sunken">
          <rect width={percentage ?? 0} height={2} className="fill-accent" />
        </svg>
      </>
    )}
  </AriaProgressBar>
)
