import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import { TextField } from '../../ui/text-field.tsx'
import { COURIERS } from './delivery-form.ts'
import type { DeliveryFieldProps } from './delivery-text-field.tsx'

/** The courier: a usual one by one press, any other by name. */
export const CourierField = ({ form, problems, onChange, className }: DeliveryFieldProps) => {
  const { t } = useTranslation('sell')
  const problem = problems.courier
  return (
    <div className={classNames('flex flex-col gap-2', className)}>
      <TextField
        label={t('delivery.courier')}
        value={form.courier}
        onChange={(text) => onChange('courier', text)}
        error={problem === undefined ? null : t(`delivery.error.${problem}`)}
        isRequired
        placeholder={t('delivery.courierHelp')}
      />
      <div className="flex flex-wrap gap-1.5">
        {COURIERS.map((courier) => (
          <button
            key={courier}
            type="button"
            aria-pressed={form.courier === courier}
            onClick={() => onChange('courier', courier)}
            className={classNames(
              'focus-ring h-11 rounded-control border px-3 font-medium',
              form.courier === courier
                ? 'border-accent bg-accent-soft text-accent'
                : 'border-line bg-surface hover:bg-hover',
            )}
          >
            {courier}
          </button>
        ))}
      </div>
    </div>
  )
}
