import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findSystemBrowser } from '../build/system-browser.ts'
import { writeExampleApp } from './standin/example-app.ts'
import { only } from './standin/only.ts'
import { toAppUrl, toBrowserUrl } from './standin/standin-window.ts'

type Run = {
  readonly child: ChildProcess
  readonly page: Page
  readonly browser: Browser
  readonly browserPid: number
  readonly lines: readonly string[]
  readonly ended: Promise<number | null>
}

let root: string
let appFolder: string

const startProcess = () => {
  const lines: string[] = []
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/standin/run.ts', appFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      KONTER_USER_DATA: join(root, 'profile'),
      KONTER_HEADLESS: '1',
      KONTER_STANDIN_CDP_PORT: '0',
    },
  })
  child.stdout.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n')))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, lines, ended }
}

const waitFor = async (lines: readonly string[], start: string): Promise<string> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const line = lines.find((candidate) => candidate.startsWith(start))
    if (line !== undefined) return line.slice(start.length).trim()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`No line "${start}" came:\n${lines.join('\n')}`)
}

const start = async (): Promise<Run> => {
  const { child, lines, ended } = startProcess()
  await waitFor(lines, 'KONTER_READY')
  const browser = await chromium.connectOverCDP(await waitFor(lines, 'KONTER_CDP'))
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('There is no page')
  return { child, page, browser, lines, ended, browserPid: Number(await waitFor(lines, 'KONTER_BROWSER_PID')) }
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'konter-standin-'))
  appFolder = join(root, 'app')
  await writeExampleApp(appFolder)
})
afterAll(() => rm(root, { recursive: true, force: true, maxRetries: 5 }))

describe.skipIf(findSystemBrowser() === null)('the stand-in', () => {
  test('carries what Electron would carry, keeps storage, holds a window open, and ends with its browser', async () => {
    const first = await start()
    const { page } = first
    expect(page.url()).toBe('https://konter.invalid/')

    // What crosses the bridge.
    const crossed = await page.evaluate(`(async () => {
      const words = (error) => error.message
      const echoed = await example.echo(new Uint8Array([1, 2, 255]))
      const plain = await example.echo({ a: undefined, b: [null, 1.5, 'ç'], c: new Date(5) })
      const told = new Promise((resolve) => example.onTold(resolve))
      await example.send({ bytes: new Uint8Array([7]) })
      const heard = await told
      return {
        isBytes: echoed.isBytes, back: echoed.value instanceof Uint8Array && [...echoed.value], sender: echoed.sender,
        hasUndefined: 'a' in plain.value && plain.value.a === undefined, list: plain.value.b, date: plain.value.c.getTime(),
        heard: heard.bytes instanceof Uint8Array && [...heard.bytes],
        failed: await example.fail().catch(words), lacking: await example.reach().catch(words),
        uncloneable: await Promise.resolve().then(() => example.echo(() => 1)).catch(words),
        isFrozen: Object.isFrozen(example), inlineRan: window.inlineRan ?? false,
        missing: await fetch('/none').then(() => 'fetched', () => 'refused by the policy'),
      }
    })()`)
    expect(crossed).toMatchObject({
      isBytes: true,
      back: [1, 2, 255],
      sender: 'app://konter/',
      hasUndefined: true,
      list: [null, 1.5, 'ç'],
      date: 5,
      heard: [7],
      failed: "Error invoking remote method 'fail': TypeError: as asked",
      isFrozen: true,
      inlineRan: false,
      missing: 'refused by the policy',
    })
    expect(crossed).toHaveProperty('lacking', expect.stringContaining('The stand-in has no electron.shell'))
    expect(crossed).toHaveProperty('uncloneable', expect.stringContaining('could not be cloned'))

    // One instance a profile.
    const second = startProcess()
    expect(await second.ended).toBe(0)
    await waitFor(first.lines, 'KNOCKED')

    // Storage lasts, and a killed browser ends the process.
    await page.evaluate(`new Promise((resolve, reject) => {
      const opening = indexedDB.open('till', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('sales')
      opening.onsuccess = () => {
        const writing = opening.result.transaction('sales', 'readwrite', { durability: 'strict' })
        writing.objectStore('sales').put('paid', 'one')
        writing.oncomplete = () => resolve()
        writing.onerror = () => reject(writing.error)
      }
    })`)
    process.kill(first.browserPid, 'SIGKILL')
    await first.ended
    await first.browser.close().catch(() => undefined)

    const third = await start()
    const stored = await third.page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open('till', 1)
      opening.onsuccess = () => {
        const reading = opening.result.transaction('sales').objectStore('sales').get('one')
        reading.onsuccess = () => resolve(reading.result)
      }
    })`)
    expect(stored).toBe('paid')

    // A held window stays; a released one closes, and the process ends.
    // A listener keeps this second client from answering the question itself.
    third.page.on('dialog', () => undefined)
    const session = await third.page.context().newCDPSession(third.page)
    await third.page.click('button')
    await third.page.evaluate('example.hold(true)')
    await session.send('Page.close').catch(() => undefined)
    await waitFor(third.lines, 'CLOSE held=true')
    expect(await third.page.evaluate('document.title')).toBe('Example')
    await third.page.evaluate('example.hold(false)')
    await session.send('Page.close').catch(() => undefined)
    expect(await third.ended).toBe(0)
    await third.browser.close().catch(() => undefined)
  }, 30_000)
})

describe('the parts of the stand-in', () => {
  test('map the page’s addresses both ways and leave others alone', () => {
    expect(toBrowserUrl('app://konter/a?b#c')).toBe('https://konter.invalid/a?b#c')
    expect(toAppUrl('https://konter.invalid/a?b#c')).toBe('app://konter/a?b#c')
    for (const other of ['https://konter.invalid.evil.test/', 'https://evil.test/', 'app://konter.evil/']) {
      expect(toAppUrl(other)).toBe(other)
      expect(toBrowserUrl(other)).toBe(other)
    }
  })

  test('throw on what they do not have', () => {
    const parts: Record<string, unknown> = only('app', { getVersion: () => '1' })
    expect(parts['getVersion']).toBeTypeOf('function')
    expect(() => parts['getLocale']).toThrow('app.getLocale')
  })
})
