import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useRef } from 'react'
import type { ItemRow } from '../../app/till.ts'
import { RESULT_ROW_HEIGHT_PX, ResultRow } from './result-row.tsx'

type ResultListProps = {
  readonly id: string
  readonly label: string
  readonly rows: readonly ItemRow[]
  readonly activeIndex: number
  readonly onAdd: (sku: string) => void
}

/** The id of the row at `index`, for the search box to point at. */
export const resultRowId = (listId: string, index: number): string => `${listId}-${index}`

/** The matches (`activeIndex` is -1 while none is chosen); only rows in view are drawn. The search box keeps the focus and points at the chosen row. */
export const ResultList = memo(({ id, label, rows, activeIndex, onAdd }: ResultListProps) => {
  const scrollRef = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => RESULT_ROW_HEIGHT_PX,
    overscan: 3,
  })
  useEffect(() => {
    if (activeIndex < rows.length) virtualizer.scrollToIndex(Math.max(0, activeIndex))
  }, [activeIndex, rows, virtualizer])
  return (
    <div ref={scrollRef} className="min-h-0 flex-1 overflow-y-auto">
      <ul id={id} aria-label={label} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((virtualRow) => {
          const row = rows[virtualRow.index]
          return row === undefined ? null : (
            <ResultRow
              key={row.item.sku}
              id={resultRowId(id, virtualRow.index)}
              row={row}
              index={virtualRow.index}
              count={rows.length}
              isActive={virtualRow.index === activeIndex}
              startPx={virtualRow.start}
              onAdd={onAdd}
            />
          )
        })}
      </ul>
    </div>
  )
})
ResultList.displayName = 'ResultList'
