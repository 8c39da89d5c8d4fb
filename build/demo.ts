import { ensureBuilt } from './ensure-built.ts'
import { ensureSystemPrograms } from './system-programs.ts'
import { runDemo } from './demo/run-demo.ts'

await ensureSystemPrograms()
await ensureBuilt()
process.exit((await runDemo()) ? 0 : 1)
