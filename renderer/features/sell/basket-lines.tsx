import { ScanBarcode } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basket } from '../../../shared/domain/basket.ts'
import { isEmptyBasket } from '../../../shared/domain/basket-rules.ts'
import { soldLines } from '../../../shared/domain/sale-sums.ts'
import type { PricedBasket } from '../../../shared/domain/price-basket.ts'
import { useItems } from '../../storage/hooks.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { BasketRow } from './basket-row.tsx'
import { ReturnedRows } from './returned-rows.tsx'
import { useSellStore } from './sell-store.ts'
import { receiveStockFigures } from './stock-guard.ts'
import { shortageOf, stockSkusOf } from './stock-shortage.ts'
import { useFocusWish } from './use-focus-wish.ts'

/** Reads what is shown of the basket's goods, beside the scan and never before it. */
const useStockFigures = (lines: Basket['lines']): void => {
  const listed = stockSkusOf(lines).join('\n')
  const skus = useMemo(() => (listed === '' ? [] : listed.split('\n')), [listed])
  const rows = useItems(skus)
  useEffect(() => {
    if (rows === undefined) return
    // May still be the rows of the list before: what is missing is not known yet.
    receiveStockFigures(new Map(rows.map((row) => [row.item.sku, row.stock?.available ?? null])))
  }, [rows])
}

/** Keeps the selected line in view when another is chosen, and when marks and totals that appear take room from the list. */
const useLineInView = (ref: RefObject<HTMLElement | null>, reason: string): void => {
  const shownFor = useRef('')
  useEffect(() => {
    if (shownFor.current === reason) return
    shownFor.current = reason
    ref.current?.closest('li')?.scrollIntoView({ block: 'nearest' })
  }, [ref, reason])
}

/** The lines of the basket; one is selected, and the arrow keys move between them. What comes back stands below. */
export const BasketLines = ({ basket, priced }: { readonly basket: Basket; readonly priced: PricedBasket }) => {
  const { t } = useTranslation('sell')
  const { lines } = basket
  const selectedLine = useSellStore((state) => state.selectedLine)
  const figures = useSellStore((state) => state.stockFigures)
  const policy = useSellStore((state) => state.stockPolicy)
  const unweighed = useSellStore((state) => state.unweighedLines)
  const selectedRef = useRef<HTMLButtonElement>(null)
  const quantityRef = useRef<HTMLInputElement>(null)
  useStockFigures(lines)
  useLineInView(selectedRef, `${selectedLine ?? ''}/${String(priced.payable)}/${String(figures.size)}`)
  useFocusWish('basket', selectedRef)
  useFocusWish('quantity', quantityRef)
  if (isEmptyBasket(basket)) {
    return (
      <EmptyState icon={<ScanBarcode size={56} strokeWidth={1.25} aria-hidden />} title={t('basket.emptyTitle')}>
        {t('basket.emptyBody')}
      </EmptyState>
    )
  }
  const sold = soldLines(priced)
  const isMixed = sold.some((line) => line.isTaxed) && sold.some((line) => !line.isTaxed)
  return (
    <ul
      aria-label={t('basket.lines')}
      className="grid min-h-0 flex-1 auto-rows-max grid-cols-[minmax(0,1fr)_auto_minmax(96px,auto)_auto] content-start overflow-y-auto"
    >
      {lines.map((line, index) => {
        const isSelected = line.id === selectedLine
        return (
          <BasketRow
            key={line.id}
            line={line}
            previousId={lines[index - 1]?.id ?? null}
            nextId={lines[index + 1]?.id ?? null}
            shortage={policy === 'allow' ? null : shortageOf(line, lines, figures)}
            isStockGuarded={policy === 'block' && basket.stockApproval === null}
            isUntaxed={isMixed && sold[index]?.isTaxed === false}
            isUnweighed={unweighed.includes(line.id)}
            isSelected={isSelected}
            selectedRef={isSelected ? selectedRef : null}
            quantityRef={isSelected ? quantityRef : null}
          />
        )
      })}
      {basket.returns === null ? null : <ReturnedRows returns={basket.returns} />}
    </ul>
  )
}
