import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Printer, PrinterSettings } from '../../../shared/domain/printer.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { changesNothing, comparePrinters } from './printer-import.ts'
import { usePrinterWords } from './use-printer-words.ts'

const Group = ({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, ReactNode])[] }) =>
  rows.length === 0 ? null : (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="font-semibold">{title}</h3>
      <ul className="divide-y divide-line rounded-control border border-line">
        {rows.map(([id, content]) => (
          <li key={id} className="px-3 py-2 wrap-anywhere">
            {content}
          </li>
        ))}
      </ul>
    </section>
  )

/** Shows what the printers of a file would change, before they replace those set up now. */
export const ImportPrintersDialog = ({
  now,
  next,
  waitingFor,
  onConfirm,
  onClose,
}: {
  readonly now: PrinterSettings
  readonly next: PrinterSettings
  /** How many jobs wait for a printer. */
  readonly waitingFor: (printer: Printer) => number
  readonly onConfirm: () => void
  readonly onClose: () => void
}) => {
  const { t } = useTranslation(['printers', 'printing'])
  const words = usePrinterWords()
  const compared = comparePrinters(now, next)
  const waiting = compared.removed.reduce((sum, printer) => sum + waitingFor(printer), 0)
  const describe = (printer: Printer) => (
    <>
      <span className="font-medium">{printer.name}</span>
      <span className="block text-sm text-muted">
        {[words.way(printer.transport), words.paper(printer.media), words.speaks(printer)].join(' · ')}
      </span>
    </>
  )
  const named = (printers: readonly Printer[]) => printers.map((printer) => [printer.id, describe(printer)] as const)
  return (
    <Dialog
      isOpen
      title={t('import.title')}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isDisabled={changesNothing(compared)} onPress={onConfirm}>
            {t('import.confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {changesNothing(compared) ? <Notice tone="info" title={t('import.nothing')} /> : null}
        {waiting === 0 ? null : <Notice tone="warn" title={t('import.waiting', { count: waiting })} />}
        <Group title={t('import.added')} rows={named(compared.added)} />
        <Group
          title={t('import.changed')}
          rows={compared.changed.map(({ before, after }) => [
            after.id,
            <div key={after.id}>
              {before.name === after.name ? null : <span className="text-muted">{before.name} → </span>}
              {describe(after)}
            </div>,
          ])}
        />
        <Group title={t('import.removed')} rows={named(compared.removed)} />
        <Group title={t('import.unchanged')} rows={named(compared.unchanged)} />
        <Group
          title={t('import.rerouted')}
          rows={compared.rerouted.map(({ document, to }) => [
            document,
            t('import.reroute', {
              document: t(`printing:document.${document}`),
              printer: to?.name ?? t('routes.none'),
            }),
          ])}
        />
      </div>
    </Dialog>
  )
}
