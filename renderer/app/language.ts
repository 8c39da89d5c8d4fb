import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, resources } from './texts/resources.ts'

/** The one instance of the texts; components reach it by useTranslation. */
export const texts = createInstance()

/** Readies the texts before the first paint, synchronously; Indonesian until the settings say otherwise. */
export const startLanguage = (language: Language): void => {
  void texts.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'id',
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  document.documentElement.lang = language
}

/** Switches every text on the screen. */
export const changeLanguage = async (language: Language): Promise<void> => {
  if (texts.language === language) return
  await texts.changeLanguage(language)
  document.documentElement.lang = language
}
