import { useTranslation } from 'react-i18next'
import { QuestionDialog } from '../../ui/question-dialog.tsx'

/** Asks before a count is thrown away. */
export const ThrowAwayDialog = ({
  lineCount,
  onCancel,
  onConfirm,
}: {
  readonly lineCount: number
  readonly onCancel: () => void
  readonly onConfirm: () => void
}) => {
  const { t } = useTranslation('stock')
  return (
    <QuestionDialog
      title={t('count.throwAwayTitle')}
      closeLabel={t('count.keep')}
      keepLabel={t('count.keep')}
      confirmLabel={t('count.throwAwayConfirm')}
      onConfirm={onConfirm}
      onClose={onCancel}
    >
      <p>{t('count.throwAwayBody', { count: lineCount })}</p>
    </QuestionDialog>
  )
}
