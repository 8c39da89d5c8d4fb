import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Page, Request as PageRequest, Route } from 'playwright-core'
import { only } from './only.ts'
import { openPageChannel, type PageChannel } from './page-channel.ts'
import { pageSideScript } from './page-side.ts'
import { launchStandinBrowser, STANDIN_ORIGIN, type StandinBrowser } from './standin-browser.ts'
import type { StandinRuntime } from './standin-runtime.ts'

const APP_ORIGIN = 'app://konter'

/** The browser's address as Konter knows it. */
export const toAppUrl = (url: string): string =>
  url === STANDIN_ORIGIN || url.startsWith(`${STANDIN_ORIGIN}/`) ? APP_ORIGIN + url.slice(STANDIN_ORIGIN.length) : url

/** Konter's address as the browser knows it. */
export const toBrowserUrl = (url: string): string =>
  url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`) ? STANDIN_ORIGIN + url.slice(APP_ORIGIN.length) : url

const cancellable = (): { readonly preventDefault: () => void; readonly isPrevented: () => boolean } => {
  let isPrevented = false
  return {
    preventDefault: () => {
      isPrevented = true
    },
    isPrevented: () => isPrevented,
  }
}

const isOfApp = (request: PageRequest): boolean => request.url().startsWith(`${STANDIN_ORIGIN}/`)

let lastContentsId = 0

class StandinWebContents extends EventEmitter implements Pick<WebContents, 'send' | 'isDestroyed' | 'reload'> {
  readonly id = (lastContentsId += 1)
  #page: Page | null = null
  #channel: PageChannel | null = null
  #isDestroyed = false

  usePage(page: Page, channel: PageChannel): void {
    this.#page = page
    this.#channel = channel
  }

  send(channel: string, ...args: unknown[]): void {
    const copy = structuredClone(args)
    if (!this.#isDestroyed) this.#channel?.deliver(channel, copy)
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  reload(): void {
    void this.#page?.reload().catch(() => undefined)
  }

  setWindowOpenHandler(_handler: () => { action: 'deny' }): void {
    // The stand-in closes every second page by itself (see below).
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.emit('destroyed')
  }
}

type WindowDoor = Pick<
  BrowserWindow,
  'loadURL' | 'focus' | 'isMinimized' | 'restore' | 'maximize' | 'isMaximized' | 'getNormalBounds' | 'isDestroyed'
>

/** Electron's `BrowserWindow`, as far as Konter uses it: one window of the system's Chromium. */
export class StandinWindow extends EventEmitter implements WindowDoor {
  readonly webContents = only('webContents', new StandinWebContents())
  readonly #runtime: StandinRuntime
  readonly #bounds: { x?: number; y?: number; width: number; height: number }
  readonly #browser: Promise<StandinBrowser>
  #isDestroyed = false

  constructor(runtime: StandinRuntime, options: BrowserWindowConstructorOptions) {
    super()
    this.#runtime = runtime
    this.#bounds = {
      width: options.width ?? 1366,
      height: options.height ?? 768,
      ...(options.x === undefined ? {} : { x: options.x }),
      ...(options.y === undefined ? {} : { y: options.y }),
    }
    this.#browser = this.#open(options)
    this.#browser.catch((error: unknown) => {
      console.error(`The window could not be opened: ${String(error)}`)
      process.exit(1)
    })
    runtime.app.useWindow(
      () => this.#askToClose(),
      async () => {
        const { context } = await this.#browser
        await context.close().catch(() => undefined)
      },
    )
  }

  async loadURL(url: string): Promise<void> {
    const { page } = await this.#browser
    await page.goto(toBrowserUrl(url), { waitUntil: 'load' })
  }

  focus(): void {
    void this.#browser.then(({ page }) => page.bringToFront()).catch(() => undefined)
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {
    this.focus()
  }

  /** As a person would close it: what holds the window is asked first. */
  close(): void {
    this.#askToClose().catch((error: unknown) => {
      console.error(`The stand-in could not close its window: ${String(error)}`)
    })
  }

  maximize(): void {
    // Left to the window manager.
  }

  isMaximized(): boolean {
    return false
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, ...this.#bounds }
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  async #open(options: BrowserWindowConstructorOptions): Promise<StandinBrowser> {
    const preloadPath = options.webPreferences?.preload
    if (preloadPath === undefined) throw new Error('The stand-in needs a preload')
    const [browser, preloadSource] = await Promise.all([
      launchStandinBrowser({ ...this.#runtime.browserOptions(), bounds: this.#bounds }),
      readFile(preloadPath, 'utf8'),
    ])
    const { context, page } = browser
    await context.route(/./u, (route, request) => this.#askToLeave(route, request))
    await context.route(`${STANDIN_ORIGIN}/**`, (route, request) => this.#serve(route, request))
    const channel = await openPageChannel(context, page, (name, args) =>
      this.#runtime.ipcMain.dispatch(
        { sender: this.webContents, senderFrame: { url: toAppUrl(page.mainFrame().url()), parent: null } },
        name,
        args,
      ),
    )
    this.webContents.usePage(page, channel)
    await context.addInitScript({ content: pageSideScript(STANDIN_ORIGIN, preloadSource) })
    this.#follow(browser)
    this.#runtime.announceBrowser(browser)
    return browser
  }

  #follow({ context, page }: StandinBrowser): void {
    context.on('page', (other) => {
      void other.close().catch(() => undefined)
    })
    // By its request: Playwright tells of a changed fragment of the address as a navigation too, and that is the same document.
    page.on('request', (request) => {
      if (isOfApp(request) && request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        this.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
      }
    })
    page.on('load', () => {
      this.webContents.emit('did-finish-load')
      this.#runtime.announceReady()
    })
    page.on('crash', () => {
      this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') {
        void dialog.dismiss().catch(() => undefined)
        return
      }
      const answer = this.#isHeldOpen() ? dialog.dismiss() : dialog.accept()
      answer.catch(() => undefined)
    })
    page.on('close', () => {
      this.#destroy()
    })
    context.on('close', () => {
      this.#destroy()
    })
  }

  /** Other addresses than the app's own: Electron asks before a page goes there, and what is refused stays where it is. */
  async #askToLeave(route: Route, request: PageRequest): Promise<void> {
    const event = cancellable()
    if (request.isNavigationRequest()) this.webContents.emit('will-navigate', { ...event, url: request.url() })
    await (event.isPrevented() ? route.abort('aborted') : route.continue()).catch(() => undefined)
  }

  async #serve(route: Route, request: PageRequest): Promise<void> {
    try {
      const response = await this.#runtime.serve(
        'app',
        new Request(toAppUrl(request.url()), { method: request.method() }),
      )
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      })
    } catch (error) {
      console.error(`The stand-in could not serve ${request.url()}: ${String(error)}`)
      await route.abort().catch(() => undefined)
    }
  }

  #isHeldOpen(): boolean {
    const event = cancellable()
    this.emit('close', event)
    return event.isPrevented()
  }

  async #askToClose(): Promise<boolean> {
    if (this.#isDestroyed) return true
    if (this.#isHeldOpen()) return false
    const { context } = await this.#browser
    await context.close().catch(() => undefined)
    return true
  }

  #destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.webContents.destroy()
    this.emit('closed')
    this.#runtime.app.emit('window-all-closed')
  }
}
