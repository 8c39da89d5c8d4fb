import { useTranslation } from 'react-i18next'
import { useWarehouses } from '../../storage/hooks.ts'
import { ScreenTabs, type ScreenTab } from '../../ui/screen-tabs.tsx'
import { CountTab } from './count-tab.tsx'
import { DocumentsTab } from './documents-tab.tsx'
import { FindingsTab } from './findings-tab.tsx'
import { InspectTab } from './inspect-tab.tsx'
import { MoveTab } from './move-tab.tsx'
import { TransferTab } from './transfer-tab.tsx'

/** All about stock: what pulls found, why a figure is what it is, counts, goods in and out, transfers, and their history. */
export const StockScreen = () => {
  const { t } = useTranslation('stock')
  const warehouses = useWarehouses()
  const hasOthers = (warehouses?.all.length ?? 0) > 1
  const tabs: readonly ScreenTab[] = [
    { id: 'findings', label: t('tab.findings'), panel: <FindingsTab /> },
    { id: 'inspect', label: t('tab.inspect'), panel: <InspectTab /> },
    { id: 'count', label: t('tab.count'), panel: <CountTab /> },
    { id: 'move', label: t('tab.move'), panel: <MoveTab /> },
    ...(hasOthers ? [{ id: 'transfer', label: t('tab.transfer'), panel: <TransferTab /> }] : []),
    { id: 'documents', label: t('tab.documents'), panel: <DocumentsTab /> },
  ]
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <h1 className="sr-only">{t('title')}</h1>
      <ScreenTabs label={t('tabs')} tabs={tabs} />
    </div>
  )
}
