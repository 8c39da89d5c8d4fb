import { appendFileSync } from 'node:fs'
import type { RigResult } from '../../rig-run.ts'
import { absentScenarios } from './absent-scenarios.ts'
import { cutScenarios } from './cut-scenarios.ts'
import { hotplugScenarios } from './hotplug-scenarios.ts'
import { midJobScenarios } from './mid-job-scenarios.ts'
import { normalScenarios } from './normal-scenarios.ts'
import { createRigPrinter } from './rig-printer.ts'
import { OTHER_SERIAL_NUMBER, SERIAL_NUMBER, USB_WAYS, type Bench, type Scenario } from './scenario.ts'
import { tryInTime, type TriedEnd } from './second-try.ts'
import { throughputScenarios } from './throughput-scenarios.ts'
import { withinTime } from './within-time.ts'

const RESULTS = '/rig/results.jsonl'
const SCENARIO_TIMEOUT_MS = 90_000

const identity = { model: 'XP-420B', commands: 'TSPL' }
const bench: Bench = {
  printer: createRigPrinter(0, { ...identity, serialNumber: SERIAL_NUMBER }),
  otherPrinter: createRigPrinter(1, { ...identity, serialNumber: OTHER_SERIAL_NUMBER }),
}
/** Given to try only the scenarios whose title holds these words. */
const wanted = process.env['KONTER_RIG_ONLY'] ?? ''

const tryOut = ({ run, timeoutMs = SCENARIO_TIMEOUT_MS }: Scenario): Promise<TriedEnd> =>
  tryInTime(async () => {
    await bench.printer.makeReady()
    return withinTime(run(bench), timeoutMs)
  })

const tell = (result: RigResult): void => appendFileSync(RESULTS, `${JSON.stringify(result)}\n`)

const runAll = async (): Promise<void> => {
  for (const way of USB_WAYS) {
    const ofEachWay = [normalScenarios, absentScenarios, cutScenarios, midJobScenarios, throughputScenarios].flatMap(
      (of) => of(way),
    )
    const scenarios = way === 'usb' ? [...hotplugScenarios, ...ofEachWay] : ofEachWay
    for (const scenario of scenarios.filter(({ title }) => `${way}: ${title}`.includes(wanted))) {
      const startedMs = performance.now()
      const end = await tryOut(scenario)
      tell({ title: `${way}: ${scenario.title}`, ...end, tookMs: Math.round(performance.now() - startedMs) })
    }
  }
  appendFileSync(RESULTS, `${JSON.stringify({ isComplete: true })}\n`)
}

process.on('unhandledRejection', (error) => {
  tell({
    title: 'no rejection goes unhandled',
    isGood: false,
    facts: String(error),
    tookMs: 0,
    tooLateAtFirst: null,
  })
})
runAll().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
