import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Discount, discountOn } from '../../../shared/domain/discount.ts'
import { formatRupiah, subtractRupiah, type Rupiah } from '../../../shared/domain/money.ts'
import { priceTimes } from '../../../shared/domain/quantity.ts'
import { logError } from '../../app/log.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { askOverBasket, shortName } from './ask-over-basket.ts'
import { discountBasket, discountLine, noteBasketApproval } from './basket-actions.ts'
import { discountText, meantPercent, readDiscount } from './discount-entry.ts'
import { closeDialog } from './sell-dialogs.ts'
import { findLine, useSellStore } from './sell-store.ts'
import { usePricedBasket, useSellingRules } from './use-priced-basket.ts'
import type { Basket } from '../../../shared/domain/basket.ts'

type DiscountFormProps = {
  readonly title: string
  /** What the discount is taken off. */
  readonly amount: Rupiah
  readonly given: Discount | null
  readonly onAccept: (discount: Discount | null) => void
}

const DiscountForm = ({ title, amount, given, onAccept }: DiscountFormProps) => {
  const { t } = useTranslation(['sell', 'common'])
  const [text, setText] = useState(() => discountText(given))
  const read = readDiscount(text)
  const off = discountOn(amount, read.ok ? read.value : null)
  const meant = read.ok ? meantPercent(read.value) : null
  const accept = async (discount: Discount) => {
    const title = t('sell:discount.approval')
    const approval = await askOverBasket({ permission: 'discount', title, needsReason: false })
    if (approval === null) return
    noteBasketApproval('discount', approval)
    onAccept(discount)
  }
  const submit = (discount: Discount | null) => {
    if (discount !== null) {
      accept(discount).catch((error: unknown) => logError('discount', error))
      return
    }
    onAccept(null)
    closeDialog()
  }
  return (
    <Dialog
      title={title}
      size="small"
      isOpen
      onClose={closeDialog}
      closeLabel={t('common:close')}
      actions={
        <>
          {given === null ? null : (
            <Button look="quiet" className="mr-auto" onPress={() => submit(null)}>
              {t('sell:discount.remove')}
            </Button>
          )}
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" isDisabled={!read.ok} onPress={() => submit(read.ok ? read.value : null)}>
            {t('sell:discount.accept')}
            <Kbd>Enter</Kbd>
          </Button>
        </>
      }
    >
      <form
        noValidate
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          if (read.ok) submit(read.value)
        }}
        className="flex flex-col gap-4"
      >
        <TextField
          takesFocus
          label={t('sell:discount.label')}
          description={t('sell:discount.help')}
          value={text}
          onChange={setText}
          error={read.ok || text.trim() === '' ? null : t(`sell:discount.problem.${read.error}`)}
          maxLength={20}
          inputClassName="h-14 text-right text-2xl font-semibold tabular-nums"
        />
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 rounded-control bg-canvas px-4 py-3 tabular-nums">
          <dt className="text-muted">{t('sell:discount.before')}</dt>
          <dd className="text-right">{formatRupiah(amount)}</dd>
          <dt className="text-muted">{t('sell:discount.off')}</dt>
          <dd className="text-right">{formatRupiah(off)}</dd>
          <dt className="font-semibold">{t('sell:discount.after')}</dt>
          <dd className="text-right text-lg font-semibold">{formatRupiah(subtractRupiah(amount, off))}</dd>
        </dl>
        {meant === null ? null : (
          <Button onPress={() => setText(`${String(meant)}%`)}>
            {t('sell:discount.meantPercent', { percent: meant })}
          </Button>
        )}
      </form>
    </Dialog>
  )
}

const BasketDiscount = ({ basket, title }: { readonly basket: Basket; readonly title: string }) => {
  const { subtotal } = usePricedBasket(basket, useSellingRules())
  return <DiscountForm title={title} amount={subtotal} given={basket.discount} onAccept={discountBasket} />
}

/** The discount on the selected line or on the whole basket, typed as `10%` or `5.000`. */
export const DiscountDialog = () => {
  const { t } = useTranslation('sell')
  const dialog = useSellStore((state) => state.dialog)
  const basket = useSellStore((state) => state.basket)
  const line = useSellStore((state) => findLine(state.selectedLine))
  if (dialog === 'basket-discount' && basket !== null) {
    return <BasketDiscount basket={basket} title={t('discount.basketTitle')} />
  }
  if (dialog !== 'line-discount' || line === undefined) return null
  return (
    <DiscountForm
      title={t('discount.lineTitle', { name: shortName(line.item.name) })}
      amount={priceTimes(line.unitPrice, line.quantity)}
      given={line.discount}
      onAccept={(discount) => discountLine(line.id, discount)}
    />
  )
}
