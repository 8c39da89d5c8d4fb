import { formatRupiah, parseRupiah, type Rupiah } from '../../shared/domain/money.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'

export type MoneyFieldProps = Omit<TextFieldProps, 'inputMode' | 'rows' | 'type' | 'suffix' | 'placeholder'> & {
  /** Shown while the field is empty. */
  readonly emptyAmount?: Rupiah
}

/** The amount that stands in a money field: 0 or more; null for anything else, an empty field too. */
export const readMoneyField = (text: string): Rupiah | null => {
  const amount = parseRupiah(text)
  return amount === null || amount < 0 ? null : amount
}

/** A text field for rupiah, as typed; read it with {@link readMoneyField}. */
export const MoneyField = ({ emptyAmount, inputClassName = '', ...props }: MoneyFieldProps) => (
  <TextField
    {...props}
    inputMode="numeric"
    maxLength={20}
    inputClassName={`text-right tabular-nums ${inputClassName}`}
    {...(emptyAmount === undefined ? {} : { placeholder: formatRupiah(emptyAmount) })}
  />
)
