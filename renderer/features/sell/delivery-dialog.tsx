import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Delivery } from '../../../shared/domain/sale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CourierField } from './courier-field.tsx'
import { type DeliveryField, type DeliveryProblems, formOf, readDeliveryForm } from './delivery-form.ts'
import { DeliveryTextField } from './delivery-text-field.tsx'
import { acceptDelivery, chooseKind, closeDialog } from './sell-dialogs.ts'
import { useSellStore } from './sell-store.ts'

/** Where the goods go; opens over the basket. */
export const DeliveryDialog = () => {
  const isOpen = useSellStore((state) => state.dialog === 'delivery')
  const delivery = useSellStore((state) => state.basket?.delivery ?? null)
  return isOpen ? <OpenDeliveryDialog delivery={delivery} /> : null
}

const OpenDeliveryDialog = ({ delivery }: { readonly delivery: Delivery | null }) => {
  const { t } = useTranslation(['sell', 'common'])
  const formId = useId()
  const [form, setForm] = useState(() => formOf(delivery))
  const [problems, setProblems] = useState<DeliveryProblems>({})
  const change = (field: DeliveryField, text: string) => {
    setForm((before) => ({ ...before, [field]: text }))
    setProblems((before) => ({ ...before, [field]: undefined }))
  }
  const save = () => {
    const reading = readDeliveryForm(form)
    if (reading.ok) acceptDelivery(reading.delivery)
    else setProblems(reading.problems)
  }
  const shared = { form, problems, onChange: change } as const
  return (
    <Dialog
      title={t('sell:delivery.title')}
      size="large"
      isOpen
      onClose={closeDialog}
      closeLabel={t('common:close')}
      actions={
        <>
          <Button
            look="quiet"
            className="mr-auto"
            onPress={() => {
              chooseKind('walk-in')
              closeDialog()
            }}
          >
            {t('sell:delivery.walkIn')}
          </Button>
          <Button onPress={closeDialog}>{t('common:cancel')}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t('sell:delivery.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        className="grid grid-cols-6 gap-x-4 gap-y-3"
      >
        {Object.values(problems).every((problem) => problem === undefined) ? null : (
          <Notice tone="bad" title={t('sell:delivery.invalidTitle')} className="col-span-6" />
        )}
        <DeliveryTextField {...shared} field="recipientName" isRequired takesFocus className="col-span-3" />
        <DeliveryTextField {...shared} field="phone" isRequired inputMode="tel" className="col-span-3" />
        <DeliveryTextField {...shared} field="address" isRequired className="col-span-6" />
        <DeliveryTextField {...shared} field="subDistrict" isRequired className="col-span-3" />
        <DeliveryTextField {...shared} field="district" isRequired className="col-span-3" />
        <DeliveryTextField {...shared} field="city" isRequired className="col-span-2" />
        <DeliveryTextField {...shared} field="province" isRequired className="col-span-2" />
        <DeliveryTextField {...shared} field="postalCode" isRequired inputMode="numeric" className="col-span-2" />
        <CourierField {...shared} className="col-span-6" />
        <DeliveryTextField {...shared} field="awb" hasHelp className="col-span-3" />
        <DeliveryTextField {...shared} field="note" className="col-span-3" />
      </form>
    </Dialog>
  )
}
