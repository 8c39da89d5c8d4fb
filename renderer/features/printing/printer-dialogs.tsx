import { useTranslation } from 'react-i18next'
import type { Printer, PrinterSettings } from '../../../shared/domain/printer.ts'
import { usePrintQueue } from '../../storage/hooks.ts'
import { AddPrinterDialog } from './add-printer-dialog.tsx'
import { CalibrationDialog } from './calibration-dialog.tsx'
import { ImportPrintersDialog } from './import-printers-dialog.tsx'
import { withNewPrinter, withoutPrinter, withPrinter } from './printer-changes.ts'
import { PrinterForm } from './printer-form.tsx'
import { RemovePrinterDialog } from './remove-printer-dialog.tsx'
import { useSavePrinters } from './use-save-printers.ts'
import { countJobsFor } from './waiting-jobs.ts'

/** The dialog that stands over the printers. */
export type OpenPrinterDialog =
  | { readonly type: 'add' }
  | { readonly type: 'edit' | 'calibrate' | 'remove'; readonly printerId: string }
  | { readonly type: 'import'; readonly next: PrinterSettings }

/** Adds, edits, calibrates and removes printers, and takes them over from a file. */
export const PrinterDialogs = ({
  open,
  settings,
  onClose,
}: {
  readonly open: OpenPrinterDialog
  readonly settings: PrinterSettings
  readonly onClose: () => void
}) => {
  const { t } = useTranslation('printers')
  const save = useSavePrinters()
  const jobs = usePrintQueue(0)?.open ?? []
  const waitingFor = ({ id }: Printer) => countJobsFor(settings, jobs, id)
  const saveAndClose = async (change: (now: PrinterSettings) => PrinterSettings) => {
    if (await save(change)) onClose()
  }
  if (open.type === 'add') {
    return (
      <AddPrinterDialog
        settings={settings}
        onAdd={(printer) => save((now) => withNewPrinter(now, printer))}
        onClose={onClose}
      />
    )
  }
  if (open.type === 'import') {
    return (
      <ImportPrintersDialog
        now={settings}
        next={open.next}
        waitingFor={waitingFor}
        onConfirm={() => void saveAndClose(() => open.next)}
        onClose={onClose}
      />
    )
  }
  const printer = settings.printers.find(({ id }) => id === open.printerId)
  if (printer === undefined) return null
  const savePrinter = (next: Printer) => save((now) => withPrinter(now, next))
  if (open.type === 'edit') {
    return (
      <PrinterForm
        printer={printer}
        title={t('form.title')}
        saveWords={t('form.save')}
        onSave={savePrinter}
        onClose={onClose}
      />
    )
  }
  if (open.type === 'calibrate') {
    return <CalibrationDialog key={printer.id} printer={printer} onSave={savePrinter} onClose={onClose} />
  }
  return (
    <RemovePrinterDialog
      printer={printer}
      waitingJobs={waitingFor(printer)}
      onRemove={() => void saveAndClose((now) => withoutPrinter(now, printer.id))}
      onClose={onClose}
    />
  )
}
