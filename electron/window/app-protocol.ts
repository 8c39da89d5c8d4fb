import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { isAppUrl } from './app-origin.ts'

/** The page's content policy: nothing from elsewhere, no inline code or style. Services are called by the main process only. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.ico', 'image/x-icon'],
  ['.webp', 'image/webp'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
  ['.mp3', 'audio/mpeg'],
  ['.wav', 'audio/wav'],
  ['.txt', 'text/plain; charset=utf-8'],
])

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')

const answer = (status: number, contentType: string, body: Uint8Array<ArrayBuffer> | string): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': contentType,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    },
  })

const refusal = (status: number, words: string): Response => answer(status, 'text/plain; charset=utf-8', words)

/** The file for a path of the page, or null when it would leave the folder. `/` is index.html; nothing else stands for it. */
export const resolveInside = (folder: string, pathname: string): string | null => {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null
  const path = resolve(folder, decoded === '/' ? 'index.html' : `.${decoded}`)
  const inside = relative(folder, path)
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null
  return join(folder, inside)
}

/** Serves the built page from `folder`: GET only, own host only, no path outside the folder, and a 404 for what is not there. */
export const createAppProtocolHandler =
  (folder: string) =>
  async (request: Request): Promise<Response> => {
    if (request.method !== 'GET') return refusal(405, 'Only GET')
    if (!isAppUrl(request.url)) return refusal(403, 'Not this page')
    const path = resolveInside(folder, new URL(request.url).pathname)
    if (path === null) return refusal(403, 'Outside of the page')
    try {
      const content = new Uint8Array(await readFile(path))
      return answer(200, CONTENT_TYPES.get(extname(path).toLowerCase()) ?? 'application/octet-stream', content)
    } catch (error) {
      if (isMissing(error)) return refusal(404, 'Not found')
      throw error
    }
  }
