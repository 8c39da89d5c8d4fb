/** The page's scheme and host. They never change: IndexedDB is kept under this origin. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'konter'
export const APP_START_URL = `${APP_SCHEME}://${APP_HOST}/`

/** True when the address belongs to Konter's own page, judged by its parsed parts and never by a piece of its text. */
export const isAppUrl = (address: unknown): boolean => {
  if (typeof address !== 'string' || !URL.canParse(address)) return false
  const url = new URL(address)
  return (
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === '' &&
    url.port === ''
  )
}
