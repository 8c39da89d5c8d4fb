import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { receiptQris } from '../../../shared/documents/receipt-qris.ts'
import { printerFor } from '../../../shared/domain/printer.ts'
import type { Sale } from '../../../shared/domain/sale.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'
import { useSettings } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { useSavePdf } from './use-save-pdf.ts'

/** Saves a sale's receipt or its A4 invoice as PDF. */
export const SalePdfButtons = ({ sale }: { readonly sale: Sale }) => {
  const { t } = useTranslation('orders')
  const { isSaving, savePdf } = useSavePdf()
  const settings = useSettings()
  const printers = usePrinterSettings((state) => state.settings)
  const saveReceipt = () => {
    const media = printers === null ? undefined : printerFor(printers, 'receipt')?.media
    const qrisPayload = settings === undefined ? null : receiptQris(sale, settings.selling.qris)
    return savePdf(`struk-${sale.number}`, {
      type: 'receipt',
      sale,
      paperWidthMm: media?.type === 'roll' ? media.paperWidthMm : 80,
      ...(qrisPayload === null ? {} : { qrisPayload }),
    })
  }
  const icon = <FileDown size={18} aria-hidden />
  return (
    <div className="grid grid-cols-2 gap-2">
      <Button look="quiet" icon={icon} isDisabled={isSaving} onPress={() => void saveReceipt()}>
        {t('savePdf.receipt')}
      </Button>
      <Button
        look="quiet"
        icon={icon}
        isDisabled={isSaving}
        onPress={() => void savePdf(`faktur-${sale.number}`, { type: 'invoice', sale })}
      >
        {t('savePdf.invoice')}
      </Button>
    </div>
  )
}
