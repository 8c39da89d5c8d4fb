import { Boxes, GraduationCap } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings, useWaitingSummary } from '../../storage/hooks.ts'
import { Age } from '../../ui/age.tsx'
import { useAppStatus } from '../app-status.ts'
import { logError } from '../log.ts'
import { navigate } from '../routes.ts'
import { useTill } from '../till-context.tsx'
import { LinkStatus } from './link-status.tsx'
import { PrinterStatuses } from './printer-statuses.tsx'
import { PRESSABLE_STATUS_ITEM, STATUS_ITEM } from './status-item.ts'
import { WaitingStatus } from './waiting-status.tsx'

/** What is true now: the links, what waits, the printers, the age of the stock figures. Never guesses: what is not known is not shown. */
export const StatusBar = () => {
  const { t } = useTranslation('shell')
  const till = useTill()
  const status = useAppStatus((state) => state.status)
  const summary = useWaitingSummary()
  const utcOffsetMinutes = useSettings()?.utcOffsetMinutes ?? null
  const tryNow = useCallback(() => {
    till.tryNow().catch((error: unknown) => logError('try-now', error))
  }, [till])
  return (
    <section
      aria-label={t('status.region')}
      className="flex h-11 shrink-0 items-stretch overflow-x-auto border-t border-line bg-surface [scrollbar-width:none]"
    >
      {utcOffsetMinutes === null
        ? null
        : status?.links.map((link) => (
            <LinkStatus key={link.destination} link={link} utcOffsetMinutes={utcOffsetMinutes} onTryNow={tryNow} />
          ))}
      {summary === undefined ? null : <WaitingStatus summary={summary} />}
      <span className="min-w-0 flex-1 border-r border-line" />
      {status === null ? null : (
        <PrinterStatuses printers={status.printers} askingJobs={summary?.askingPrintJobs ?? 0} />
      )}
      {summary === undefined ? null : (
        <button type="button" onClick={() => navigate('stock')} className={PRESSABLE_STATUS_ITEM}>
          <Boxes size={18} aria-hidden className="text-muted" />
          <span className="text-muted">{t('status.stock')}</span>
          {summary.stockPulledAtMs === null ? t('status.stockNever') : <Age sinceMs={summary.stockPulledAtMs} />}
        </button>
      )}
      {status?.mode === 'practice' ? (
        <span className={`${STATUS_ITEM} hidden bg-warn-soft font-semibold text-warn 2xl:flex`}>
          <GraduationCap size={18} aria-hidden />
          {t('status.practice')}
        </span>
      ) : null}
    </section>
  )
}
