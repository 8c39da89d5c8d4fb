import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks before a count is thrown away. */
export const ThrowAwayDialog = ({
  lineCount,
  onCancel,
  onConfirm,
}: {
  readonly lineCount: number
  readonly onCancel: () => void
  readonly onConfirm: () => Promise<void>
}) => {
  const { t } = useTranslation('stock')
  return (
    <Dialog
      isOpen
      role="alertdialog"
      size="small"
      title={t('count.throwAwayTitle')}
      closeLabel={t('count.keep')}
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{t('count.keep')}</Button>
          <Button look="danger" onPress={() => void onConfirm()}>
            {t('count.throwAwayConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('count.throwAwayBody', { count: lineCount })}</p>
    </Dialog>
  )
}
