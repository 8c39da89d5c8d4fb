import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import { classNames } from './class-names.ts'

const HEADER_HEIGHT_PX = 44

export type Column<Row> = {
  readonly id: string
  readonly header: string
  /** A track of the grid, e.g. `minmax(0, 2fr)` or `140px`. */
  readonly width: string
  readonly align?: 'start' | 'end'
  readonly cell: (row: Row) => ReactNode
}

export type DataTableProps<Row> = {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** Makes rows pressable (click, Enter). */
  readonly onOpen?: (row: Row) => void
  readonly selectedId?: string | null
  readonly rowHeightPx?: number
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode
  readonly className?: string
}

/** A dense table that draws only the rows in view. Arrow keys move between pressable rows, Enter opens one. */
export const DataTable = <Row,>({
  label,
  columns,
  rows,
  rowId,
  onOpen,
  selectedId = null,
  rowHeightPx = 52,
  empty,
  className,
}: DataTableProps<Row>) => {
  const scrollRef = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeightPx,
    overscan: 8,
    scrollPaddingStart: HEADER_HEIGHT_PX,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowId(row)
    },
  })
  const focusRow = (index: number) => {
    if (index < 0 || index >= rows.length) return
    virtualizer.scrollToIndex(index)
    requestAnimationFrame(() => {
      const target = scrollRef.current?.querySelector(`[data-row-index="${index}"]`)
      if (target instanceof HTMLElement) target.focus()
    })
  }
  const gridTemplateColumns = columns.map((column) => column.width).join(' ')
  return (
    <div ref={scrollRef} className={classNames('min-h-0 flex-1 overflow-y-auto', className)}>
      <table aria-label={label} aria-rowcount={rows.length + 1} className="block">
        <thead className="sticky top-0 z-10 block border-b border-line bg-canvas">
          <tr aria-rowindex={1} className="grid gap-4 px-4" style={{ gridTemplateColumns }}>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(
                  'truncate py-2.5 text-sm font-semibold text-muted',
                  column.align === 'end' ? 'text-right' : 'text-left',
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="relative block" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((virtualRow) => {
            const row = rows[virtualRow.index]
            if (row === undefined) return null
            const id = rowId(row)
            return (
              <tr
                key={id}
                aria-rowindex={virtualRow.index + 2}
                aria-selected={onOpen === undefined ? undefined : id === selectedId}
                data-row-index={virtualRow.index}
                tabIndex={onOpen === undefined ? undefined : 0}
                onClick={() => onOpen?.(row)}
                onKeyDown={(event) => {
                  if (event.target !== event.currentTarget) return
                  if (event.key === 'Enter') onOpen?.(row)
                  else if (event.key === 'ArrowDown') focusRow(virtualRow.index + 1)
                  else if (event.key === 'ArrowUp') focusRow(virtualRow.index - 1)
                  else return
                  event.preventDefault()
                }}
                className={classNames(
                  'absolute inset-x-0 top-0 grid items-center gap-4 border-b border-line px-4',
                  onOpen !== undefined && 'focus-ring -outline-offset-2',
                  id === selectedId
                    ? 'bg-accent-soft shadow-[inset_4px_0_0_var(--color-accent)]'
                    : onOpen !== undefined && 'hover:bg-hover',
                )}
                style={{
                  gridTemplateColumns,
                  height: virtualRow.size,
                  transform: `translateY(${virtualRow.start}px)`,
                }}
              >
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={classNames('min-w-0 truncate', column.align === 'end' && 'text-right')}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length === 0 ? empty : null}
    </div>
  )
}
