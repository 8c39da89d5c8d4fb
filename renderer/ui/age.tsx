import { useTranslation } from 'react-i18next'
import { agePartsOf } from './age-text.ts'
import { useNow } from './use-now.ts'

/** How long ago something was, in words that keep up with the clock ("3 menit lalu"). */
export const Age = ({ sinceMs }: { readonly sinceMs: number }) => {
  const { t } = useTranslation('common')
  const now = useNow()
  const { unit, count } = agePartsOf(now - sinceMs)
  return (
    <time dateTime={new Date(sinceMs).toISOString()} className="whitespace-nowrap">
      {t(`age.${unit}`, { count })}
    </time>
  )
}
