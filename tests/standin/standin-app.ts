import type { App } from 'electron'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { takeInstanceLock } from './instance-lock.ts'
import { only } from './only.ts'

const manifestSchema = z.object({ version: z.string(), productName: z.string(), main: z.string() })

/** The package.json of the app that the stand-in runs. */
export const readManifest = (appFolder: string): z.infer<typeof manifestSchema> =>
  manifestSchema.parse(JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')))

const appDataFolder = (): string => {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

type AppDoor = Pick<
  App,
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getVersion'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'isPackaged'
>

/** Electron's `app`, as far as Konter uses it. */
export class StandinApp extends EventEmitter implements AppDoor {
  readonly isPackaged = false
  readonly commandLine = only('app.commandLine', { hasSwitch: (_name: string) => false })
  readonly #appFolder: string
  readonly #paths: Map<string, string>
  #closeWindows: () => Promise<boolean> = () => Promise.resolve(true)
  #endBrowser: () => Promise<void> = () => Promise.resolve()
  #isEnding = false

  constructor(appFolder: string) {
    super()
    this.#appFolder = appFolder
    const appData = appDataFolder()
    this.#paths = new Map([
      ['appData', appData],
      ['userData', join(appData, readManifest(appFolder).productName)],
      ['documents', join(homedir(), 'Documents')],
    ])
  }

  /** Told by the window how to close itself (false: it was held open) and how to end the browser. */
  useWindow(closeWindows: () => Promise<boolean>, endBrowser: () => Promise<void>): void {
    this.#closeWindows = closeWindows
    this.#endBrowser = endBrowser
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`The stand-in has no path "${name}"`)
    return path
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  getAppPath(): string {
    return this.#appFolder
  }

  getVersion(): string {
    return readManifest(this.#appFolder).version
  }

  enableSandbox(): void {
    // Chromium sandboxes its pages itself; as root it cannot, and is started without.
  }

  requestSingleInstanceLock(): boolean {
    return takeInstanceLock(this.getPath('userData'), () => {
      this.emit('second-instance')
    })
  }

  whenReady(): Promise<void> {
    return Promise.resolve()
  }

  quit(): void {
    if (this.#isEnding) return
    this.emit('before-quit')
    void this.#closeThenExit()
  }

  async #closeThenExit(): Promise<void> {
    if (await this.#closeWindows()) this.exit(0)
  }

  exit(exitCode = 0): void {
    if (this.#isEnding) return
    this.#isEnding = true
    this.emit('will-quit', { preventDefault: () => undefined })
    this.emit('quit')
    void this.#endBrowser().finally(() => process.exit(exitCode))
  }
}
