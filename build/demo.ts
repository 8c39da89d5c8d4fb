import { parseArgs } from 'node:util'
import { z } from 'zod'
import { runDemo } from './demo/run-demo.ts'
import { runWeek } from './demo/run-week.ts'
import { ensureBuilt } from './ensure-built.ts'
import { ensureSystemPrograms } from './system-programs.ts'

const { values } = parseArgs({ options: { days: { type: 'string' } } })
const days = z.coerce.number().int().min(1).max(60).optional().parse(values.days)

await ensureSystemPrograms()
await ensureBuilt()
process.exit((await (days === undefined ? runDemo() : runWeek(days))) ? 0 : 1)
