import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sale } from '../../../shared/domain/sale.ts'
import { logError } from '../../app/log.ts'
import { useTill } from '../../app/till-context.tsx'
import type { RecoveryReport } from '../../app/till.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { showToast } from '../../ui/toast-store.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { hasNews, openQuestions } from './recovery-queue.ts'
import { UndecidedQuestion } from './undecided-question.tsx'

const RecoveredNotice = ({ report, onClose }: { readonly report: RecoveryReport; readonly onClose: () => void }) => {
  const { t } = useTranslation('recovery')
  const language = useLanguage()
  return (
    <Dialog
      isOpen
      size="medium"
      title={t('title')}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <Button look="primary" size="large" onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {report.recovered.length === 0 ? null : (
          <>
            <Notice tone="good" title={t('recovered', { count: report.recovered.length })} isAnnounced={false}>
              {t('recoveredHint')}
            </Notice>
            <ul aria-label={t('recoveredList')} className="divide-y divide-line">
              {report.recovered.map((sale) => (
                <li key={sale.id} className="flex items-baseline justify-between gap-4 py-2">
                  <span>
                    <span className="font-semibold">{sale.number}</span>{' '}
                    <span className="text-sm text-muted tabular-nums">
                      {formatDayAndClock(sale.paidAtMs, sale.utcOffsetMinutes, language)}
                    </span>
                  </span>
                  <Money amount={sale.total} className="font-semibold" />
                </li>
              ))}
            </ul>
          </>
        )}
        {report.damagedLines === 0 ? null : (
          <Notice tone="warn" title={t('damaged', { count: report.damagedLines })} isAnnounced={false} />
        )}
      </div>
    </Dialog>
  )
}

/** What the start found in the journal: first the questions that only the cashier can answer, then what was put back. */
export const RecoveryDialog = ({ report }: { readonly report: RecoveryReport }) => {
  const { t } = useTranslation('recovery')
  const language = useLanguage()
  const till = useTill()
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const [isRead, setIsRead] = useState(false)
  const markAnswered = (sale: Sale, words: string) => {
    showToast('good', words)
    setAnswered(new Set([...answered, sale.id]))
    return null
  }
  const fail = async (error: unknown): Promise<string> => {
    logError('recovery', error)
    return error instanceof Error ? error.message : String(error)
  }
  const restore = async (sale: Sale): Promise<string | null> => {
    try {
      const answer = await till.restoreUndecided(sale.id)
      return answer.ok ? markAnswered(sale, t('restored', { number: sale.number })) : answer.error.message[language]
    } catch (error) {
      return fail(error)
    }
  }
  const discard = async (sale: Sale, reason: string): Promise<string | null> => {
    try {
      await till.discardUndecided(sale.id, reason)
      return markAnswered(sale, t('discarded', { number: sale.number }))
    } catch (error) {
      return fail(error)
    }
  }
  const [question] = openQuestions(report, answered)
  if (question !== undefined) {
    return (
      <UndecidedQuestion
        key={question.id}
        sale={question}
        place={answered.size + 1}
        count={report.undecided.length}
        onTaken={() => restore(question)}
        onDiscard={(reason) => discard(question, reason)}
      />
    )
  }
  if (isRead || !hasNews(report)) return null
  return <RecoveredNotice report={report} onClose={() => setIsRead(true)} />
}
