import { Printer, PlugZap, Unplug } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatThousands } from '../../../shared/domain/money.ts'
import { DESTINATIONS } from '../../../shared/domain/sales-route.ts'
import { EMPTY_BOOKS, NO_FAULTS } from '../../../shared/ipc/practice.ts'
import { useAppStatus } from '../../app/app-status.ts'
import { navigate } from '../../app/routes.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ScreenTabs } from '../../ui/screen-tabs.tsx'
import { compareWithTill } from './compare-with-till.ts'
import { ComparisonLine } from './comparison-line.tsx'
import { isUndisturbed } from './fault-summary.ts'
import { InvoicesTable, OrdersTable, StockTable } from './holdings-tables.tsx'
import { ReturnsTable } from './returns-table.tsx'
import { ServiceFaultsPanel } from './service-faults-panel.tsx'
import { usePracticeFaults } from './use-practice-faults.ts'
import { useAllSales, usePracticeHoldings } from './use-practice-holdings.ts'

const NOTHING_HELD = { orders: [], invoices: [], stock: [], books: EMPTY_BOOKS } as const

const Count = ({ count }: { readonly count: number }) => (
  <span className="rounded-full bg-sunken px-2 py-0.5 text-sm tabular-nums">{formatThousands(count)}</span>
)

const AsServicesSee = () => {
  const { t } = useTranslation('practice')
  const { holdings, hasFailed } = usePracticeHoldings()
  const sales = useAllSales()
  const held = holdings ?? NOTHING_HELD
  const comparison = useMemo(
    () => (sales === undefined || holdings === null ? null : compareWithTill(sales, holdings)),
    [sales, holdings],
  )
  const doubledOrders = new Set(comparison?.forstok.doubled)
  const doubledInvoices = new Set(comparison?.accurate.doubled)
  const doubledReturns = new Set(comparison?.accurateReturns.doubled)
  return (
    <Panel
      isFlush
      title={t('asSeen')}
      className="min-w-0 flex-1"
      actions={
        <Button icon={<Printer size={18} aria-hidden />} onPress={() => navigate('printing')}>
          {t('printed')}
        </Button>
      }
    >
      {hasFailed ? <Notice tone="bad" title={t('readFailed')} className="m-4 mb-0" /> : null}
      {comparison === null ? null : <ComparisonLine comparison={comparison} />}
      <ScreenTabs
        label={t('asSeen')}
        tabs={[
          {
            id: 'orders',
            label: t('tab.orders'),
            hint: <Count count={held.orders.length} />,
            panel: <OrdersTable orders={held.orders} doubled={doubledOrders} />,
          },
          {
            id: 'invoices',
            label: t('tab.invoices'),
            hint: <Count count={held.invoices.length} />,
            panel: <InvoicesTable invoices={held.invoices} doubled={doubledInvoices} />,
          },
          {
            id: 'returns',
            label: t('tab.returns'),
            hint: <Count count={held.books.returns.length} />,
            panel: <ReturnsTable returns={held.books.returns} doubled={doubledReturns} />,
          },
          { id: 'stock', label: t('tab.stock'), panel: <StockTable stock={held.stock} /> },
        ]}
      />
    </Panel>
  )
}

/** Practice mode's switches, and what both practice services hold. */
export const PracticeScreen = () => {
  const { t } = useTranslation('practice')
  const hasServices = useAppStatus(({ status }) => status?.hasPracticeServices ?? false)
  const { faults, change, changeBoth } = usePracticeFaults()
  if (!hasServices) {
    return (
      <EmptyState icon={<Unplug size={44} aria-hidden />} title={t('unavailable')}>
        {t('unavailableHint')}
      </EmptyState>
    )
  }
  const isQuiet = faults === null || DESTINATIONS.every((destination) => isUndisturbed(faults[destination]))
  return (
    <div className="flex h-full min-h-0 gap-3 p-4">
      <h1 className="sr-only">{t('title')}</h1>
      <div className="flex w-[440px] shrink-0 flex-col gap-3 overflow-y-auto pr-1 2xl:w-[460px]">
        <p className="text-sm text-muted">{t('subtitle')}</p>
        <div className="grid grid-cols-2 gap-2">
          <Button
            icon={<Unplug size={18} aria-hidden />}
            isDisabled={faults === null}
            onPress={() => changeBoth({ isCut: true })}
          >
            {t('cutAll')}
          </Button>
          <Button
            look={isQuiet ? 'secondary' : 'primary'}
            icon={<PlugZap size={18} aria-hidden />}
            isDisabled={faults === null}
            onPress={() => changeBoth(NO_FAULTS)}
          >
            {t('restoreAll')}
          </Button>
        </div>
        {faults === null
          ? null
          : DESTINATIONS.map((destination) => (
              <ServiceFaultsPanel
                key={destination}
                destination={destination}
                faults={faults[destination]}
                onChange={(part) => change(destination, part)}
              />
            ))}
      </div>
      <AsServicesSee />
    </div>
  )
}
