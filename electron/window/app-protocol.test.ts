import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTENT_SECURITY_POLICY, createAppProtocolHandler, resolveInside } from './app-protocol.ts'

let root: string
let serve: (request: Request) => Promise<Response>

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'konter-page-'))
  await mkdir(join(root, 'renderer', 'assets'), { recursive: true })
  await mkdir(join(root, 'renderer-secrets'))
  await writeFile(join(root, 'renderer', 'index.html'), '<!doctype html>')
  await writeFile(join(root, 'renderer', 'assets', 'main.js'), 'export {}')
  await writeFile(join(root, 'renderer', 'assets', 'a b.woff2'), 'font')
  await writeFile(join(root, 'renderer-secrets', 'key.txt'), 'secret')
  await writeFile(join(root, 'outside.txt'), 'secret')
  serve = createAppProtocolHandler(join(root, 'renderer'))
})
afterAll(() => rm(root, { recursive: true }))

describe('app://konter', () => {
  test('serves the page at / with the strict policy and without sniffing', async () => {
    const response = await serve(new Request('app://konter/'))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<!doctype html>')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
  })

  test('allows no inline code, no foreign source and no framing', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
  })

  test.each([
    ['app://konter/assets/main.js', 'text/javascript; charset=utf-8'],
    ['app://konter/assets/main.js?v=1#x', 'text/javascript; charset=utf-8'],
    ['app://konter/assets/a%20b.woff2', 'font/woff2'],
  ])('serves %s as %s', async (url, contentType) => {
    const response = await serve(new Request(url))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(contentType)
  })

  test.each(['app://konter/sell', 'app://konter/assets', 'app://konter/assets/none.js'])(
    'answers 404 for %s instead of the page',
    async (url) => {
      expect((await serve(new Request(url))).status).toBe(404)
    },
  )

  test.each([
    'app://konter/..%2foutside.txt',
    'app://konter/..%2frenderer-secrets/key.txt',
    'app://konter/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://konter/..%5coutside.txt',
    'app://konter/assets/..%2f..%2foutside.txt',
    'app://konter/a%00.js',
    'app://konter/%E0%A4%A',
  ])('refuses %s', async (url) => {
    const response = await serve(new Request(url))
    expect(response.status).toBe(403)
    expect(await response.text()).not.toContain('secret')
  })

  test('never leaves the folder, whatever the path', () => {
    const folder = join(root, 'renderer')
    const paths = ['/../outside.txt', '//etc/passwd', '/./../x', '/assets/../../renderer-secrets/key.txt']
    const resolved = paths.map((path) => resolveInside(folder, path)).filter((path) => path !== null)
    expect(resolved.filter((path) => !path.startsWith(`${folder}/`))).toEqual([])
    expect(resolveInside(folder, '/../renderer-secrets/key.txt')).toBeNull()
  })

  test.each(['app://evil/', 'app://konter.evil/', 'app://konter:81/', 'https://konter/'])(
    'refuses the host of %s',
    async (url) => {
      expect((await serve(new Request(url))).status).toBe(403)
    },
  )

  test('refuses everything but GET', async () => {
    expect((await serve(new Request('app://konter/', { method: 'POST', body: 'x' }))).status).toBe(405)
  })
})
