import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatRupiah } from '../../../shared/domain/money.ts'
import { useTill } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type CashCountEntry, readCashCount } from './cash-count-entry.ts'
import { CashCountGrid } from './cash-count-grid.tsx'
import { useShiftCommand } from './use-shift-command.ts'

/** Counts the opening cash of a shift that its first sale opened. */
export const CountOpeningDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation(['shifts', 'common'])
  const till = useTill()
  const { run, isPending, problem } = useShiftCommand()
  const [entry, setEntry] = useState<CashCountEntry>({})
  const { count, total, wrong } = readCashCount(entry)
  const save = () => {
    if (wrong.length > 0) return
    void run(() => till.correctOpening(count), onClose)
  }
  return (
    <Dialog
      isOpen
      size="medium"
      title={t('shifts:opening.title')}
      closeLabel={t('common:cancel')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" isPending={isPending} isDisabled={wrong.length > 0} onPress={save}>
            {t('shifts:opening.confirm', { amount: formatRupiah(total) })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t('shifts:opening.hint')}</p>
        {/* The last Enter does not save: it can be entered once only. */}
        <CashCountGrid entry={entry} onChange={setEntry} onDone={() => undefined} />
        {problem === null ? null : <Notice tone="bad" title={problem} />}
      </div>
    </Dialog>
  )
}
