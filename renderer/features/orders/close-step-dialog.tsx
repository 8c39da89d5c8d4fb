import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useReason } from '../../ui/use-reason.ts'

/** Asks for the reason without which no step may be closed. */
export const CloseStepDialog = ({
  stepName,
  destinationName,
  onCancel,
  onConfirm,
}: {
  readonly stepName: string
  readonly destinationName: string
  readonly onCancel: () => void
  readonly onConfirm: (reason: string) => Promise<void>
}) => {
  const { t } = useTranslation('orders')
  const reasonRef = useFirstFocus()
  const { reason, setReason, isMissing, isPending, confirm } = useReason(onConfirm)
  return (
    <Dialog
      isOpen
      size="small"
      title={t('closeTitle', { step: stepName })}
      closeLabel={t('cancel')}
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{t('cancel')}</Button>
          <Button look="danger" isPending={isPending} onPress={() => void confirm()}>
            {t('closeConfirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{t('closeHint', { destination: destinationName })}</p>
        <TextField
          inputRef={reasonRef}
          isRequired
          label={t('closeReason')}
          value={reason}
          error={isMissing ? t('closeReasonMissing') : null}
          onChange={setReason}
        />
      </div>
    </Dialog>
  )
}
