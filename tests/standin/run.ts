import { createRequire } from 'node:module'
import Module from 'node:module'
import { join, resolve } from 'node:path'
import { findSystemBrowser } from '../../build/system-browser.ts'
import { readManifest } from './standin-app.ts'
import { createStandin } from './standin-runtime.ts'

/** Answers `require('electron')` with the given module; everything else loads as before. */
const answerElectron = (electron: object): void => {
  const load: unknown = Reflect.get(Module, '_load')
  if (typeof load !== 'function') throw new Error('This Node cannot load modules through a hook')
  Reflect.set(Module, '_load', function (this: unknown, request: string, ...rest: unknown[]): unknown {
    return request === 'electron' ? electron : Reflect.apply(load, this, [request, ...rest])
  })
}

const appFolder = resolve(process.argv[2] ?? '.')
const executablePath = process.env['KONTER_CHROMIUM'] ?? findSystemBrowser()
if (executablePath === null || executablePath === undefined) {
  console.error('Konter needs Chromium or Chrome here. Install one, or set KONTER_CHROMIUM to its path.')
  process.exit(1)
}
const port = process.env['KONTER_STANDIN_CDP_PORT']
const { electron, app } = createStandin({
  appFolder,
  executablePath,
  isHeadless: process.env['KONTER_HEADLESS'] === '1',
  debuggingPort: port === undefined || port === '' ? null : Number(port),
  announce: (line) => {
    process.stdout.write(`${line}\n`)
  },
})
// A signal ends the run as a power cut would, only more politely: nothing is held back, and nothing is lost.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    app.exit(0)
  })
}
answerElectron(electron)
const require = createRequire(join(appFolder, 'package.json'))
require(join(appFolder, readManifest(appFolder).main))
