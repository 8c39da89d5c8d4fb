import { useTranslation } from 'react-i18next'
import type { StockExplanation, ExplainedMovement } from '../../storage/stock-explanation.ts'
import { useSettings, useWarehouses } from '../../storage/hooks.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { Age } from '../../ui/age.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { formatFigure, formatSigned } from './finding-words.ts'
import { stateKeyOf } from './movement-words.ts'

const MovementRow = ({ explained, isInSum }: { readonly explained: ExplainedMovement; readonly isInSum: boolean }) => {
  const { t } = useTranslation('stock')
  const language = useLanguage()
  const settings = useSettings()
  const { movement, number } = explained
  const when = formatDayAndClock(movement.atMs, settings?.utcOffsetMinutes ?? 0, language)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 px-4 py-2">
      <span className="min-w-0">
        <span className="font-medium">{t(`cause.${movement.cause}`)}</span>{' '}
        <span className="select-text">{number ?? t('inspect.noNumber')}</span>
        <span className="block text-sm text-muted">
          {when} · {t(stateKeyOf(movement))}
        </span>
      </span>
      <span className={isInSum ? 'text-lg font-semibold tabular-nums' : 'text-muted tabular-nums'}>
        {formatSigned(movement.quantity)}
      </span>
    </li>
  )
}

const Total = ({ label, value }: { readonly label: string; readonly value: number | null }) => (
  <div className="flex items-baseline justify-between gap-6 px-4 py-2.5">
    <dt className="font-semibold">{label}</dt>
    <dd className={`text-2xl font-bold tabular-nums ${value !== null && value < 0 ? 'text-bad' : ''}`}>
      {value === null ? '–' : formatFigure(value)}
    </dd>
  </div>
)

/** A SKU's figure as a sum that can be read: what was pulled, what happened at this till since, what is shown. */
export const ExplanationSum = ({ explanation }: { readonly explanation: StockExplanation }) => {
  const { t } = useTranslation('stock')
  const warehouses = useWarehouses()
  const { level, open, contained, itemName, sku } = explanation
  const nameOf = (id: string): string => warehouses?.all.find((warehouse) => warehouse.id === id)?.name ?? id
  return (
    <section
      aria-label={t('inspect.sumOf', { sku })}
      className="min-h-0 overflow-y-auto rounded-panel border border-line bg-surface"
    >
      <header className="border-b border-line px-4 py-3">
        <h2 className="text-xl font-semibold">{itemName ?? sku}</h2>
        <p className="text-sm text-muted select-text">{sku}</p>
      </header>
      <div className="flex items-baseline justify-between gap-6 border-b border-line px-4 py-3">
        <div className="min-w-0">
          <p className="font-semibold">{t(level?.source === 'file' ? 'inspect.fromFile' : 'inspect.pulled')}</p>
          <p className="text-sm text-muted">
            {level === null ? (
              t('inspect.noLevel')
            ) : (
              <>
                <Age sinceMs={level.pulledAtMs} /> ·{' '}
                {t('inspect.levelParts', {
                  onHand: formatFigure(level.onHand),
                  reserved: formatFigure(level.reserved),
                })}
              </>
            )}
          </p>
        </div>
        <span className="text-lg font-semibold tabular-nums">
          {level === null ? '–' : formatFigure(level.available)}
        </span>
      </div>
      {open.length === 0 ? (
        <p className="border-b border-line px-4 py-3 text-muted">{t('inspect.noMovements')}</p>
      ) : (
        <ul aria-label={t('inspect.since')} className="divide-y divide-line border-b border-line">
          {open.map((explained) => (
            <MovementRow key={explained.movement.id} explained={explained} isInSum />
          ))}
        </ul>
      )}
      <dl className="divide-y divide-line bg-canvas">
        <Total label={t('inspect.shown')} value={explanation.available} />
        <Total label={t('inspect.onShelf')} value={explanation.onHand} />
      </dl>
      {explanation.elsewhere.map((other) => (
        <p key={other.warehouseId} className="border-t border-line px-4 py-2 text-sm">
          {t('inspect.elsewhere', { warehouse: nameOf(other.warehouseId), available: formatFigure(other.available) })}
        </p>
      ))}
      {contained.length === 0 ? null : (
        <details className="border-t border-line">
          <summary className="focus-ring cursor-default px-4 py-3 font-medium -outline-offset-2">
            {t('inspect.contained', { count: contained.length })}
          </summary>
          <ul aria-label={t('inspect.containedList')} className="divide-y divide-line border-t border-line">
            {contained.map((explained) => (
              <MovementRow key={explained.movement.id} explained={explained} isInSum={false} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
