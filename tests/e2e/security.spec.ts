import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { INDOMIE } from './goods.ts'
import { sellForCash, waitUntilAllSent } from './till-actions.ts'
import { expect, test } from './till-test.ts'

test('the page is served with a strict content policy and knows nothing of Node', async ({ page }) => {
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("style-src 'self'")
  expect(policy).toContain("connect-src 'self'")
  expect(policy).not.toMatch(/unsafe|\*|https?:/u)
  const known = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', '__dirname', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  )
  expect(known).toEqual([])
  expect(await page.evaluate(() => Object.isFrozen(window.konter))).toBe(true)
})

test('inline code, inline styles and eval are refused by the policy', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    const violated: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.wasInlineRun = true'
    document.body.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { opacity: 0.5 }'
    document.head.append(style)
    // In a task of the page's own: what a debugger evaluates may do more. Indirect, so that it is the page's eval.
    const evalFailed = await new Promise<boolean>((resolve) => {
      setTimeout(() => {
        try {
          Reflect.apply(Reflect.get(window, 'eval'), window, ['1'])
          resolve(false)
        } catch {
          resolve(true)
        }
      }, 0)
    })
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve))
    })
    script.remove()
    style.remove()
    return { violated, evalFailed, wasInlineRun: 'wasInlineRun' in window }
  })
  expect(outcome.wasInlineRun).toBe(false)
  expect(outcome.evalFailed).toBe(true)
  expect(outcome.violated).toEqual(expect.arrayContaining(['script-src-elem', 'style-src-elem']))
})

test('the page reaches no other address: no fetch, no picture, no frame, no new window, no leaving', async ({
  page,
}) => {
  let requests = 0
  const outside = createServer((_request, response) => {
    requests += 1
    response.setHeader('access-control-allow-origin', '*').end('outside')
  })
  await new Promise<void>((resolve) => {
    outside.listen(0, '127.0.0.1', resolve)
  })
  try {
    const isAddress = (address: unknown): address is AddressInfo => typeof address === 'object' && address !== null
    const address = outside.address()
    if (!isAddress(address)) throw new Error('No port')
    const url = `http://127.0.0.1:${String(address.port)}/`
    const outcome = await page.evaluate(async (target) => {
      const fetched = await fetch(target).then(
        () => 'answered',
        () => 'refused',
      )
      const image = new Image()
      const pictured = await new Promise<string>((resolve) => {
        image.addEventListener('load', () => resolve('shown'))
        image.addEventListener('error', () => resolve('refused'))
        image.src = target
      })
      const frame = document.createElement('iframe')
      frame.src = target
      document.body.append(frame)
      window.open(target)
      return { fetched, pictured }
    }, url)
    expect(outcome).toEqual({ fetched: 'refused', pictured: 'refused' })
    await expect.poll(() => page.context().pages().length).toBe(1)
    await page.evaluate((target) => {
      location.href = target
    }, url)
    // The till goes on where it was.
    await sellForCash(page, [INDOMIE])
    await waitUntilAllSent(page)
    expect(page.url()).toMatch(/^(?:app:\/\/konter|https:\/\/konter\.invalid)\//u)
    expect(requests).toBe(0)
  } finally {
    outside.close()
  }
})

test('permissions are denied', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const located = await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
        { timeout: 5_000 },
      )
    })
    const seen = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    )
    const notified = await Notification.requestPermission()
    return { located, seen, notified }
  })
  expect(states).toEqual({ located: 'denied', seen: 'denied', notified: 'denied' })
})
