const isAccurate = (url: URL): boolean =>
  url.protocol === 'https:' && (url.hostname === 'accurate.id' || url.hostname.endsWith('.accurate.id'))

const isLoopback = (url: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)

/** The address without what Konter's own paths begin with: `https://zeus.accurate.id/accurate` and any call below it give the same base. */
const withoutPath = (url: URL): string =>
  `${url.origin}${url.pathname.replace(/\/(accurate|api)(\/.*)?$/, '')}`.replace(/\/+$/, '')

/** The account's address as calls are joined to it, with or without `/api` in what was set up. */
export const accountBase = (accountUrl: string): string => {
  const url = new URL(accountUrl)
  return `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/api$/, '')}`.replace(/\/+$/, '')
}

/**
 * The base of the data host that Accurate named, if Konter's token may be sent there; null otherwise, since a forged answer must not lead
 * the token away. From the real account host that is https at accurate.id alone. From any other (practice mode's service, a server to test
 * against) it is that server's own machine, on any port; one that names accurate.id, as the published samples do, means itself: what is
 * tested against another server never reaches the real one.
 */
export const allowedBase = (host: string, accountUrl: string): string | null => {
  if (!URL.canParse(host)) return null
  const url = new URL(host)
  if (url.username !== '' || url.password !== '') return null
  const account = new URL(accountUrl)
  if (isAccurate(account)) return isAccurate(url) ? url.origin : null
  if (url.hostname === account.hostname || (isLoopback(url) && isLoopback(account))) return withoutPath(url)
  return isAccurate(url) ? accountBase(accountUrl) : null
}
