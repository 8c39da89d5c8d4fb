import { History, Truck } from 'lucide-react'
import type { TFunction } from 'i18next'
import { formatLocalClock } from '../../../shared/domain/local-time.ts'
import type { SaleRow } from '../../app/till.ts'
import { documentTypeOf } from '../../../shared/domain/sale-sums.ts'
import { classNames } from '../../ui/class-names.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Money } from '../../ui/money.tsx'
import { formatShortDay, type TimeLanguage } from '../../ui/shop-time.ts'
import { DeliveryBadge, DeliveryLine } from './order-state.tsx'
import { summarizeLines, tenderMethodsOf } from './sale-summary.ts'

type OrdersTranslate = TFunction<'orders'>

const numberCell = ({ sale, voiding }: SaleRow, language: TimeLanguage) => (
  <div className="flex flex-col">
    <span className={classNames('truncate font-semibold', voiding !== null && 'text-muted line-through')}>
      {sale.number}
    </span>
    <span className="flex items-center gap-1.5 truncate text-sm text-muted tabular-nums">
      {formatShortDay(sale.paidAtMs, sale.utcOffsetMinutes, language)}{' '}
      {formatLocalClock(sale.paidAtMs, sale.utcOffsetMinutes)}
    </span>
  </div>
)

const itemsCell = ({ sale, isRecovered, voiding }: SaleRow, t: OrdersTranslate) => (
  <div className="flex flex-col">
    <span className="truncate">{summarizeLines(sale.lines)}</span>
    <span className="flex items-center gap-1.5 truncate text-sm text-muted">
      {isRecovered ? (
        <span className="inline-flex items-center gap-1 shrink-0 font-medium text-accent">
          <History size={14} aria-hidden className="shrink-0" />
          {t('recovered')}
        </span>
      ) : null}
      {voiding === null ? null : <span className="shrink-0 font-medium text-bad">{t('voided')}</span>}
      {documentTypeOf(sale) === 'sale' ? null : (
        <span className="shrink-0 font-medium text-warn">{t(`documentType.${documentTypeOf(sale)}`)}</span>
      )}
      {sale.delivery === null ? null : <Truck size={15} aria-hidden className="shrink-0" />}
      <span className="truncate">
        {t(`kind.${sale.kind}`)}
        {sale.delivery === null ? '' : ` · ${sale.delivery.recipientName}`}
        {' · '}
        {tenderMethodsOf(sale)
          .map((method) => t(`tender.${method}`))
          .join(' + ')}
      </span>
    </span>
  </div>
)

/** The columns of the list of sales. `isCompact` puts both states into one column, beside an open detail. */
export const orderColumns = (
  t: OrdersTranslate,
  language: TimeLanguage,
  isCompact: boolean,
): readonly Column<SaleRow>[] => [
  {
    id: 'number',
    header: t('column.number'),
    width: isCompact ? '148px' : '160px',
    cell: (row) => numberCell(row, language),
  },
  { id: 'items', header: t('column.items'), width: 'minmax(0, 1fr)', cell: (row) => itemsCell(row, t) },
  {
    id: 'total',
    header: t('column.total'),
    width: isCompact ? '128px' : '164px',
    align: 'end',
    cell: ({ sale }) => <Money amount={sale.total} className={isCompact ? 'font-semibold' : 'text-lg font-semibold'} />,
  },
  ...(isCompact
    ? [
        {
          id: 'states',
          header: t('column.state'),
          width: '194px',
          cell: (row: SaleRow) => (
            <div className="flex flex-col gap-0.5">
              <DeliveryLine destination="forstok" state={row.forstok} />
              <DeliveryLine destination="accurate" state={row.accurate} />
            </div>
          ),
        },
      ]
    : [
        {
          id: 'forstok',
          header: t('column.forstok'),
          width: '164px',
          cell: (row: SaleRow) => <DeliveryBadge state={row.forstok} />,
        },
        {
          id: 'accurate',
          header: t('column.accurate'),
          width: '164px',
          cell: (row: SaleRow) => <DeliveryBadge state={row.accurate} />,
        },
      ]),
]
