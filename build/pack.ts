import { ensureBuilt } from './ensure-built.ts'
import { runCommand } from './run-command.ts'

await ensureBuilt()
const { code, output } = await runCommand('node_modules/.bin/electron-builder', [
  '--dir',
  '--config',
  'build/electron-builder.yml',
])
if (code !== 0 && /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|fetch failed/u.test(output)) {
  console.error(
    'The package was not made: Electron’s binary could not be downloaded on this network. Everything up to that step ran.',
  )
}
process.exit(code)
