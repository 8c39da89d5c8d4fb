import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup'

/** One value with its explanation, and the reason why it cannot be chosen (null when it can). */
export type ChoiceCard<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly description: string
  readonly unavailableReason: string | null
}

/** A closed list of explained values, of which some can be seen but not chosen. */
export const ChoiceCards = <Value extends string>({
  label,
  value,
  cards,
  onChange,
}: {
  readonly label: string
  readonly value: Value
  readonly cards: readonly ChoiceCard<Value>[]
  readonly onChange: (value: Value) => void
}) => (
  <RadioGroup
    value={value}
    onChange={(next) => {
      const chosen = cards.find((card) => card.value === next)
      if (chosen !== undefined && chosen.unavailableReason === null) onChange(chosen.value)
    }}
    className="flex flex-col gap-2"
  >
    <Label className="sr-only">{label}</Label>
    {cards.map((card) => (
      <Radio
        key={card.value}
        value={card.value}
        isDisabled={card.unavailableReason !== null}
        className="group focus-ring relative flex min-h-11 cursor-default items-start gap-3 rounded-control border border-line px-3 py-2.5 data-[disabled]:bg-canvas data-[selected]:border-accent data-[selected]:bg-accent-soft"
      >
        <span className="mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full border-2 border-edge bg-surface group-data-[disabled]:border-line group-data-[selected]:border-accent">
          <span className="size-2.5 rounded-full group-data-[selected]:bg-accent" />
        </span>
        <span className="flex flex-col">
          <span className="font-medium group-data-[disabled]:text-muted">{card.label}</span>
          <span className="text-sm text-muted">{card.description}</span>
          {card.unavailableReason === null ? null : (
            <span className="text-sm font-medium text-muted">{card.unavailableReason}</span>
          )}
        </span>
      </Radio>
    ))}
  </RadioGroup>
)
