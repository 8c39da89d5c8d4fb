import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShiftReport } from '../../../shared/domain/shift-report.ts'
import type { CashMove } from '../../../shared/domain/shift.ts'
import { useTill } from '../../app/till-context.tsx'
import { useOpenShift, useSettings } from '../../storage/hooks.ts'
import { Notice } from '../../ui/notice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { requestApproval } from '../approval/approval-store.ts'
import { CashMoveDialog } from './cash-move-dialog.tsx'
import { CloseShiftDialog } from './close-shift-dialog.tsx'
import { CountOpeningDialog } from './count-opening-dialog.tsx'
import { MissingCopyNotice } from './missing-copy-notice.tsx'
import { OpenShiftForm } from './open-shift-form.tsx'
import { OpenShiftPanel } from './open-shift-panel.tsx'
import { PastShifts } from './past-shifts.tsx'
import { ShiftReportDialog } from './shift-report-dialog.tsx'
import { useShiftCommand } from './use-shift-command.ts'

type Shown =
  | { readonly type: 'move'; readonly move: CashMove['type'] }
  | { readonly type: 'opening' | 'closing' }
  | { readonly type: 'report'; readonly report: ShiftReport; readonly isFresh: boolean; readonly cameLater: number }

/** Opening, watching and closing a shift, and the Z reports of past ones. */
export const ShiftScreen = () => {
  const { t } = useTranslation('shifts')
  const { t: common } = useTranslation('common')
  const till = useTill()
  const shift = useOpenShift()
  const settings = useSettings()
  const { run, problem, clear } = useShiftCommand()
  const [shown, setShown] = useState<Shown | null>(null)
  const close = () => setShown(null)
  const showReport = (report: ShiftReport, isFresh: boolean, cameLater = 0) =>
    setShown({ type: 'report', report, isFresh, cameLater })
  const rules = settings?.selling.shifts

  const showX = async (): Promise<void> => {
    // It says what is expected in the drawer: whoever counts blind must not see it beforehand.
    if (rules?.isBlind === true) {
      const title = t('report.approvalTitle')
      const approval = await requestApproval({ permission: 'shift-difference', title, needsReason: true })
      if (approval === null) return
    }
    await run(
      () => till.readShiftReport('x'),
      (report) => showReport(report, false),
    )
  }
  const showZ = (shiftId: string) =>
    void run(
      () => till.readClosedReport(shiftId),
      ({ report, cameLater }) => showReport(report, false, cameLater),
    )

  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-4">
      <h1 className="sr-only">{t('title')}</h1>
      <MissingCopyNotice />
      {problem === null ? null : (
        <Notice tone="bad" title={problem} onDismiss={clear} dismissLabel={common('dismiss')} />
      )}
      <div className="flex min-h-0 flex-1 gap-3">
        <Panel isFlush title={shift === null ? t('open.title') : t('current')} className="flex-1">
          {shift === undefined || rules === undefined ? null : shift === null ? (
            <OpenShiftForm />
          ) : (
            <OpenShiftPanel
              shift={shift}
              isBlind={rules.isBlind}
              onMove={(move) => setShown({ type: 'move', move })}
              onCountOpening={() => setShown({ type: 'opening' })}
              onX={() => void showX()}
              onClose={() => setShown({ type: 'closing' })}
            />
          )}
        </Panel>
        <Panel isFlush title={t('past')} className="w-[420px] shrink-0">
          <PastShifts onOpen={showZ} />
        </Panel>
      </div>
      {shown?.type === 'move' ? <CashMoveDialog type={shown.move} onClose={close} /> : null}
      {shown?.type === 'opening' ? <CountOpeningDialog onClose={close} /> : null}
      {shown?.type === 'closing' && rules !== undefined ? (
        <CloseShiftDialog
          isBlind={rules.isBlind}
          limit={rules.differenceLimit}
          onClose={close}
          onClosed={(report) => showReport(report, true)}
        />
      ) : null}
      {shown?.type === 'report' ? (
        <ShiftReportDialog report={shown.report} isFresh={shown.isFresh} cameLater={shown.cameLater} onClose={close} />
      ) : null}
    </div>
  )
}
