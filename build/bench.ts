import { runBench } from '../tests/bench/run-bench.ts'
import { runPrintingBench } from '../tests/bench/run-printing-bench.ts'
import { ensureBuilt } from './ensure-built.ts'
import { ensureSystemPrograms } from './system-programs.ts'

// `--only=selling` and `--only=printing` run one half.
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
await ensureSystemPrograms()
await ensureBuilt()
if (only !== 'printing') await runBench()
if (only !== 'selling') await runPrintingBench()
process.exit(0)
