import type { DocumentLanguage } from './document-words.ts'
import { formatLocalClock, toLocalTime } from '../domain/local-time.ts'

const MONTHS: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}

const zoneName = (utcOffsetMinutes: number): string => {
  if (utcOffsetMinutes === 420) return ' WIB'
  if (utcOffsetMinutes === 480) return ' WITA'
  return utcOffsetMinutes === 540 ? ' WIT' : ''
}

/** Date and time as the register's clock showed them: `21 Nov 2026 21:05 WIB`. In Indonesian unless the language says otherwise. */
export const formatRegisterTime = (
  atMs: number,
  utcOffsetMinutes: number,
  language: DocumentLanguage = 'id',
): string => {
  const { year, month, day } = toLocalTime(atMs, utcOffsetMinutes)
  const clock = formatLocalClock(atMs, utcOffsetMinutes)
  return `${String(day)} ${MONTHS[language][month - 1] ?? ''} ${String(year)} ${clock}${zoneName(utcOffsetMinutes)}`
}
