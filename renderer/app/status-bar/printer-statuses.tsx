import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PrinterStatus } from '../../../shared/ipc/printer-settings.ts'
import { classNames } from '../../ui/class-names.ts'
import { navigate } from '../routes.ts'
import { PRESSABLE_STATUS_ITEM } from './status-item.ts'

const COLOURS: Readonly<Record<PrinterStatus['state'], string>> = {
  unknown: 'text-muted',
  ready: 'text-good',
  failed: 'text-bad font-semibold',
  asking: 'text-warn font-semibold',
}

type PrinterStatusesProps = { readonly printers: readonly PrinterStatus[]; readonly askingJobs: number }

/** The printers after their last job; opens the printing screen. */
export const PrinterStatuses = ({ printers, askingJobs }: PrinterStatusesProps) => {
  const { t } = useTranslation('shell')
  // A question stands for its printer, and leaves room for the rest of the bar.
  const shown = askingJobs === 0 ? printers : printers.filter(({ state }) => state === 'ready' || state === 'failed')
  return (
    <button type="button" onClick={() => navigate('printing')} className={PRESSABLE_STATUS_ITEM}>
      <Printer size={18} aria-hidden className="text-muted" />
      {shown.map((printer) => (
        <span key={printer.document} className="flex gap-1.5 not-first:ml-1">
          <span className="text-muted">{t(`status.printerName.${printer.document}`)}</span>
          <span className={COLOURS[printer.state]}>{t(`status.printer.${printer.state}`)}</span>
        </span>
      ))}
      {askingJobs === 0 ? null : (
        <span className={classNames(COLOURS.asking)}>{t('status.askingJobs', { count: askingJobs })}</span>
      )}
    </button>
  )
}
