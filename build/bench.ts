import { runBench } from '../tests/bench/run-bench.ts'
import { ensureBuilt } from './ensure-built.ts'
import { ensureSystemPrograms } from './system-programs.ts'

await ensureSystemPrograms()
await ensureBuilt()
await runBench()
process.exit(0)
