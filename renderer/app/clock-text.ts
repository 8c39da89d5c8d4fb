/** A time of day on this machine's clock, as the language writes it: `14.05` or `14:05`. */
export const clockTextOf = (atMs: number, language: 'id' | 'en'): string =>
  new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(atMs)
