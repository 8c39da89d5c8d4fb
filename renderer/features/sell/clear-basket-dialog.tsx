import { useTranslation } from 'react-i18next'
import { basketUnitCount } from '../../../shared/domain/basket-rules.ts'
import { useTill } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { focusOnMount } from '../../ui/focus-on-mount.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { closeDialog, startOver } from './sell-dialogs.ts'
import { useSellStore } from './sell-store.ts'

/** Asks before the basket is emptied. */
export const ClearBasketDialog = () => {
  const { t } = useTranslation(['sell', 'common'])
  const till = useTill()
  const isOpen = useSellStore((state) => state.dialog === 'clear')
  const basket = useSellStore((state) => state.basket)
  return (
    <Dialog
      title={t('sell:clear.title')}
      role="alertdialog"
      size="small"
      isOpen={isOpen}
      onClose={closeDialog}
      closeLabel={t('common:close')}
      actions={
        <>
          <Button onPress={closeDialog}>{t('sell:clear.keep')}</Button>
          <Button look="danger" ref={focusOnMount} onPress={() => startOver(till.openBasket)}>
            {t('sell:clear.confirm')}
          </Button>
        </>
      }
    >
      {basket === null ? null : t('sell:clear.body', { count: basketUnitCount(basket) })}
    </Dialog>
  )
}
