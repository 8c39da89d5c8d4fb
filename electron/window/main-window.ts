import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { guardNavigation } from './navigation-guard.ts'
import type { Log } from '../log.ts'
import { APP_START_URL } from './app-origin.ts'
import type { WindowState } from './window-state.ts'

const DEFAULT_SIZE = { width: 1366, height: 768 }

/** The window's options: the page is sandboxed, isolated from the preload, and never throttled, since it holds the outbox. */
export const windowOptions = (
  preloadPath: string,
  iconPath: string | null,
  state: WindowState | null,
): BrowserWindowConstructorOptions => ({
  ...(state === null ? DEFAULT_SIZE : state.bounds),
  ...(iconPath === null ? {} : { icon: iconPath }),
  minWidth: 1024,
  minHeight: 640,
  title: 'Konter',
  backgroundColor: '#f6f7f9',
  autoHideMenuBar: true,
  webPreferences: {
    preload: preloadPath,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    backgroundThrottling: false,
  },
})

/** Opens the one window and begins to load the page into it. */
export const openMainWindow = (deps: {
  readonly preloadPath: string
  readonly iconPath: string | null
  readonly state: WindowState | null
  readonly log: Log
  /** Given the window before the page begins to load. */
  readonly onCreated: (window: BrowserWindow) => void
  /** True holds the window open. */
  readonly holdsClose: () => boolean
  readonly keepState: (state: WindowState) => void
}): BrowserWindow => {
  const window = new BrowserWindow(windowOptions(deps.preloadPath, deps.iconPath, deps.state))
  if (deps.state?.isMaximized === true) window.maximize()
  guardNavigation(window.webContents, (what, url) => {
    deps.log.warn(`Refused ${what} ${url}`)
  })
  window.on('close', (event) => {
    deps.keepState({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
    if (deps.holdsClose()) event.preventDefault()
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    deps.log.error(`The page is gone: ${details.reason}`)
    if (details.reason !== 'clean-exit') window.webContents.reload()
  })
  deps.onCreated(window)
  window.loadURL(APP_START_URL).catch((error: unknown) => {
    deps.log.error('The page could not be loaded', error)
  })
  return window
}
