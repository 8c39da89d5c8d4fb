import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../storage/hooks.ts'
import { hashOf } from './routes.ts'
import { useBridge } from './till-context.tsx'
import { useRegisterCheck } from './use-register-check.ts'

/** Says on every screen that another register makes numbers under this one's code, and what to do. */
export const RegisterNotice = () => {
  const { t } = useTranslation('shell')
  const taken = useRegisterCheck(useBridge(), useSettings()?.register)
  if (taken === null) return null
  return (
    <p
      role="alert"
      className="flex min-h-9 shrink-0 flex-wrap items-center justify-center gap-2 border-b border-bad/30 bg-bad-soft px-4 py-1 text-sm text-bad"
    >
      <TriangleAlert size={18} aria-hidden />
      <span>{t('registerTaken.body', { code: taken.code, number: taken.number })}</span>
      <a
        href={hashOf({ screen: 'settings', salesState: 'all' })}
        className="focus-ring rounded-control px-1 font-semibold underline"
      >
        {t('registerTaken.action')}
      </a>
    </p>
  )
}
