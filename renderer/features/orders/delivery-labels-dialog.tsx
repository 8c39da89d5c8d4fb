import { FileDown, Tags } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLocalDay } from '../../../shared/domain/local-time.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import { useSettings } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { useNow } from '../../ui/use-now.ts'
import { PrintDialog } from '../printing/print-dialog.tsx'
import { useSavePdf } from './use-save-pdf.ts'

/** The deliveries of a day that were not voided. */
const useDeliveries = (day: string): readonly Sale[] => {
  const till = useTill()
  const [deliveries, setDeliveries] = useState<readonly Sale[]>([])
  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      const { sales, voidings } = await till.readDay(day)
      const voided = new Set(voidings.map(({ saleId }) => saleId))
      if (isCurrent) setDeliveries(sales.filter((sale) => sale.delivery !== null && !voided.has(sale.id)))
    }
    read().catch((error: unknown) => logError('delivery-labels', error))
    return () => {
      isCurrent = false
    }
  }, [till, day])
  return deliveries
}

const DeliveryLabelsDialog = ({ today, onClose }: { readonly today: string; readonly onClose: () => void }) => {
  const { t } = useTranslation('orders')
  const till = useTill()
  const { isSaving, savePdf } = useSavePdf()
  const [day, setDay] = useState(today)
  const deliveries = useDeliveries(day)
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const chosen = deliveries.filter(({ id }) => !leftOut.has(id))
  const choose = (id: string, isChosen: boolean) =>
    setLeftOut(new Set(isChosen ? [...leftOut].filter((each) => each !== id) : [...leftOut, id]))
  const print = async () => {
    // All or none: those that a first press had queued would come out of a second one as copies.
    await till.printDocuments(
      chosen.map(({ id }) => id),
      'label',
    )
    return t('labels.queued', { count: chosen.length })
  }
  return (
    <PrintDialog
      size="medium"
      title={t('labels.title')}
      closeLabel={t('cancel')}
      printWords={t('labels.print', { count: chosen.length })}
      failedWords={t('labels.failed')}
      canPrint={chosen.length > 0}
      otherAction={
        <Button
          icon={<FileDown size={18} aria-hidden />}
          isPending={isSaving}
          isDisabled={chosen.length === 0}
          onPress={() => void savePdf(`label-${day}`, { type: 'labels', sales: [...chosen], perSheet: 'a4' })}
        >
          {t('labels.savePdf')}
        </Button>
      }
      onPrint={print}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3">
        <DayField label={t('labels.day')} value={day} onChange={setDay} />
        {deliveries.length === 0 ? (
          <p className="py-6 text-center text-muted">{t('labels.none')}</p>
        ) : (
          <>
            <Checkbox
              isSelected={chosen.length === deliveries.length}
              onChange={(isAll) => setLeftOut(new Set(isAll ? [] : deliveries.map(({ id }) => id)))}
            >
              <span className="font-semibold">{t('labels.all', { count: deliveries.length })}</span>
            </Checkbox>
            <ul aria-label={t('labels.title')} className="max-h-[42vh] divide-y divide-line overflow-y-auto">
              {deliveries.map((sale) => (
                <li key={sale.id} className="py-1">
                  <Checkbox isSelected={!leftOut.has(sale.id)} onChange={(isChosen) => choose(sale.id, isChosen)}>
                    <span className="font-medium">{sale.number}</span>{' '}
                    <span className="text-muted">
                      {[sale.delivery?.recipientName, sale.delivery?.city, sale.delivery?.courier]
                        .filter((part) => part !== undefined && part !== '')
                        .join(' · ')}
                    </span>
                  </Checkbox>
                </li>
              ))}
            </ul>
            <p className="text-sm text-muted">{t('labels.copies')}</p>
          </>
        )}
      </div>
    </PrintDialog>
  )
}

/** A button that prints the shipping labels of a day's deliveries, or saves them on A4 sheets. */
export const DeliveryLabelsButton = () => {
  const { t } = useTranslation('orders')
  const settings = useSettings()
  const nowMs = useNow()
  const [day, setDay] = useState<string | null>(null)
  return (
    <>
      <Button
        icon={<Tags size={18} aria-hidden />}
        isDisabled={settings === undefined}
        onPress={() => setDay(formatLocalDay(nowMs, settings?.utcOffsetMinutes ?? 0))}
      >
        {t('labels.open')}
      </Button>
      {day === null ? null : <DeliveryLabelsDialog today={day} onClose={() => setDay(null)} />}
    </>
  )
}
