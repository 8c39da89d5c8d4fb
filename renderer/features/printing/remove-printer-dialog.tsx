import { useTranslation } from 'react-i18next'
import type { Printer } from '../../../shared/domain/printer.ts'
import { Notice } from '../../ui/notice.tsx'
import { QuestionDialog } from '../../ui/question-dialog.tsx'

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
    <QuestionDialog
      title={t('remove.title', { printer: printer.name })}
      closeLabel={t('close')}
      keepLabel={t('cancel')}
      confirmLabel={t('remove.confirm')}
      onConfirm={onRemove}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3">
        {waitingJobs === 0 ? null : <Notice tone="warn" title={t('remove.waiting', { count: waitingJobs })} />}
        <p>{t('remove.body')}</p>
      </div>
    </QuestionDialog>
  )
}
