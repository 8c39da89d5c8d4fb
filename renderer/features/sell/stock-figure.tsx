import { useTranslation } from 'react-i18next'
import type { ShownStock } from '../../app/till.ts'
import { Age } from '../../ui/age.tsx'
import { classNames } from '../../ui/class-names.ts'
import { signedCount } from '../../ui/signed-count.ts'

const LOW_STOCK = 5

const toneOf = (available: number): string => {
  if (available <= 0) return 'text-bad'
  return available <= LOW_STOCK ? 'text-warn' : 'text-ink'
}

const wordOf = (available: number): 'stockOver' | 'stockOut' | 'stockLow' => {
  if (available < 0) return 'stockOver'
  return available === 0 ? 'stockOut' : 'stockLow'
}

/** The stock of an item with its age; a dash when nothing is known. Never clamped: oversold stock shows below zero. */
export const StockFigure = ({ stock }: { readonly stock: ShownStock | null }) => {
  const { t } = useTranslation('sell')
  if (stock === null) {
    return (
      <span className="text-muted" title={t('search.stockUnknown')}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t('search.stockUnknown')}</span>
      </span>
    )
  }
  return (
    <span className="flex flex-col items-end leading-tight">
      <span className={classNames('flex items-baseline gap-1.5 font-semibold tabular-nums', toneOf(stock.available))}>
        {stock.available > LOW_STOCK ? null : (
          <span className="text-xs font-medium">{t(`search.${wordOf(stock.available)}`)}</span>
        )}
        {signedCount(stock.available)}
      </span>
      <span className="text-xs text-muted">
        {stock.source === 'file' ? t('search.stockFromFile') : <Age sinceMs={stock.pulledAtMs} />}
      </span>
    </span>
  )
}
