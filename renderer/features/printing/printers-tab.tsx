import { Printer as PrinterIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrinterSettings } from '../../../shared/domain/printer.ts'
import { useAppStatus } from '../../app/app-status.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { showToast } from '../../ui/toast-store.ts'
import { PrinterCard, type PrinterActions } from './printer-card.tsx'
import { withPrinter, withRoute } from './printer-changes.ts'
import { type OpenPrinterDialog, PrinterDialogs } from './printer-dialogs.tsx'
import { PrintersToolbar } from './printers-toolbar.tsx'
import { RoutesPanel } from './routes-panel.tsx'
import { usePrintActions } from './use-print-actions.ts'
import { usePrinterFiles } from './use-printer-files.ts'
import { useSavePrinters } from './use-save-printers.ts'

const Printers = ({ settings }: { readonly settings: PrinterSettings }) => {
  const { t } = useTranslation('printers')
  const { printTestPage } = usePrintActions()
  const save = useSavePrinters()
  const files = usePrinterFiles()
  const statuses = useAppStatus(({ status }) => status?.printers)
  const [open, setOpen] = useState<OpenPrinterDialog | null>(null)
  const dialog = open ?? (files.incoming === null ? null : { type: 'import' as const, next: files.incoming })
  const test = async (printerId: string) => {
    if (await printTestPage(printerId, 'test')) showToast('good', t('list.testQueued'))
  }
  const actions: PrinterActions = {
    onTest: ({ id }) => void test(id),
    onCalibrate: ({ id }) => setOpen({ type: 'calibrate', printerId: id }),
    onEdit: ({ id }) => setOpen({ type: 'edit', printerId: id }),
    onRemove: ({ id }) => setOpen({ type: 'remove', printerId: id }),
    onSubstitute: (printer, substituteId) => void save((now) => withPrinter(now, { ...printer, substituteId })),
  }
  const add = () => setOpen({ type: 'add' })
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 bg-canvas p-4">
      <PrintersToolbar onAdd={add} onExport={() => void files.exportAll()} onFile={(file) => void files.read(file)} />
      <div className="flex min-h-0 flex-1 gap-3">
        <section aria-label={t('list.title')} className="min-w-0 flex-1 overflow-y-auto">
          {settings.printers.length === 0 ? (
            <EmptyState
              icon={<PrinterIcon size={44} aria-hidden />}
              title={t('list.empty')}
              action={<Button onPress={add}>{t('list.add')}</Button>}
            >
              {t('list.emptyHint')}
            </EmptyState>
          ) : (
            <div className="grid grid-cols-[repeat(auto-fill,minmax(380px,1fr))] gap-3">
              {settings.printers.map((printer) => (
                <PrinterCard
                  key={printer.id}
                  printer={printer}
                  settings={settings}
                  status={statuses?.find(({ printerId }) => printerId === printer.id)}
                  actions={actions}
                />
              ))}
            </div>
          )}
        </section>
        <div className="w-80 shrink-0 overflow-y-auto 2xl:w-96">
          <RoutesPanel
            settings={settings}
            onRoute={(document, printerId) => void save((now) => withRoute(now, document, printerId))}
          />
        </div>
      </div>
      {dialog === null ? null : (
        <PrinterDialogs
          open={dialog}
          settings={settings}
          onClose={() => {
            setOpen(null)
            files.forget()
          }}
        />
      )}
    </div>
  )
}

/** The shop's printers, what goes where, and everything that sets them up. */
export const PrintersTab = () => {
  const { t } = useTranslation('printers')
  const settings = usePrinterSettings((state) => state.settings)
  return settings === null ? <p className="p-4 text-muted">{t('list.reading')}</p> : <Printers settings={settings} />
}
