import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Basket } from '../../../shared/domain/basket.ts'
import { useParked } from '../../storage/hooks.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { KindChoice } from './kind-choice.tsx'
import { requestClear, showParked } from './sell-dialogs.ts'

/** What the basket is, how its goods leave, and the ways to what was put aside and to empty it. */
export const BasketHeader = ({ basket, isEmpty }: { readonly basket: Basket; readonly isEmpty: boolean }) => {
  const { t } = useTranslation('sell')
  const parkedCount = useParked()?.length ?? 0
  return (
    <header className="flex items-center gap-1 border-b border-line py-2 pr-2 pl-4">
      <h2 className="text-lg font-semibold">{t('basket.region')}</h2>
      {parkedCount === 0 ? null : (
        <button
          type="button"
          aria-label={t('parked.show', { count: parkedCount })}
          onClick={showParked}
          className="focus-ring ml-2 min-h-11 cursor-default rounded-control bg-warn-soft px-3 text-sm font-semibold whitespace-nowrap text-warn"
        >
          {t('parked.count', { count: parkedCount })}
        </button>
      )}
      <KindChoice kind={basket.kind} />
      <IconButton
        label={t('basket.clear')}
        icon={<Trash2 size={20} aria-hidden />}
        isDisabled={isEmpty}
        onPress={requestClear}
      />
    </header>
  )
}
