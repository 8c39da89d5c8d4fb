import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, SaveDialogOptions } from 'electron'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { only } from './only.ts'
import { StandinApp } from './standin-app.ts'
import type { StandinBrowser } from './standin-browser.ts'
import { StandinIpcMain } from './standin-ipc.ts'
import { createStandinSession } from './standin-session.ts'
import { StandinWindow } from './standin-window.ts'

/** What the parts of the stand-in share. */
export type StandinRuntime = {
  readonly app: StandinApp
  readonly ipcMain: StandinIpcMain
  readonly serve: (scheme: string, request: Request) => Response | Promise<Response>
  readonly browserOptions: () => {
    readonly folder: string
    readonly executablePath: string
    readonly isHeadless: boolean
    readonly debuggingPort: number | null
  }
  readonly announceBrowser: (browser: StandinBrowser) => void
  readonly announceReady: () => void
}

/** How the stand-in was asked to run. */
export type StandinOptions = {
  readonly appFolder: string
  readonly executablePath: string
  readonly isHeadless: boolean
  readonly debuggingPort: number | null
  /** Writes one line for whoever started the stand-in. */
  readonly announce: (line: string) => void
}

/** Builds the module that `require('electron')` gives to the built main, and the app behind it. */
export const createStandin = (options: StandinOptions): { readonly electron: object; readonly app: StandinApp } => {
  const app = new StandinApp(options.appFolder)
  const ipcMain = new StandinIpcMain()
  const { protocol, session, serve } = createStandinSession()
  const runtime: StandinRuntime = {
    app,
    ipcMain,
    serve,
    browserOptions: () => ({
      folder: join(app.getPath('userData'), 'chromium'),
      executablePath: options.executablePath,
      isHeadless: options.isHeadless,
      debuggingPort: options.debuggingPort,
    }),
    announceBrowser: (browser) => {
      // Only for whoever asked to attach; a person who runs `npm start` has no use for them.
      if (browser.debuggingUrl === null) return
      if (browser.processId !== null) options.announce(`KONTER_BROWSER_PID ${String(browser.processId)}`)
      options.announce(`KONTER_CDP ${browser.debuggingUrl}`)
    },
    announceReady: () => {
      if (options.debuggingPort !== null) options.announce('KONTER_READY')
    },
  }
  const windows: StandinWindow[] = []

  class BrowserWindow extends StandinWindow {
    constructor(windowOptions: BrowserWindowConstructorOptions) {
      super(runtime, windowOptions)
      windows.push(this)
    }

    static getAllWindows(): StandinWindow[] {
      return windows.filter((window) => !window.isDestroyed())
    }
  }

  const electron = only('electron', {
    app: only('app', app),
    BrowserWindow,
    ipcMain: only('ipcMain', ipcMain),
    protocol,
    session,
    Menu: only('Menu', {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: () => undefined,
    }),
    screen: only('screen', {
      getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 100_000, height: 100_000 } }],
    }),
    dialog: only('dialog', {
      /** No dialogs here: files go to the profile's exports folder, and a line says so. */
      showSaveDialog: async (_window: unknown, dialogOptions: SaveDialogOptions) => {
        const folder = join(app.getPath('userData'), 'exports')
        await mkdir(folder, { recursive: true })
        const filePath = join(folder, basename(dialogOptions.defaultPath ?? 'konter'))
        options.announce(`KONTER_SAVED ${filePath}`)
        return { canceled: false, filePath }
      },
      showErrorBox: (title: string, content: string) => {
        console.error(`${title}: ${content}`)
      },
    }),
  })
  return { electron, app }
}
