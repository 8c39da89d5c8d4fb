import { FileDown, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShiftReport } from '../../../shared/domain/shift-report.ts'
import { useTill } from '../../app/till-context.tsx'
import { useLanguage } from '../../app/use-bilingual.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusOnMount } from '../../ui/focus-on-mount.ts'
import { Notice } from '../../ui/notice.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { DocumentPreview } from '../printing/document-preview.tsx'
import { useShiftCommand } from './use-shift-command.ts'

type ShiftReportDialogProps = {
  readonly report: ShiftReport
  /** The shift was closed just now. */
  readonly isFresh?: boolean
  /** Sales that came into a closed shift after this report was made. */
  readonly cameLater?: number
  readonly onClose: () => void
}

/** An X or Z report as it prints, to be printed or saved as PDF. */
export const ShiftReportDialog = ({ report, isFresh = false, cameLater = 0, onClose }: ShiftReportDialogProps) => {
  const { t } = useTranslation('shifts')
  const { t: common } = useTranslation('common')
  const language = useLanguage()
  const till = useTill()
  const printing = useShiftCommand()
  const saving = useShiftCommand()
  const [wasPrinted, setWasPrinted] = useState(false)
  const { kind, shift } = report
  const time = formatDayAndClock(shift.openedAtMs, shift.utcOffsetMinutes, language)
  const problem = printing.problem ?? saving.problem
  const [done, setDone] = useState<string | null>(null)

  const print = () =>
    void printing.run(
      () => till.printShiftReport(report),
      () => {
        setWasPrinted(true)
        setDone(t('report.printed'))
      },
    )
  const save = () =>
    void saving.run(
      () => till.saveShiftReport(report),
      (path) => {
        if (path !== null) setDone(t('report.saved', { path }))
      },
    )
  return (
    <Dialog
      isOpen
      size="small"
      title={kind === 'x' ? t('report.titleX') : t('report.titleZ', { time })}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          <Button icon={<FileDown size={18} aria-hidden />} isPending={saving.isPending} onPress={save}>
            {t('report.pdf')}
          </Button>
          <Button
            look="primary"
            ref={focusOnMount}
            icon={<Printer size={18} aria-hidden />}
            isPending={printing.isPending}
            onPress={print}
          >
            {t(wasPrinted && kind === 'z' ? 'report.reprint' : 'report.print')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {isFresh && done === null ? <Notice tone="good" title={t('report.closed')} /> : null}
        {done === null ? null : <Notice tone="good" title={done} />}
        {cameLater > 0 ? <Notice tone="warn" title={t('report.cameLater', { count: cameLater })} /> : null}
        {problem === null ? null : <Notice tone="bad" title={problem} />}
        <div className="mx-auto w-full max-w-80">
          <DocumentPreview
            content={{ type: 'shift-report', report }}
            document="shift-report"
            label={t('report.preview')}
          />
        </div>
        {kind === 'z' ? <p className="text-center text-sm text-muted">{t('report.copyHint')}</p> : null}
      </div>
    </Dialog>
  )
}
