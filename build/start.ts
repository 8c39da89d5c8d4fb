import { join } from 'node:path'
import { startChild, stopChildren, waitForExit } from './child-process.ts'
import { chooseRuntime, RuntimeError, type Runtime } from './choose-runtime.ts'
import { doesElectronRun, downloadElectron, findElectronBinary } from './electron-binary.ts'
import { ensureBuilt } from './ensure-built.ts'
import { nodeVersionProblem } from './node-version.ts'
import { PROJECT_ROOT } from './project-root.ts'
import { hasDisplay, provideSystemPrograms } from './system-programs.ts'
import { startVirtualDisplay } from './virtual-display.ts'

const isHeadless = process.env['KONTER_HEADLESS'] === '1'

const appCommand = (runtime: Runtime): readonly [string, readonly string[]] => {
  if (runtime.type === 'standin') {
    return [process.execPath, ['--import', 'tsx', join(PROJECT_ROOT, 'tests', 'standin', 'run.ts'), PROJECT_ROOT]]
  }
  // Chromium refuses to start a sandbox as root.
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0
  return [runtime.binary, [...(isRootOnLinux ? ['--no-sandbox'] : []), PROJECT_ROOT]]
}

const start = async (): Promise<number> => {
  const problem = nodeVersionProblem(process.version)
  if (problem !== null) throw new RuntimeError(problem)
  await ensureBuilt()
  const runtime = await chooseRuntime(process.env['KONTER_RUNTIME'], {
    findElectronBinary,
    downloadElectron,
    doesElectronRun,
  })
  if (runtime.type === 'standin' && runtime.because !== null) console.log(runtime.because)

  const needsWindow = runtime.type === 'electron' || !isHeadless
  const missing = await provideSystemPrograms([
    ...(runtime.type === 'standin' ? (['browser'] as const) : []),
    ...(needsWindow ? (['display'] as const) : []),
  ])
  if (missing.length > 0) throw new RuntimeError(missing.join('\n'))

  const environment: NodeJS.ProcessEnv = { ...process.env }
  if (needsWindow && !hasDisplay()) {
    const display = await startVirtualDisplay()
    console.log(`There is no screen here: Konter runs on the virtual display ${display.name}`)
    environment['DISPLAY'] = display.name
  }
  const [command, commandArguments] = appCommand(runtime)
  return waitForExit(startChild(command, commandArguments, { stdio: 'inherit', cwd: PROJECT_ROOT, env: environment }))
}

try {
  process.exitCode = await start()
} catch (error) {
  console.error(error instanceof RuntimeError ? error.message : error)
  process.exitCode = 1
} finally {
  stopChildren()
}
