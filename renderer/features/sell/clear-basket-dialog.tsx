import { useTranslation } from 'react-i18next'
import { basketUnitCount } from '../../../shared/domain/basket-rules.ts'
import { useTill } from '../../app/till-context.tsx'
import { QuestionDialog } from '../../ui/question-dialog.tsx'
import { closeDialog, startOver } from './sell-dialogs.ts'
import { useSellStore } from './sell-store.ts'

/** Asks before the basket is emptied. */
export const ClearBasketDialog = () => {
  const { t } = useTranslation(['sell', 'common'])
  const till = useTill()
  const isOpen = useSellStore((state) => state.dialog === 'clear')
  const basket = useSellStore((state) => state.basket)
  return (
    <QuestionDialog
      title={t('sell:clear.title')}
      closeLabel={t('common:close')}
      keepLabel={t('sell:clear.keep')}
      confirmLabel={t('sell:clear.confirm')}
      enterPresses="confirm"
      isOpen={isOpen}
      onConfirm={() => startOver(till.openBasket)}
      onClose={closeDialog}
    >
      {basket === null ? null : t('sell:clear.body', { count: basketUnitCount(basket) })}
    </QuestionDialog>
  )
}
