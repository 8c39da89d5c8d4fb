import { useEffect } from 'react'
import { useSettings } from '../storage/hooks.ts'
import { changeLanguage } from './language.ts'
import { logError } from './log.ts'
import { useTheme } from './theme.ts'

/** Keeps the page's language and theme equal to the settings. */
export const useDocumentSettings = (): void => {
  const settings = useSettings()
  const language = settings?.language
  useTheme(settings?.theme ?? 'system')
  useEffect(() => {
    if (language !== undefined) changeLanguage(language).catch((error: unknown) => logError('language', error))
  }, [language])
}
