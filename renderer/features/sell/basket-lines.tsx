import { ScanBarcode } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { BasketLine } from '../../../shared/domain/basket.ts'
import { useItems } from '../../storage/hooks.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { BasketRow } from './basket-row.tsx'
import { lineKeyOf } from './line-key.ts'
import { useSellStore } from './sell-store.ts'
import { useFocusWish } from './use-focus-wish.ts'

/** The lines of the basket; one is selected, and the arrow keys move between them. */
export const BasketLines = ({ lines }: { readonly lines: readonly BasketLine[] }) => {
  const { t } = useTranslation('sell')
  const selectedLine = useSellStore((state) => state.selectedLine)
  const selectedRef = useRef<HTMLButtonElement>(null)
  const listed = lines.map((line) => line.item.sku).join('\n')
  const skus = useMemo(() => (listed === '' ? [] : listed.split('\n')), [listed])
  const rows = useItems(skus)
  useFocusWish('basket', selectedRef)
  if (lines.length === 0) {
    return (
      <EmptyState icon={<ScanBarcode size={56} strokeWidth={1.25} aria-hidden />} title={t('basket.emptyTitle')}>
        {t('basket.emptyBody')}
      </EmptyState>
    )
  }
  return (
    <ul
      aria-label={t('basket.lines')}
      className="grid min-h-0 flex-1 auto-rows-max grid-cols-[minmax(0,1fr)_auto_minmax(96px,auto)_auto] content-start overflow-y-auto"
    >
      {lines.map((line, index) => {
        const key = lineKeyOf(line)
        const stock = rows?.find((row) => row.item.sku === line.item.sku)?.stock ?? null
        const isSelected = key === selectedLine
        return (
          <BasketRow
            key={key}
            line={line}
            previous={lines[index - 1] ?? null}
            next={lines[index + 1] ?? null}
            available={stock?.available ?? null}
            isSelected={isSelected}
            selectedRef={isSelected ? selectedRef : null}
          />
        )
      })}
    </ul>
  )
}
