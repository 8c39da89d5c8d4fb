import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bilingual } from '../../shared/domain/bilingual.ts'
import type { Language } from './texts/resources.ts'

/** The language on the screen now. */
export const useLanguage = (): Language => {
  const { i18n } = useTranslation('common')
  return i18n.language === 'en' ? 'en' : 'id'
}

/** Picks the side of a bilingual text that is on the screen now. */
export const useBilingual = (): ((text: Bilingual) => string) => {
  const language = useLanguage()
  return useCallback((text: Bilingual) => text[language], [language])
}
