import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBridge, useTill } from '../../app/till-context.tsx'
import { Button } from '../../ui/button.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { formatDay } from '../../ui/shop-time.ts'
import type { Tone } from '../../ui/tone.ts'
import { useLanguage } from '../../app/use-bilingual.ts'

/** Saves the sales of one day as a workbook. */
export const ExportDayDialog = ({ today, onClose }: { readonly today: string; readonly onClose: () => void }) => {
  const { t } = useTranslation('orders')
  const language = useLanguage()
  const till = useTill()
  const bridge = useBridge()
  const [day, setDay] = useState(today)
  const [isPending, setIsPending] = useState(false)
  const [outcome, setOutcome] = useState<{ readonly tone: Tone; readonly text: string } | null>(null)
  const save = async () => {
    setIsPending(true)
    setOutcome(null)
    try {
      const { sales, voidings, confirmations } = await till.readDay(day)
      if (sales.length === 0) {
        setOutcome({ tone: 'warn', text: t('exportEmpty') })
        return
      }
      const answer = await bridge.saveDayWorkbook({
        dayLabel: day,
        sales: [...sales],
        voidings: [...voidings],
        confirmations: [...confirmations],
      })
      if (!answer.ok) setOutcome({ tone: 'bad', text: answer.error.message[language] })
      else if (answer.value.path === null) setOutcome({ tone: 'neutral', text: t('exportCancelled') })
      else setOutcome({ tone: 'good', text: t('exportSaved', { path: answer.value.path }) })
    } finally {
      setIsPending(false)
    }
  }
  return (
    <Dialog
      isOpen
      size="small"
      title={t('exportTitle')}
      closeLabel={t('cancel')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{outcome?.tone === 'good' ? t('finished') : t('cancel')}</Button>
          <Button
            look="primary"
            icon={<Download size={18} aria-hidden />}
            isPending={isPending}
            isDisabled={day === ''}
            onPress={() => void save()}
          >
            {t('exportConfirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <DayField label={t('exportDay')} value={day} latest={today} onChange={setDay} />
        <p className="text-muted">
          {day === '' ? null : (
            <strong className="block font-semibold text-ink">
              {formatDay(Date.parse(`${day}T00:00:00Z`), 0, language)}
            </strong>
          )}
          {t('exportHint')}
        </p>
        {outcome === null ? null : <Notice tone={outcome.tone} title={outcome.text} className="wrap-anywhere" />}
      </div>
    </Dialog>
  )
}
