import { Printer as PrinterIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import type { PrinterStatus } from '../../../shared/ipc/printer-settings.ts'
import { adviceFor } from '../../features/printing/advice-for.ts'
import { byUrgency, type PrinterState, printerStateOf, toneOfState } from '../../features/printing/printer-state.ts'
import { useAskingPrinters } from '../../features/printing/use-asking-printers.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { ToneIcon } from '../../ui/tone-icon.tsx'
import type { Tone } from '../../ui/tone.ts'
import { usePrinterSettings } from '../printer-settings-store.ts'
import { navigate } from '../routes.ts'
import { useBilingual } from '../use-bilingual.ts'
import { printerHeadline, type PrinterRow } from './printer-headline.ts'
import { PRESSABLE_STATUS_ITEM } from './status-item.ts'

const COLOURS: Readonly<Record<Tone, string>> = {
  neutral: 'text-muted',
  info: 'text-accent',
  good: 'text-good',
  warn: 'text-warn font-semibold',
  bad: 'text-bad font-semibold',
}

type PrinterStatusesProps = { readonly printers: readonly PrinterStatus[]; readonly askingJobs: number }

const usePrinterRows = (statuses: readonly PrinterStatus[]): readonly PrinterRow[] => {
  const printers = usePrinterSettings(({ settings }) => settings)?.printers ?? []
  const asking = useAskingPrinters()
  return byUrgency(
    printers.map(({ id, name }) => {
      const status = statuses.find(({ printerId }) => printerId === id)
      const hasAdvice = status !== undefined && status.advice !== null
      return { id, name, state: printerStateOf(status, asking.has(id)), hasAdvice }
    }),
  )
}

/** A state in a word or two. */
const useStateWords = (): ((state: PrinterState) => string) => {
  const { t } = useTranslation(['shell', 'printers'])
  return (state) => {
    if (state.type === 'problems') return t(`printers:problem.${state.problems[0]}`)
    return t(`shell:status.printers.${state.type === 'silent' && state.isPresent ? 'present' : state.type}`)
  }
}

const WhatToDo = ({ row: { state, hasAdvice } }: { readonly row: PrinterRow }) => {
  const { t } = useTranslation(['shell', 'printers'])
  const say = useBilingual()
  const sentences = adviceFor(state, say, t('printers:stateHint.absent'))
  // What can wait is not said beside what cannot; the card has both.
  const all = sentences.length === 0 && hasAdvice ? [t('shell:status.printers.adviceHint')] : sentences
  return all.map((sentence) => (
    <span key={sentence} className="block text-sm">
      {sentence}
    </span>
  ))
}

/** The most urgent that is known of the printers; pressed, all of them with what to do, and the way to the printing screen. */
export const PrinterStatuses = ({ printers, askingJobs }: PrinterStatusesProps) => {
  const { t } = useTranslation('shell')
  const rows = usePrinterRows(printers)
  const words = useStateWords()
  const shown = printerHeadline(rows)
  const listed = shown === null ? rows : [shown.row, ...rows.filter((row) => row !== shown.row)]
  return (
    <DialogTrigger>
      <AriaButton className={PRESSABLE_STATUS_ITEM}>
        <PrinterIcon size={18} aria-hidden className="text-muted" />
        {askingJobs > 0 ? (
          <span className={COLOURS.warn}>{t('status.askingJobs', { count: askingJobs })}</span>
        ) : shown === null ? (
          <span className="text-muted">
            {rows.length === 0 ? t('status.printers.none') : t('status.printerCount', { count: rows.length })}
          </span>
        ) : (
          <>
            <span className="max-w-40 truncate text-muted">{shown.row.name}</span>
            {shown.about === 'advice' ? (
              <span className="text-warn">{t('status.printers.advice')}</span>
            ) : (
              <span className={COLOURS[toneOfState(shown.row.state)]}>{words(shown.row.state)}</span>
            )}
          </>
        )}
      </AriaButton>
      <Popover placement="top end" className="w-96 rounded-panel border border-line bg-raised shadow-xl outline-none">
        <Dialog aria-label={t('status.printers.detail')} className="flex flex-col gap-3 p-5 outline-none">
          {({ close }) => (
            <>
              {askingJobs === 0 ? null : (
                <p className={COLOURS.warn}>{t('status.askingJobs', { count: askingJobs })}</p>
              )}
              {rows.length === 0 ? (
                <p className="text-muted">{t('status.printers.none')}</p>
              ) : (
                <ul className="flex max-h-80 flex-col divide-y divide-line overflow-y-auto">
                  {listed.map((row) => (
                    <li key={row.id} className="flex gap-2.5 py-2">
                      <span className={classNames('pt-0.5', COLOURS[toneOfState(row.state)])}>
                        <ToneIcon tone={toneOfState(row.state)} />
                      </span>
                      <span className="min-w-0 flex-1">
                        <span className="flex justify-between gap-3">
                          <span className="truncate font-medium">{row.name}</span>
                          <span className={classNames('shrink-0', COLOURS[toneOfState(row.state)])}>
                            {words(row.state)}
                          </span>
                        </span>
                        <WhatToDo row={row} />
                      </span>
                    </li>
                  ))}
                </ul>
              )}
              <Button
                look="primary"
                onPress={() => {
                  close()
                  navigate('printing')
                }}
              >
                {t('status.printers.open')}
              </Button>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
