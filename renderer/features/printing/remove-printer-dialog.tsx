import { useTranslation } from 'react-i18next'
import type { Printer } from '../../../shared/domain/printer.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusOnMount } from '../../ui/focus-on-mount.ts'
import { Notice } from '../../ui/notice.tsx'

/** Asks before a printer is removed, and says how many jobs wait for it. */
export const RemovePrinterDialog = ({
  printer,
  waitingJobs,
  onRemove,
  onClose,
}: {
  readonly printer: Printer
  readonly waitingJobs: number
  readonly onRemove: () => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('printers')
  return (
    <Dialog
      isOpen
      size="small"
      role="alertdialog"
      title={t('remove.title', { printer: printer.name })}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <>
          <Button ref={focusOnMount} onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button look="danger" onPress={onRemove}>
            {t('remove.confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {waitingJobs === 0 ? null : <Notice tone="warn" title={t('remove.waiting', { count: waitingJobs })} />}
        <p>{t('remove.body')}</p>
      </div>
    </Dialog>
  )
}
