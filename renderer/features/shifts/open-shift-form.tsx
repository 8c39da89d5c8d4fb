import { DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { useTill } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type CashCountEntry, readCashCount } from './cash-count-entry.ts'
import { CashCountGrid } from './cash-count-grid.tsx'
import { useShiftCommand } from './use-shift-command.ts'

/** Opens a shift with counted cash. */
export const OpenShiftForm = () => {
  const { t } = useTranslation('shifts')
  const till = useTill()
  const { run, isPending, problem } = useShiftCommand()
  const [entry, setEntry] = useState<CashCountEntry>({})
  const { count, total, wrong } = readCashCount(entry)
  const open = () => {
    if (wrong.length > 0) return
    // The open shift takes the place of this form.
    void run(
      () => till.openShift(count),
      () => undefined,
    )
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-2xl flex-col gap-4 p-4">
        <p className="text-muted">{t('open.hint')}</p>
        <CashCountGrid entry={entry} onChange={setEntry} onDone={open} />
        {problem === null ? null : <Notice tone="bad" title={problem} />}
        <Button
          look="primary"
          size="large"
          isWide
          isPending={isPending}
          isDisabled={wrong.length > 0}
          icon={<DoorOpen size={20} aria-hidden />}
          onPress={open}
        >
          {t('open.confirm', { amount: formatRupiah(total) })}
        </Button>
      </div>
    </div>
  )
}
