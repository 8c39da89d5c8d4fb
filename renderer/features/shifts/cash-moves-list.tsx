import { ArrowDownToLine, ArrowUpFromLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatLocalClock } from '../../../shared/domain/local-time.ts'
import { subtractRupiah, ZERO_RUPIAH } from '../../../shared/domain/money.ts'
import type { Shift } from '../../../shared/domain/shift.ts'
import { useCashMoves } from '../../storage/hooks.ts'
import { Money } from '../../ui/money.tsx'

/** Cash put in and taken out in a shift, newest first. */
export const CashMovesList = ({ shift }: { readonly shift: Shift }) => {
  const { t } = useTranslation('shifts')
  const moves = useCashMoves(shift.id)
  return (
    <section aria-label={t('moves')}>
      <h3 className="pb-1 text-sm font-semibold text-muted">{t('moves')}</h3>
      {moves === undefined ? null : moves.length === 0 ? (
        <p className="text-muted">{t('noMoves')}</p>
      ) : (
        <ul aria-label={t('movesList')} aria-live="polite" className="divide-y divide-line border-y border-line">
          {moves.toReversed().map((move) => (
            <li key={move.id} className="flex items-center gap-3 py-2">
              {move.type === 'in' ? (
                <ArrowDownToLine size={18} aria-hidden className="shrink-0 text-good" />
              ) : (
                <ArrowUpFromLine size={18} aria-hidden className="shrink-0 text-warn" />
              )}
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{move.reason}</span>
                <span className="text-sm text-muted tabular-nums">
                  {t(`move.${move.type}`)} · {formatLocalClock(move.atMs, shift.utcOffsetMinutes)} · {move.by}
                </span>
              </span>
              <Money
                amount={move.type === 'in' ? move.amount : subtractRupiah(ZERO_RUPIAH, move.amount)}
                className="font-semibold"
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
