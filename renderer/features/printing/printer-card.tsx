import { FileCheck, Ruler, Settings2, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Printer, type PrinterSettings, substituteOf } from '../../../shared/domain/printer.ts'
import type { PrinterStatus } from '../../../shared/ipc/printer-settings.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Select } from '../../ui/select.tsx'
import { PrinterAdvice } from './printer-advice.tsx'
import { substitutesFor } from './printer-fits.ts'
import { PrinterStateBadge, PrinterStateWords } from './printer-state-notice.tsx'
import { printerStateOf } from './printer-state.ts'
import { useAskingPrinters } from './use-asking-printers.ts'
import { usePrinterWords } from './use-printer-words.ts'

const NOBODY = '-'

const Facts = ({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
    {facts.map(([name, value]) => (
      <div key={name} className="contents">
        <dt className="text-muted">{name}</dt>
        <dd className="wrap-anywhere">{value}</dd>
      </div>
    ))}
  </dl>
)

/** What can be done with a printer. */
export type PrinterActions = {
  readonly onTest: (printer: Printer) => void
  readonly onCalibrate: (printer: Printer) => void
  readonly onEdit: (printer: Printer) => void
  readonly onRemove: (printer: Printer) => void
  readonly onSubstitute: (printer: Printer, substituteId: string | null) => void
}

/** A printer: what is known of it now, what goes to it, and what can be done with it. */
export const PrinterCard = ({
  printer,
  settings,
  status,
  actions,
}: {
  readonly printer: Printer
  readonly settings: PrinterSettings
  readonly status: PrinterStatus | undefined
  readonly actions: PrinterActions
}) => {
  const { t } = useTranslation(['printers', 'printing'])
  const words = usePrinterWords()
  const state = printerStateOf(status, useAskingPrinters().has(printer.id))
  const documents = settings.routes.filter(({ printerId }) => printerId === printer.id)
  const substitutes = substitutesFor(settings, printer)
  const takenBy = printer.substituteId === null ? null : substituteOf(settings, printer.id)
  const label = (action: 'test' | 'calibrate' | 'edit' | 'remove') =>
    t('list.actionOf', { action: t(`list.${action}`), printer: printer.name })
  const facts = [
    [t('list.way'), words.way(printer.transport)],
    [t('list.paper'), words.paper(printer.media)],
    [t('list.speaks'), words.speaks(printer)],
    [
      t('list.takes'),
      documents.length === 0
        ? t('list.takesNothing')
        : documents.map(({ document }) => t(`printing:document.${document}`)).join(', '),
    ],
    ...(status === undefined || status.heardAtMs === null
      ? []
      : [[t('heard'), <Age key="heard" sinceMs={status.heardAtMs} />] as const]),
  ] as const
  return (
    <Panel title={printer.name} actions={<PrinterStateBadge state={state} />}>
      <div className="flex flex-1 flex-col gap-3">
        <PrinterStateWords printer={printer} state={state} />
        {status === undefined || status.advice === null ? null : <PrinterAdvice advice={status.advice} />}
        <Facts facts={facts} />
        {substitutes.length === 0 && printer.substituteId === null ? null : (
          <Select
            label={t('list.substitute')}
            value={printer.substituteId ?? NOBODY}
            choices={[
              { value: NOBODY, label: t('list.noSubstitute') },
              ...substitutes.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(value) => actions.onSubstitute(printer, value === NOBODY ? null : value)}
          />
        )}
        {takenBy === null || takenBy.id === printer.id ? null : (
          <p className="rounded-control bg-warn-soft px-3 py-2 text-sm font-medium text-warn">
            {t('list.substituted', { printer: takenBy.name })}
          </p>
        )}
        <div className="mt-auto flex flex-wrap items-center gap-2 pt-1">
          <Button
            icon={<FileCheck size={18} aria-hidden />}
            aria-label={label('test')}
            onPress={() => actions.onTest(printer)}
          >
            {t('list.test')}
          </Button>
          <Button
            icon={<Ruler size={18} aria-hidden />}
            aria-label={label('calibrate')}
            onPress={() => actions.onCalibrate(printer)}
          >
            {t('list.calibrate')}
          </Button>
          <span className="ml-auto flex gap-1">
            <IconButton
              label={label('edit')}
              icon={<Settings2 size={20} aria-hidden />}
              onPress={() => actions.onEdit(printer)}
            />
            <IconButton
              look="danger"
              label={label('remove')}
              icon={<Trash2 size={20} aria-hidden />}
              onPress={() => actions.onRemove(printer)}
            />
          </span>
        </div>
      </div>
    </Panel>
  )
}
