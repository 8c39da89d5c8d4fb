import { ArrowDownToLine, ArrowUpFromLine, FileText, LockKeyhole } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { needsOpeningCount } from '../../../shared/domain/shift-cash.ts'
import type { CashMove, Shift } from '../../../shared/domain/shift.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { useOpenShiftReport } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { useNow } from '../../ui/use-now.ts'
import { CashMovesList } from './cash-moves-list.tsx'
import { overnightWords } from './overnight-words.ts'
import { ShiftFigures } from './shift-figures.tsx'

type OpenShiftPanelProps = {
  readonly shift: Shift
  readonly isBlind: boolean
  readonly onMove: (type: CashMove['type']) => void
  readonly onCountOpening: () => void
  readonly onX: () => void
  readonly onClose: () => void
}

const LiveFigures = () => {
  const report = useOpenShiftReport()
  return report === undefined || report === null ? null : <ShiftFigures report={report} />
}

/** The shift that is open: since when, its figures unless counting is blind, and what can be done with it. */
export const OpenShiftPanel = ({ shift, isBlind, onMove, onCountOpening, onX, onClose }: OpenShiftPanelProps) => {
  const { t } = useTranslation('shifts')
  const language = useLanguage()
  const nowMs = useNow()
  const overnight = overnightWords(t, shift, nowMs, language)
  const time = formatDayAndClock(shift.openedAtMs, shift.utcOffsetMinutes, language)
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        <div className="flex max-w-5xl flex-col gap-4">
          <div>
            <p className="text-lg font-semibold">{t('since', { time, by: shift.openedBy })}</p>
            <p className="text-muted">
              {shift.isOpenedBySale ? `${t('openedBySale')} · ` : ''}
              {t('openingCash', { amount: formatRupiah(shift.openingCash) })}
            </p>
          </div>
          {overnight === null ? null : <Notice tone="warn" isAnnounced={false} title={overnight} />}
          {needsOpeningCount(shift) ? (
            <Notice
              tone="warn"
              isAnnounced={false}
              title={t('notice.uncounted')}
              action={<Button onPress={onCountOpening}>{t('opening.count')}</Button>}
            />
          ) : null}
          {isBlind ? <Notice tone="info" isAnnounced={false} title={t('blind')} /> : <LiveFigures />}
          <CashMovesList shift={shift} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-line bg-canvas p-3">
        <Button icon={<ArrowDownToLine size={18} aria-hidden />} onPress={() => onMove('in')}>
          {t('move.in')}
        </Button>
        <Button icon={<ArrowUpFromLine size={18} aria-hidden />} onPress={() => onMove('out')}>
          {t('move.out')}
        </Button>
        <Button icon={<FileText size={18} aria-hidden />} onPress={onX}>
          {t('report.x')}
        </Button>
        <Button look="primary" className="ml-auto" icon={<LockKeyhole size={18} aria-hidden />} onPress={onClose}>
          {t('close.action')}
        </Button>
      </div>
    </div>
  )
}
