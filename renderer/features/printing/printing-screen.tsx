import { useTranslation } from 'react-i18next'
import { useIsPracticeMode } from '../../app/app-status.ts'
import { useAskingPrintJobs, useSettings } from '../../storage/hooks.ts'
import { AskingJobs } from './asking-jobs.tsx'
import { PracticePages } from './practice-pages.tsx'
import { PrinterSettingsForm } from './printer-settings-form.tsx'

/** Prints that need an answer, the printers' settings, and the pages of the practice printer. */
export const PrintingScreen = () => {
  const { t } = useTranslation('printing')
  const isPractice = useIsPracticeMode()
  const settings = useSettings()
  const asking = useAskingPrintJobs()
  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-4">
      <h1 className="sr-only">{t('title')}</h1>
      {asking === undefined || asking.length === 0 ? null : (
        <div className="max-h-[58%] shrink-0 overflow-y-auto">
          <AskingJobs jobs={asking} />
        </div>
      )}
      <div className="flex min-h-0 flex-1 gap-3">
        <div className="w-[420px] shrink-0 overflow-y-auto pr-1 2xl:w-[480px]">
          <PrinterSettingsForm />
        </div>
        {isPractice && settings !== undefined ? <PracticePages utcOffsetMinutes={settings.utcOffsetMinutes} /> : null}
      </div>
    </div>
  )
}
