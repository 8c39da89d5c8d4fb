import { runBench } from '../tests/bench/run-bench.ts'
import { runPrintingBench } from '../tests/bench/run-printing-bench.ts'
import { watchStolenTime } from '../tests/bench/stolen-time.ts'
import { ensureBuilt } from './ensure-built.ts'
import { ensureSystemPrograms } from './system-programs.ts'

/** Measures, and says when the figures are not this machine's alone. */
const measure = async (run: () => Promise<void>): Promise<void> => {
  const stolenTime = watchStolenTime()
  await run()
  const stolen = stolenTime()
  if (stolen !== null) console.log(stolen)
}

// `--only=selling` and `--only=printing` run one half.
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
await ensureSystemPrograms()
await ensureBuilt()
if (only !== 'printing') await measure(runBench)
if (only !== 'selling') await measure(runPrintingBench)
process.exit(0)
