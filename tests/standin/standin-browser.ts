import { readlinkSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'

/** The page's origin in the browser; the name never resolves, every request is answered by the protocol handler. */
export const STANDIN_ORIGIN = 'https://konter.invalid'

export type StandinBrowser = {
  readonly context: BrowserContext
  readonly page: Page
  /** The browser's process, null where it cannot be told. */
  readonly processId: number | null
  /** Where another Playwright can attach, null unless asked for. */
  readonly debuggingUrl: string | null
}

const readProcessId = (folder: string): number | null => {
  try {
    // Chromium's own lock is a link to `<host>-<pid>`.
    const pid = Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

const readDebuggingUrl = async (folder: string): Promise<string> => {
  const [port] = (await readFile(join(folder, 'DevToolsActivePort'), 'utf8')).split('\n')
  return `http://127.0.0.1:${port ?? ''}`
}

/** Starts the system's Chromium with one window on a folder of its own, which lasts across restarts. */
export const launchStandinBrowser = async (options: {
  readonly folder: string
  readonly executablePath: string
  readonly isHeadless: boolean
  /** Null: nobody may attach. 0: a free port. */
  readonly debuggingPort: number | null
  readonly bounds: { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number }
}): Promise<StandinBrowser> => {
  await mkdir(options.folder, { recursive: true })
  // An earlier run's port would be taken for this one's.
  await rm(join(options.folder, 'DevToolsActivePort'), { force: true })
  const { x, y, width, height } = options.bounds
  const isRoot = process.getuid?.() === 0
  const context = await chromium.launchPersistentContext(options.folder, {
    executablePath: options.executablePath,
    headless: options.isHeadless,
    chromiumSandbox: !isRoot,
    viewport: null,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      `--window-size=${String(width)},${String(height)}`,
      ...(x === undefined || y === undefined ? [] : [`--window-position=${String(x)},${String(y)}`]),
      ...(options.isHeadless ? [] : ['--app=data:text/html,<title>Konter</title>']),
      ...(isRoot ? ['--test-type'] : []),
      ...(options.debuggingPort === null ? [] : [`--remote-debugging-port=${String(options.debuggingPort)}`]),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-session-crashed-bubble',
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--no-first-run',
      '--no-default-browser-check',
    ],
  })
  const [first, ...others] = context.pages()
  const page = first ?? (await context.newPage())
  for (const other of others) await other.close()
  return {
    context,
    page,
    processId: readProcessId(options.folder),
    debuggingUrl: options.debuggingPort === null ? null : await readDebuggingUrl(options.folder),
  }
}
