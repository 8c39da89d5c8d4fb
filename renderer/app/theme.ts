import { useEffect } from 'react'
import type { TillSettings } from './till.ts'

/** The theme to show for a setting, given what the system prefers. */
export const shownTheme = (setting: TillSettings['theme'], systemPrefersDark: boolean): 'light' | 'dark' => {
  if (setting !== 'system') return setting
  return systemPrefersDark ? 'dark' : 'light'
}

/** Keeps the page's theme equal to the setting, and to the system where the setting says so. */
export const useTheme = (setting: TillSettings['theme']): void => {
  useEffect(() => {
    const query = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      document.documentElement.dataset['theme'] = shownTheme(setting, query.matches)
    }
    apply()
    query.addEventListener('change', apply)
    return () => query.removeEventListener('change', apply)
  }, [setting])
}
