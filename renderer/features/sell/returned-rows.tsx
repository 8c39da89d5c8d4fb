import { Undo2, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BasketReturn } from '../../../shared/domain/basket.ts'
import { formatQuantity } from '../../../shared/domain/quantity.ts'
import { lineTotal } from '../../../shared/domain/sale-sums.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Money } from '../../ui/money.tsx'
import { putReturns } from './basket-actions.ts'
import { requestFocus } from './sell-store.ts'

/** What comes back from an earlier sale, below zero, with the number it comes from; it can only be taken out as a whole. */
export const ReturnedRows = ({ returns }: { readonly returns: BasketReturn }) => {
  const { t } = useTranslation('sell')
  const { number } = returns.of
  return (
    <>
      <li className="col-span-full flex items-center gap-2 border-b border-line bg-warn-soft py-1 pr-1 pl-4 font-medium text-warn">
        <Undo2 size={18} aria-hidden className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">{t('basket.returnsFrom', { number })}</span>
        <IconButton
          label={t('basket.removeReturns', { number })}
          icon={<X size={18} aria-hidden />}
          onPress={() => {
            putReturns(null)
            requestFocus('search')
          }}
        />
      </li>
      {returns.lines.map((line) => (
        <li
          key={line.returned?.lineIndex ?? line.sku}
          className="col-span-full grid min-h-12 grid-cols-subgrid items-center gap-x-2 border-b border-line py-1 pr-1"
        >
          <span className="min-w-0 py-1 pl-4 leading-snug">
            <span className="line-clamp-2 font-medium wrap-anywhere">{line.name}</span>
            <span className="block truncate text-sm text-muted">{line.returned?.reason}</span>
          </span>
          <span className="text-right text-lg font-semibold tabular-nums">
            {formatQuantity(line.quantity).replace(/^-/u, '−')}
            {line.soldBy === 'weight' ? ' kg' : null}
          </span>
          <Money amount={lineTotal(line)} className="text-right text-lg font-semibold" />
          <span className="w-11" />
        </li>
      ))}
    </>
  )
}
