import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useReason } from '../../ui/use-reason.ts'

/** Asks why, in place. Nothing is done without a reason. */
export const ReasonForm = ({
  title,
  hint,
  confirmLabel,
  onCancel,
  onConfirm,
}: {
  readonly title: string
  readonly hint: string
  readonly confirmLabel: string
  readonly onCancel: () => void
  readonly onConfirm: (reason: string) => Promise<void>
}) => {
  const { t } = useTranslation(['stock', 'common'])
  const { reason, setReason, isMissing, isPending, confirm } = useReason(onConfirm)
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
      className="flex flex-col gap-3 rounded-control border border-edge bg-canvas p-4"
    >
      <p className="font-semibold">{title}</p>
      <p className="text-sm text-muted">{hint}</p>
      <TextField
        takesFocus
        isRequired
        label={t('stock:documents.reason')}
        value={reason}
        maxLength={200}
        error={isMissing ? t('stock:documents.reasonMissing') : null}
        onChange={setReason}
      />
      <div className="flex justify-end gap-2">
        <Button onPress={onCancel}>{t('common:cancel')}</Button>
        <Button look="danger" type="submit" isPending={isPending}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  )
}
