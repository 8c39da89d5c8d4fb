import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BasketLine } from '../../../shared/domain/basket.ts'
import { overridePrice } from '../../../shared/domain/basket-rules.ts'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { logError } from '../../app/log.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { MoneyField, readMoneyField } from '../../ui/money-field.tsx'
import { askOverBasket, shortName } from './ask-over-basket.ts'
import { closeDialog } from './sell-dialogs.ts'
import { changeBasket, findLine, useSellStore } from './sell-store.ts'

/** Sells the selected line at another price than the catalogue's. */
export const PriceDialog = () => {
  const isOpen = useSellStore((state) => state.dialog === 'price')
  const line = useSellStore((state) => findLine(state.selectedLine))
  return isOpen && line !== undefined ? <OpenPriceDialog line={line} /> : null
}

const OpenPriceDialog = ({ line }: { readonly line: BasketLine }) => {
  const { t } = useTranslation(['sell', 'common'])
  const [text, setText] = useState(line.priceOverride === null ? '' : String(line.unitPrice))
  const [isWrong, setIsWrong] = useState(false)
  const { price } = line.item
  const name = shortName(line.item.name)
  const reset = () => {
    changeBasket((basket) => overridePrice(basket, line.id, null))
    closeDialog()
  }
  const accept = async () => {
    const unitPrice = readMoneyField(text)
    if (unitPrice === null) {
      setIsWrong(true)
      return
    }
    if (unitPrice === price) return reset()
    const title = t('sell:price.approval', { name, amount: formatRupiah(unitPrice) })
    const approval = await askOverBasket({ permission: 'override-price', title, needsReason: true })
    if (approval !== null) changeBasket((basket) => overridePrice(basket, line.id, { unitPrice, approval }))
  }
  const submit = () => {
    accept().catch((error: unknown) => logError('price', error))
  }
  return (
    <Dialog
      title={t('sell:price.title', { name })}
      size="small"
      isOpen
      onClose={closeDialog}
      closeLabel={t('common:close')}
      actions={
        <>
          {line.priceOverride === null ? null : (
            <Button look="quiet" className="mr-auto" onPress={reset}>
              {t('sell:price.reset')}
            </Button>
          )}
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" onPress={submit}>
            {t('sell:price.accept')}
            <Kbd>Enter</Kbd>
          </Button>
        </>
      }
    >
      <form
        noValidate
        aria-label={t('sell:price.title', { name })}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <MoneyField
          takesFocus
          label={t(line.item.soldBy === 'weight' ? 'sell:price.labelKilogram' : 'sell:price.label')}
          description={t('sell:price.help', { amount: formatRupiah(price) })}
          emptyAmount={price}
          value={text}
          error={isWrong ? t('sell:price.problem') : null}
          onChange={(next) => {
            setText(next)
            setIsWrong(false)
          }}
          inputClassName="h-14 text-2xl font-semibold"
        />
      </form>
    </Dialog>
  )
}
