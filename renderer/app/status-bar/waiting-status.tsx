import { ClipboardCheck, CloudUpload, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ToneIcon } from '../../ui/tone-icon.tsx'
import { navigate } from '../routes.ts'
import type { WaitingSummary } from '../till.ts'
import { PRESSABLE_STATUS_ITEM, STATUS_ITEM } from './status-item.ts'

/** How many sales wait, how many steps were refused and how many tasks are left to a person; each opens the sales screen with that filter. */
export const WaitingStatus = ({ summary }: { readonly summary: WaitingSummary }) => {
  const { t } = useTranslation('shell')
  return (
    <>
      {summary.waitingSales === 0 ? (
        <span className={STATUS_ITEM}>
          <span className="text-good">
            <ToneIcon tone="good" />
          </span>
          {t('status.noneWaiting')}
        </span>
      ) : (
        <button type="button" onClick={() => navigate('sales', 'waiting')} className={PRESSABLE_STATUS_ITEM}>
          <CloudUpload size={18} aria-hidden className="text-accent" />
          <span className="font-semibold">{t('status.waiting', { count: summary.waitingSales })}</span>
        </button>
      )}
      {summary.attentionSteps === 0 ? null : (
        <button type="button" onClick={() => navigate('sales', 'attention')} className={PRESSABLE_STATUS_ITEM}>
          <TriangleAlert size={18} aria-hidden className="text-bad" />
          <span className="font-semibold text-bad">{t('status.attention', { count: summary.attentionSteps })}</span>
        </button>
      )}
      {summary.taskSteps === 0 ? null : (
        <button
          type="button"
          title={t('status.tasksHint')}
          onClick={() => navigate('sales', 'attention')}
          className={PRESSABLE_STATUS_ITEM}
        >
          <ClipboardCheck size={18} aria-hidden className="text-warn" />
          <span className="font-semibold">{t('status.tasks', { count: summary.taskSteps })}</span>
        </button>
      )}
    </>
  )
}
