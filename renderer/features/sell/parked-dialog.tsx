import { PackageOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { basketUnitCount, isEmptyBasket } from '../../../shared/domain/basket-rules.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import { useParked } from '../../storage/hooks.ts'
import { Age } from '../../ui/age.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { focusOnMount } from '../../ui/focus-on-mount.ts'
import { ParkedTotal } from './parked-total.tsx'
import { resumeParked } from './parking.ts'
import { closeDialog } from './sell-dialogs.ts'
import { useSellStore } from './sell-store.ts'

/** The baskets that were put aside; a press takes one up again. */
export const ParkedDialog = () => {
  const isOpen = useSellStore((state) => state.dialog === 'parked')
  return isOpen ? <OpenParkedDialog /> : null
}

const OpenParkedDialog = () => {
  const { t } = useTranslation(['sell', 'common'])
  const till = useTill()
  const parked = useParked()
  const [isTaking, setIsTaking] = useState(false)
  const isBusyBasket = useSellStore(({ basket }) => basket !== null && !isEmptyBasket(basket))
  const take = (basketId: string) => {
    if (isTaking) return
    setIsTaking(true)
    resumeParked(till, basketId)
      .catch((error: unknown) => logError('parked', error))
      .finally(() => setIsTaking(false))
  }
  return (
    <Dialog title={t('sell:parked.title')} isOpen onClose={closeDialog} closeLabel={t('common:close')}>
      {parked !== undefined && parked.length === 0 ? (
        <EmptyState icon={<PackageOpen size={48} strokeWidth={1.5} aria-hidden />} title={t('sell:parked.noneTitle')}>
          {t('sell:parked.noneBody')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          {isBusyBasket ? <p className="text-muted">{t('sell:parked.swaps')}</p> : null}
          <ul aria-label={t('sell:parked.title')} className="flex flex-col gap-2">
            {(parked ?? []).map(({ basket, parkedAtMs, by }, index) => (
              <li key={basket.id}>
                <button
                  ref={index === 0 ? focusOnMount : null}
                  type="button"
                  onClick={() => take(basket.id)}
                  className="focus-ring grid w-full cursor-default grid-cols-[minmax(0,1fr)_auto] items-center gap-4 rounded-control border border-line px-4 py-2.5 text-left hover:bg-hover"
                >
                  <span className="min-w-0">
                    <span className="block truncate font-medium">
                      {basket.lines.length === 0
                        ? t('sell:parked.onlyReturns', { number: basket.returns?.of.number ?? '' })
                        : basket.lines.map((line) => line.item.name).join(', ')}
                    </span>
                    <span className="block truncate text-sm text-muted">
                      <Age sinceMs={parkedAtMs} />
                      {` · ${by} · ${t('sell:basket.pieces', { count: basketUnitCount(basket) })}`}
                      {basket.note === '' ? null : ` · ${basket.note}`}
                    </span>
                  </span>
                  <ParkedTotal basket={basket} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  )
}
