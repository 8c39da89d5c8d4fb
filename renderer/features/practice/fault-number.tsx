import { useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'
import { clampWhole } from './fault-summary.ts'

/** A number that counts at once; what is typed is brought into range when the field is left. */
export const FaultNumber = ({
  label,
  value,
  most,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}) => {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <div onBlur={() => setDraft(null)} className="min-w-0 [&_input]:tabular-nums">
      <TextField
        label={label}
        inputMode="numeric"
        maxLength={6}
        value={draft ?? String(value)}
        onChange={(text) => {
          setDraft(text)
          onChange(clampWhole(text.trim() === '' ? 0 : Number(text), 0, most))
        }}
      />
    </div>
  )
}
