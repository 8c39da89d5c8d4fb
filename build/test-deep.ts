import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PROJECT_ROOT } from './project-root.ts'
import { runCommand } from './run-command.ts'

const REPORT = 'test-results/vitest-deep.json'
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
})

/** Every test file that does more in the deep run. */
const propertyFiles = ['shared', 'electron', 'renderer', 'tests']
  .flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.test\.tsx?$/.test(path))
  .filter((path) => /propertyRuns\(|isDeepRun\(/.test(readFileSync(join(PROJECT_ROOT, path), 'utf8')))

const readCounts = (): z.infer<typeof reportSchema> | null => {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(join(PROJECT_ROOT, REPORT), 'utf8')))
  } catch (error) {
    console.error(`${REPORT} is missing or unreadable: ${String(error)}`)
    return null
  }
}

// What an earlier run left must not pass for this one's.
rmSync(join(PROJECT_ROOT, REPORT), { force: true })
const { code } = await runCommand(
  'node_modules/.bin/vitest',
  [
    'run',
    '--testTimeout=3600000',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
    ...propertyFiles,
  ],
  { KONTER_DEEP: '1' },
)
const counts = readCounts() ?? { numPassedTests: 0, numFailedTests: 0, numFailedTestSuites: 1 }
// A file that could not be run names no test, and counts as a failure all the same.
const failed =
  counts.numFailedTests > 0 ? counts.numFailedTests : code === 0 ? 0 : Math.max(1, counts.numFailedTestSuites)
console.log(`\n${counts.numPassedTests} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
