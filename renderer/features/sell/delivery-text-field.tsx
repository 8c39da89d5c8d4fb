import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/text-field.tsx'
import type { DeliveryField, DeliveryForm, DeliveryProblems } from './delivery-form.ts'

export type DeliveryFieldProps = {
  readonly form: DeliveryForm
  readonly problems: DeliveryProblems
  readonly onChange: (field: DeliveryField, text: string) => void
  readonly className?: string
}

type DeliveryTextFieldProps = DeliveryFieldProps & {
  readonly field: Exclude<DeliveryField, 'courier'>
  readonly isRequired?: boolean
  readonly takesFocus?: boolean
  readonly hasHelp?: boolean
  readonly inputMode?: 'text' | 'tel' | 'numeric'
}

/** One field of the delivery form with its own words and error. */
export const DeliveryTextField = ({
  form,
  problems,
  onChange,
  field,
  isRequired = false,
  takesFocus = false,
  hasHelp = false,
  inputMode = 'text',
  className = '',
}: DeliveryTextFieldProps) => {
  const { t } = useTranslation('sell')
  const problem = problems[field]
  return (
    <TextField
      label={t(`delivery.${field}`)}
      value={form[field]}
      onChange={(text) => onChange(field, text)}
      error={problem === undefined ? null : t(`delivery.error.${problem}`)}
      isRequired={isRequired}
      takesFocus={takesFocus}
      inputMode={inputMode}
      {...(hasHelp ? { description: t('delivery.awbHelp') } : {})}
      className={className}
    />
  )
}
