import { useTranslation } from 'react-i18next'
import { formatThousands } from '../../../shared/domain/money.ts'
import { startPracticeImport, usePracticeImport } from '../../app/catalogue-import.ts'
import { logError } from '../../app/log.ts'
import { useBridge, useTill } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'

/** How far the practice catalogue has come; nothing once it is there. */
export const PracticeImportProgress = () => {
  const { t } = useTranslation('shell')
  const inLanguage = useBilingual()
  const till = useTill()
  const bridge = useBridge()
  const current = usePracticeImport((state) => state.current)
  if (current.type === 'idle') return null
  if (current.type === 'running') {
    const { writtenRows, totalRows } = current.progress
    return (
      <ProgressBar
        label={t('start.importing')}
        value={writtenRows}
        maximum={totalRows}
        valueText={t('start.importingCount', {
          written: formatThousands(writtenRows),
          total: formatThousands(totalRows),
        })}
      />
    )
  }
  return (
    <Notice
      tone="bad"
      title={t('start.importFailed')}
      action={
        <Button
          onPress={() => {
            startPracticeImport(till, bridge).catch((error: unknown) => logError('practice-import', error))
          }}
        >
          {t('start.importRetry')}
        </Button>
      }
    >
      {inLanguage(current.error.message)}
    </Notice>
  )
}
