import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { isAppUrl } from './app-origin.ts'
import { guardNavigation } from './navigation-guard.ts'

const ATTACKS = [
  'https://konter/',
  'http://evil.test/?next=app://konter/',
  'http://evil.test/#app://konter/',
  'app://konter.evil.test/',
  'app://konter@evil.test/',
  'app://evil.test@konter/',
  'app://konter:8080/',
  'app:konter',
  'app:///konter/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,app://konter/',
  'blob:app://konter/1',
  'about:blank',
  'APPS://konter/',
  '',
  ' ',
]

describe('the navigation guard', () => {
  test.each(ATTACKS)('does not take %j for its own page', (url) => {
    expect(isAppUrl(url)).toBe(false)
  })

  test.each([undefined, null, 5, {}, ['app://konter/']])('does not take %j for its own page either', (value) => {
    expect(isAppUrl(value)).toBe(false)
  })

  test.each(['app://konter/', 'app://konter/#/sell', 'APP://konter/index.html?x=1'])(
    'knows %s as its own page',
    (url) => {
      expect(isAppUrl(url)).toBe(true)
    },
  )

  test('refuses foreign navigation, redirects and frames, every webview and every window', () => {
    const refused: string[] = []
    let openWindow: () => { action: string } = () => ({ action: 'allow' })
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => { action: 'deny' }) => {
        openWindow = handler
      },
    })
    guardNavigation(contents, (what) => refused.push(what))
    const attempt = (event: string, url: string): boolean => {
      let isPrevented = false
      contents.emit(event, {
        url,
        preventDefault: () => {
          isPrevented = true
        },
      })
      return isPrevented
    }
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(attempt(event, 'http://evil.test/?next=app://konter')).toBe(true)
      expect(attempt(event, 'app://konter/')).toBe(false)
    }
    expect(attempt('will-attach-webview', 'app://konter/')).toBe(true)
    expect(openWindow()).toEqual({ action: 'deny' })
    expect(refused).toEqual(['navigation', 'redirect', 'frame', 'webview', 'window'])
  })
})
