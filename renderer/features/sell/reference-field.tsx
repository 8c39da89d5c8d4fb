import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/text-field.tsx'
import { type PaymentEntry, typeReference } from './payment-entry.ts'

type ReferenceFieldProps = {
  readonly entry: PaymentEntry
  readonly isDisabled: boolean
  readonly onChange: (entry: PaymentEntry) => void
}

/** The number of a payment that is not cash. */
export const ReferenceField = ({ entry, isDisabled, onChange }: ReferenceFieldProps) => {
  const { t } = useTranslation('sell')
  return (
    <TextField
      label={t('pay.reference')}
      description={t('pay.referenceHelp')}
      value={entry.reference}
      onChange={(text) => onChange(typeReference(entry, text))}
      isDisabled={isDisabled}
      maxLength={60}
    />
  )
}
