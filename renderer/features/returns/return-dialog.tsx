import { PackageX, Repeat, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { returnableLines, type SaleHistory } from '../../../shared/domain/return-line.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import { useLanguage } from '../../app/use-bilingual.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Money } from '../../ui/money.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { requestApproval } from '../approval/approval-store.ts'
import {
  basketReturnOf,
  canReturn,
  changeDraft,
  draftReturn,
  draftWholeReturn,
  readReturn,
  type ReturnLineDraft,
} from './return-form.ts'
import { ReturnLineRow } from './return-line-row.tsx'
import { closeReturns } from './returns-store.ts'
import { takeBack } from './take-back.ts'

/** Asks what of a sale comes back, and whether money or other goods go out for it. */
export const ReturnDialog = ({ saleId }: { readonly saleId: string }) => {
  const { t } = useTranslation(['returns', 'common'])
  const till = useTill()
  const [history, setHistory] = useState<SaleHistory | null | undefined>(undefined)
  useEffect(() => {
    till.readHistory(saleId).then(setHistory, (error: unknown) => {
      logError('returns', error)
      setHistory(null)
    })
  }, [till, saleId])
  if (history === undefined) return null
  if (history !== null && canReturn(returnableLines(history))) return <ReturnForm history={history} />
  return (
    <Dialog title={t('returns:title')} size="small" isOpen onClose={closeReturns} closeLabel={t('common:close')}>
      <EmptyState icon={<PackageX size={40} aria-hidden />} title={t('returns:nothingLeft')}>
        {t('returns:nothingLeftHint')}
      </EmptyState>
    </Dialog>
  )
}

const ReturnForm = ({ history }: { readonly history: SaleHistory }) => {
  const { t } = useTranslation(['returns', 'common'])
  const language = useLanguage()
  const till = useTill()
  const [drafts, setDrafts] = useState<readonly ReturnLineDraft[]>(() => draftReturn(history))
  const [isBusy, setIsBusy] = useState(false)
  const { sale } = history
  const { lines, problems, amount } = readReturn(drafts, history)
  const isReady = lines.length > 0 && problems.size === 0
  const goOn = async (how: 'refund' | 'exchange'): Promise<void> => {
    if (!isReady || isBusy) return
    setIsBusy(true)
    try {
      const title = t('returns:approve', { number: sale.number })
      const approval = await requestApproval({ permission: 'return', title, needsReason: false })
      if (approval === null) return
      await takeBack(till, basketReturnOf(history, lines), how, approval)
    } catch (error) {
      logError('returns', error)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <Dialog
      title={t('returns:from', { number: sale.number })}
      size="wide"
      isOpen
      onClose={closeReturns}
      closeLabel={t('common:close')}
      actions={
        <>
          <span className="mr-auto flex items-baseline gap-3">
            <span className="text-muted">{t('returns:goesBack')}</span>
            <Money amount={amount} className="text-2xl font-bold" />
          </span>
          <Button
            size="large"
            icon={<Repeat size={20} aria-hidden />}
            isDisabled={!isReady || isBusy}
            onPress={() => void goOn('exchange')}
          >
            {t('returns:exchange')}
          </Button>
          <Button
            look="primary"
            size="large"
            icon={<Undo2 size={20} aria-hidden />}
            isDisabled={!isReady}
            isPending={isBusy}
            onPress={() => void goOn('refund')}
          >
            {t('returns:refund')}
          </Button>
        </>
      }
    >
      <div className="flex items-center justify-between gap-4 pb-3">
        <p className="text-muted">
          {formatDayAndClock(sale.paidAtMs, sale.utcOffsetMinutes, language)} · <Money amount={sale.total} />
        </p>
        <Button onPress={() => setDrafts(draftWholeReturn(history))}>{t('returns:everything')}</Button>
      </div>
      <ul aria-label={t('returns:lines')} className="divide-y divide-line rounded-control border border-line">
        {returnableLines(history).map((returnable, place) => {
          const { lineIndex } = returnable
          const draft = drafts.find((each) => each.lineIndex === lineIndex)
          return draft === undefined ? null : (
            <ReturnLineRow
              key={lineIndex}
              returnable={returnable}
              draft={draft}
              takesFocus={place === 0}
              problem={problems.get(lineIndex)?.[language] ?? null}
              onChange={(part) => setDrafts(changeDraft(drafts, lineIndex, part))}
            />
          )
        })}
      </ul>
    </Dialog>
  )
}
