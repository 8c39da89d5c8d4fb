import { GraduationCap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAppStatus } from './app-status.ts'

/** Says on every screen that this is practice. */
export const PracticeBanner = () => {
  const { t } = useTranslation('shell')
  const isAlone = useAppStatus(({ status }) => status?.hasPracticeServices ?? true)
  return (
    <p className="flex h-8 shrink-0 items-center justify-center gap-2 border-b border-warn/30 bg-warn-soft text-sm text-warn">
      <GraduationCap size={18} aria-hidden />
      <strong className="font-semibold">{t('practiceBanner.title')}</strong>
      <span>{t(isAlone ? 'practiceBanner.body' : 'practiceBanner.elsewhere')}</span>
    </p>
  )
}
