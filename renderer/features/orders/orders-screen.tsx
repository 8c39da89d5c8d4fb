import { Download, ReceiptText, SearchX } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLocalDay } from '../../../shared/domain/local-time.ts'
import { formatThousands } from '../../../shared/domain/money.ts'
import { useTill } from '../../app/till-context.tsx'
import type { SalesFilter } from '../../app/till.ts'
import { useSales, useSettings } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useLanguage } from '../../app/use-bilingual.ts'
import { useLatest } from '../../ui/use-latest.ts'
import { CourierPdfButton } from '../courier-pdf/courier-pdf-button.tsx'
import { DeliveryLabelsButton } from './delivery-labels-dialog.tsx'
import { ExportDayDialog } from './export-day-dialog.tsx'
import { orderColumns } from './order-columns.tsx'
import { OrdersToolbar } from './orders-toolbar.tsx'
import { SaleDetailPane } from './sale-detail-pane.tsx'

const NO_FILTER: SalesFilter = { text: '', state: 'all', kind: 'all' }
const PAGE_ROWS = 300
const WIB_MINUTES = 420
/** How near the end of the list more rows are asked for. */
const AHEAD_PX = 3_000

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Every sale of this register with its state at both services, and the detail of the chosen one. */
export const OrdersScreen = ({ initialFilter }: { readonly initialFilter?: Partial<SalesFilter> }) => {
  const { t } = useTranslation('orders')
  const language = useLanguage()
  const till = useTill()
  const settings = useSettings()
  const [filter, setFilter] = useState<SalesFilter>({ ...NO_FILTER, ...initialFilter })
  const [limit, setLimit] = useState(PAGE_ROWS)
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [exportDay, setExportDay] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const searchRef = useRef<HTMLInputElement>(null)
  const listRef = useRef<HTMLDivElement>(null)

  const askedState = initialFilter?.state
  const [followedState, setFollowedState] = useState(askedState)
  if (askedState !== followedState) {
    setFollowedState(askedState)
    setFilter({ ...filter, state: askedState ?? 'all' })
  }

  const asked = useDeferredValue(filter)
  const found = useLatest(useSales(asked, limit))
  const columns = useMemo(() => orderColumns(t, language, selectedId !== null), [t, language, selectedId])
  const isFiltered = filter.text !== '' || filter.state !== 'all' || filter.kind !== 'all'

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role=dialog],[role=alertdialog]') !== null) return
      if (event.key === '/' && !isTyping(event.target)) {
        event.preventDefault()
        searchRef.current?.select()
      } else if (event.key === 'Escape') {
        setSelectedId(null)
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  const changeFilter = (next: SalesFilter) => {
    setFilter(next)
    setLimit(PAGE_ROWS)
  }
  const focusRow = (selector: string) => {
    const row = listRef.current?.querySelector(selector)
    if (row instanceof HTMLElement) row.focus()
  }
  const closeDetail = () => {
    setSelectedId(null)
    focusRow('[role=row][aria-selected=true]')
  }
  const sendNow = async () => {
    setIsSending(true)
    try {
      await till.tryNow()
    } finally {
      setIsSending(false)
    }
  }
  const openExport = () => setExportDay(formatLocalDay(Date.now(), settings?.utcOffsetMinutes ?? WIB_MINUTES))
  const growNearEnd = (target: EventTarget) => {
    if (!(target instanceof HTMLElement) || found === undefined || found.rows.length >= found.total) return
    const isNear = target.scrollHeight - target.scrollTop - target.clientHeight < AHEAD_PX
    if (isNear && limit <= found.rows.length) setLimit(limit + PAGE_ROWS)
  }

  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-4">
      <h1 className="sr-only">{t('title')}</h1>
      <OrdersToolbar
        filter={filter}
        onFilter={changeFilter}
        searchRef={searchRef}
        onArrowDown={() => focusRow('[data-row-index="0"]')}
        isSending={isSending}
        onTryNow={() => void sendNow()}
      />
      <div className="flex min-h-0 flex-1 gap-3">
        <Panel
          isFlush
          title={t('title')}
          className="flex-1"
          actions={
            <>
              {found === undefined ? null : (
                <output className="pr-2 text-sm text-muted tabular-nums">
                  {t('count', { count: found.total, shown: formatThousands(found.total) })}
                </output>
              )}
              {/* Beside the details of a sale only a wide screen has room for them. */}
              <div className={selectedId === null ? 'contents' : 'hidden min-[1800px]:contents'}>
                <DeliveryLabelsButton />
                <CourierPdfButton />
              </div>
              <Button icon={<Download size={18} aria-hidden />} onPress={openExport}>
                {t('export')}
              </Button>
            </>
          }
        >
          <div
            ref={listRef}
            className="flex min-h-0 flex-1 flex-col"
            onScrollCapture={(event) => growNearEnd(event.target)}
          >
            {found === undefined ? null : (
              <DataTable
                label={t('list')}
                columns={columns}
                rows={found.rows}
                rowId={(row) => row.sale.id}
                rowHeightPx={64}
                selectedId={selectedId}
                onOpen={(row) => setSelectedId(row.sale.id)}
                empty={
                  isFiltered ? (
                    <EmptyState
                      icon={<SearchX size={44} aria-hidden />}
                      title={t('noMatch')}
                      action={<Button onPress={() => changeFilter(NO_FILTER)}>{t('clearFilters')}</Button>}
                    >
                      {t('noMatchHint')}
                    </EmptyState>
                  ) : (
                    <EmptyState icon={<ReceiptText size={44} aria-hidden />} title={t('empty')}>
                      {t('emptyHint')}
                    </EmptyState>
                  )
                }
              />
            )}
          </div>
        </Panel>
        {selectedId === null ? null : <SaleDetailPane saleId={selectedId} onClose={closeDetail} />}
      </div>
      {exportDay === null ? null : <ExportDayDialog today={exportDay} onClose={() => setExportDay(null)} />}
    </div>
  )
}
