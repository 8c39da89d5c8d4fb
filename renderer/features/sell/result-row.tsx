import { memo } from 'react'
import type { ItemRow } from '../../app/till.ts'
import { classNames } from '../../ui/class-names.ts'
import { Money } from '../../ui/money.tsx'
import { StockFigure } from './stock-figure.tsx'

export const RESULT_ROW_HEIGHT_PX = 60

type ResultRowProps = {
  readonly id: string
  readonly row: ItemRow
  readonly index: number
  readonly count: number
  readonly isActive: boolean
  readonly startPx: number
  readonly onAdd: (sku: string) => void
}

/** One item that matches: name, SKU, category, stock with its age, price. A press adds it. */
export const ResultRow = memo(({ id, row, index, count, isActive, startPx, onAdd }: ResultRowProps) => (
  <li
    aria-posinset={index + 1}
    aria-setsize={count}
    className="absolute inset-x-0 top-0"
    style={{ height: RESULT_ROW_HEIGHT_PX, transform: `translateY(${startPx}px)` }}
  >
    <button
      id={id}
      type="button"
      tabIndex={-1}
      aria-current={isActive ? 'true' : undefined}
      onClick={() => onAdd(row.item.sku)}
      className={classNames(
        'grid size-full cursor-default grid-cols-[minmax(0,1fr)_100px_130px] items-center gap-4 border-b border-line px-4 text-left',
        isActive ? 'bg-accent-soft shadow-[inset_4px_0_0_var(--color-accent)]' : 'hover:bg-hover',
      )}
    >
      <span className="min-w-0 leading-snug">
        <span className="block truncate text-[17px] font-medium">{row.item.name}</span>
        <span className="block truncate text-sm text-muted">
          {row.item.sku}
          {row.item.category === '' ? null : ` · ${row.item.category}`}
        </span>
      </span>
      <span className="text-right">
        <StockFigure stock={row.stock} />
      </span>
      <Money amount={row.item.price} className="text-right text-xl font-semibold" />
    </button>
  </li>
))
ResultRow.displayName = 'ResultRow'
