import { SegmentedControl, type SegmentedControlProps } from './segmented-control.tsx'

/** A {@link SegmentedControl} under its label, as the fields of a form stand; `hint` is a line of help beneath. */
export const SegmentedField = <Value extends string>({
  hint,
  ...control
}: SegmentedControlProps<Value> & { readonly hint?: string }) => (
  <div className="flex flex-col gap-1">
    {/* The control says its label itself. */}
    <span aria-hidden className="text-sm font-medium text-muted">
      {control.label}
    </span>
    <SegmentedControl {...control} />
    {hint === undefined ? null : <p className="text-sm text-muted">{hint}</p>}
  </div>
)
