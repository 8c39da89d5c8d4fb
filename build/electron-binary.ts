import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild, waitForExit } from './child-process.ts'
import { PROJECT_ROOT } from './project-root.ts'

const PACKAGE_FOLDER = join(PROJECT_ROOT, 'node_modules', 'electron')
const NO_PROGRESS_MS = 60_000
/** A download that brought nothing at all by now will hardly begin: the network swallows it without a word. */
const NO_FIRST_BYTE_MS = 10_000
const CHECK_EVERY_MS = 1_000
const TRIAL_TIMEOUT_MS = 15_000

/** The path of Electron's binary, or null where it was not downloaded yet. */
export const findElectronBinary = (): string | null => {
  const pathFile = join(PACKAGE_FOLDER, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(PACKAGE_FOLDER, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

const bytesBelow = (path: string): number => {
  const status = statSync(path, { throwIfNoEntry: false })
  if (status === undefined) return 0
  if (!status.isDirectory()) return status.size
  return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0)
}

/** Bytes that downloads of Electron have brought so far, and that it has unpacked. */
const downloadedBytes = (): number =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith('electron-download-'))
    .reduce((sum, name) => sum + bytesBelow(join(tmpdir(), name)), bytesBelow(join(PACKAGE_FOLDER, 'dist')))

/** Runs the package's own first-use download. Null on success, otherwise why not, in a few words. Gives up after ten seconds without a first byte, or a minute without a further one. */
export const downloadElectron = async (): Promise<string | null> => {
  console.log('Fetching Electron ...')
  const child = startChild(process.execPath, [join(PACKAGE_FOLDER, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words += chunk.toString()
  })
  const bytesBefore = downloadedBytes()
  let lastBytes = -1
  let idleMs = 0
  let isHanging = false
  const watch = setInterval(() => {
    const bytes = downloadedBytes()
    idleMs = bytes === lastBytes ? idleMs + CHECK_EVERY_MS : 0
    lastBytes = bytes
    if (idleMs < (bytes <= bytesBefore ? NO_FIRST_BYTE_MS : NO_PROGRESS_MS)) return
    isHanging = true
    child.kill('SIGKILL')
  }, CHECK_EVERY_MS)
  const code = await waitForExit(child)
  clearInterval(watch)
  if (code === 0 && findElectronBinary() !== null) return null
  if (isHanging) return 'the download stands still'
  if (words.includes('fetch failed')) return 'its download site cannot be reached'
  const reason = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EACCES|ENOSPC|HTTPError[^\n]*)/.exec(words)
  return reason?.[0] ?? words.split('\n').find((line) => line.trim() !== '') ?? `status ${String(code)}`
}

/** True when the binary runs here at all: on a bare system its libraries may be missing. */
export const doesElectronRun = async (binary: string): Promise<boolean> => {
  const child = startChild(binary, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: TRIAL_TIMEOUT_MS })
  return (await waitForExit(child)) === 0
}
