import { readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { testRuntime } from '../tests/fixtures/till-process.ts'
import { ensureBuilt } from './ensure-built.ts'
import { runUsbRig } from './rigs.ts'
import { runCommand } from './run-command.ts'
import { ensureSystemPrograms } from './system-programs.ts'

type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

const vitestReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
})
const playwrightReportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

const reports = resolve(import.meta.dirname, '../test-results')

const readReport = <Report>(file: string, schema: z.ZodType<Report>): Report | null => {
  try {
    return schema.parse(JSON.parse(readFileSync(resolve(reports, file), 'utf8')))
  } catch (error) {
    console.error(`${file} is missing or unreadable: ${String(error)}`)
    return null
  }
}

/** A run that left no report, or failed without naming a test, still counts as one failure. */
const countOrFailure = (count: Count | null, code: number): Count => {
  const known = count ?? { passed: 0, failed: 0, skipped: 0 }
  return code !== 0 && known.failed === 0 ? { ...known, failed: 1 } : known
}

const runUnitTests = async (): Promise<Count> => {
  const { code } = await runCommand('node_modules/.bin/vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=test-results/vitest.json',
  ])
  const report = readReport('vitest.json', vitestReportSchema)
  return countOrFailure(
    report === null
      ? null
      : { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests },
    code,
  )
}

const runEndToEndTests = async (): Promise<Count> => {
  const { code } = await runCommand(
    'node_modules/.bin/playwright',
    ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(reports, 'playwright.json'),
    },
  )
  const report = readReport('playwright.json', playwrightReportSchema)
  return countOrFailure(
    report === null
      ? null
      : {
          passed: report.stats.expected + report.stats.flaky,
          failed: report.stats.unexpected,
          skipped: report.stats.skipped,
        },
    code,
  )
}

rmSync(reports, { recursive: true, force: true })
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
await ensureSystemPrograms(['browser', 'barcodeReader', 'pdfReader', 'printQueue'])
await ensureBuilt()
const counts: Count[] = []
if (only === undefined || only === 'unit') counts.push(await runUnitTests())
if (only !== 'unit' && only !== 'rigs') {
  const runtime = testRuntime()
  console.log(
    runtime === 'electron'
      ? '\nEnd-to-end tests run on real Electron.'
      : '\nEnd-to-end tests run on the stand-in: main and preload as built under Node, the page in the system’s Chromium. Real Electron was not used.',
  )
  counts.push(await runEndToEndTests())
}
if (only === undefined || only === 'rigs') {
  const { passed, failed: broken, skippedBecause } = await runUsbRig()
  counts.push({ passed, failed: broken, skipped: skippedBecause === null ? 0 : 1 })
}
const total = (pick: (count: Count) => number): number => counts.reduce((sum, count) => sum + pick(count), 0)
const failed = total((count) => count.failed)
const skipped = total((count) => count.skipped)
console.log(`\n${total((count) => count.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 ? 0 : 1)
