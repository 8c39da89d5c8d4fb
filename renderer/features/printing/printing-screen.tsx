import { useTranslation } from 'react-i18next'
import { useAskingPrintJobs } from '../../storage/hooks.ts'
import { ScreenTabs, type ScreenTab } from '../../ui/screen-tabs.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { PrintersTab } from './printers-tab.tsx'
import { QueueTab } from './queue-tab.tsx'
import { useCloseWatch } from './use-close-watch.ts'

/** All about printing: the queue with what it asks, and the printers. */
export const PrintingScreen = () => {
  const { t } = useTranslation('printing')
  const asking = useAskingPrintJobs()?.length ?? 0
  useCloseWatch()
  const tabs: readonly ScreenTab[] = [
    {
      id: 'queue',
      label: t('tab.queue'),
      hint: asking === 0 ? undefined : <StateBadge tone="warn">{asking}</StateBadge>,
      panel: <QueueTab />,
    },
    { id: 'printers', label: t('tab.printers'), panel: <PrintersTab /> },
  ]
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <h1 className="sr-only">{t('title')}</h1>
      <ScreenTabs label={t('title')} tabs={tabs} />
    </div>
  )
}
