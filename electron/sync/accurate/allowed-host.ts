/**
 * The origin of a host that Accurate named, if Konter's token may be sent there: https at accurate.id, or the very address that the
 * shop set up (which is how practice mode's service is reached). Null otherwise: a forged answer must not lead the token away.
 */
export const allowedOrigin = (host: string, accountUrl: string): string | null => {
  if (!URL.canParse(host)) return null
  const url = new URL(host)
  if (url.username !== '' || url.password !== '') return null
  if (url.origin === new URL(accountUrl).origin) return url.origin
  const isAccurate = url.hostname === 'accurate.id' || url.hostname.endsWith('.accurate.id')
  return url.protocol === 'https:' && isAccurate ? url.origin : null
}
