import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from './project-root.ts'
import { runCommand } from './run-command.ts'

const SOURCES = ['electron', 'renderer', 'shared', 'assets', 'electron.vite.config.ts', 'package.json']
const OUTPUTS = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** The time of the newest file below a path, in milliseconds; tests do not count, they are not built. */
const newestChangeMs = (path: string): number => {
  const status = statSync(path, { throwIfNoEntry: false })
  if (status === undefined) return 0
  if (!status.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : status.mtimeMs
  // A folder's own time tells of files that were removed.
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChangeMs(join(path, name))), status.mtimeMs)
}

/** True when the built app in `out/` is complete and newer than every source. */
export const isBuiltFresh = (root: string): boolean => {
  const outputs = OUTPUTS.map((path) => join(root, path))
  if (!outputs.every((path) => existsSync(path))) return false
  const oldestOutputMs = Math.min(...outputs.map((path) => statSync(path).mtimeMs))
  return SOURCES.every((path) => newestChangeMs(join(root, path)) <= oldestOutputMs)
}

/** Builds the app when a source is newer than what was built. Throws when the build fails. */
export const ensureBuilt = async (): Promise<void> => {
  if (isBuiltFresh(PROJECT_ROOT)) return
  console.log('Building Konter ...')
  const buildProgram = join(PROJECT_ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code } = await runCommand(process.execPath, [buildProgram, 'build', '--logLevel', 'warn'])
  if (code !== 0) throw new Error(`The build failed with status ${String(code)}; its words stand above`)
}
