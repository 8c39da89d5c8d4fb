import { useTranslation } from 'react-i18next'
import { needsOpeningCount } from '../../../shared/domain/shift-cash.ts'
import { navigate } from '../../app/routes.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { useOpenShift } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { TONE_CLASSES } from '../../ui/tone.ts'
import { ToneIcon } from '../../ui/tone-icon.tsx'
import { useNow } from '../../ui/use-now.ts'
import { overnightWords } from './overnight-words.ts'

/** Says on the sell screen that the shift was left open overnight, or that a sale opened it and its cash was not counted. Nothing otherwise. */
export const ShiftNotice = () => {
  const { t } = useTranslation('shifts')
  const language = useLanguage()
  const shift = useOpenShift()
  const nowMs = useNow()
  if (shift === undefined || shift === null) return null
  const words = overnightWords(t, shift, nowMs, language) ?? (needsOpeningCount(shift) ? t('notice.uncounted') : null)
  if (words === null) return null
  return (
    <div className={classNames('flex items-center gap-3 rounded-control py-1 pr-1 pl-4', TONE_CLASSES.warn)}>
      <ToneIcon tone="warn" size={20} />
      <p className="min-w-0 flex-1 font-semibold">{words}</p>
      <Button onPress={() => navigate('shifts')}>{t('notice.go')}</Button>
    </div>
  )
}
