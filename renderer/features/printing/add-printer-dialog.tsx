import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { Printer, PrinterSettings, TransportSettings } from '../../../shared/domain/printer.ts'
import type { FoundPrinter } from '../../../shared/ipc/printer-settings.ts'
import { useIsPracticeMode } from '../../app/app-status.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FoundPrinters } from './found-printers.tsx'
import { newPrinter } from './printer-draft.ts'
import { PrinterForm } from './printer-form.tsx'
import type { SavePrinter } from './use-save-printers.ts'

const MANUAL: readonly Exclude<TransportSettings['type'], 'usb'>[] = [
  'tcp',
  'spooler',
  'cups',
  'device',
  'serial',
  'file',
]

/** A way of this type with nothing filled in: the form asks for the rest. */
const emptyWay = (type: Exclude<TransportSettings['type'], 'usb'>): TransportSettings => {
  switch (type) {
    case 'tcp':
      return { type, host: '', port: 9100 }
    case 'device':
      return { type, path: '/dev/usb/lp0' }
    case 'serial':
      return { type, path: '', baudRate: 9600, serialNumber: null }
    case 'spooler':
      return { type, name: '' }
    case 'cups':
      return { type, queue: '' }
    case 'file':
      return { type, folder: '' }
    case 'practice':
      return { type }
    default:
      return assertNever(type, 'transport')
  }
}

/** Adds a printer: one that was found, or one that is filled in by hand. */
export const AddPrinterDialog = ({
  settings,
  onAdd,
  onClose,
}: {
  readonly settings: PrinterSettings
  readonly onAdd: SavePrinter
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('printers')
  const isPractice = useIsPracticeMode()
  const [printer, setPrinter] = useState<Printer | null>(null)
  const choose = (found: FoundPrinter) => setPrinter(newPrinter(crypto.randomUUID(), found))
  if (printer !== null) {
    return (
      <PrinterForm
        key={printer.id}
        printer={printer}
        title={t('add.title')}
        saveWords={t('add.save')}
        back={
          <Button look="quiet" className="mr-auto" onPress={() => setPrinter(null)}>
            {t('add.back')}
          </Button>
        }
        onSave={onAdd}
        onClose={onClose}
      />
    )
  }
  const ways = isPractice ? (['practice', ...MANUAL] as const) : MANUAL
  return (
    <Dialog isOpen title={t('add.title')} closeLabel={t('close')} onClose={onClose}>
      <div className="flex flex-col gap-6">
        <FoundPrinters settings={settings} onChoose={choose} />
        <section aria-label={t('add.manual')} className="flex flex-col gap-3">
          <h3 className="font-semibold">{t('add.manual')}</h3>
          <div className="flex flex-wrap gap-2">
            {ways.map((type) => (
              <Button key={type} onPress={() => choose({ transport: emptyWay(type), title: '', language: null })}>
                {t(`transportType.${type}`)}
              </Button>
            ))}
          </div>
        </section>
      </div>
    </Dialog>
  )
}
