import { appendFileSync } from 'node:fs'
import { absentScenarios } from './absent-scenarios.ts'
import { cutScenarios } from './cut-scenarios.ts'
import { hotplugScenarios } from './hotplug-scenarios.ts'
import { midJobScenarios } from './mid-job-scenarios.ts'
import { normalScenarios } from './normal-scenarios.ts'
import { createRigPrinter } from './rig-printer.ts'
import { OTHER_SERIAL_NUMBER, SERIAL_NUMBER, USB_WAYS, type Bench, type Scenario } from './scenario.ts'
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

const tryOut = async ({
  run,
  timeoutMs = SCENARIO_TIMEOUT_MS,
}: Scenario): Promise<{ readonly isGood: boolean; readonly facts: string }> => {
  try {
    await bench.printer.makeReady()
    return { isGood: true, facts: await withinTime(run(bench), timeoutMs) }
  } catch (error) {
    return { isGood: false, facts: error instanceof Error ? error.message : String(error) }
  }
}

const runAll = async (): Promise<void> => {
  for (const way of USB_WAYS) {
    const ofEachWay = [normalScenarios, absentScenarios, cutScenarios, midJobScenarios, throughputScenarios].flatMap(
      (of) => of(way),
    )
    const scenarios = way === 'usb' ? [...hotplugScenarios, ...ofEachWay] : ofEachWay
    for (const scenario of scenarios.filter(({ title }) => `${way}: ${title}`.includes(wanted))) {
      const startedMs = performance.now()
      let end = await tryOut(scenario)
      if (!end.isGood && scenario.isTimed === true) {
        const again = await tryOut(scenario)
        end = { isGood: again.isGood, facts: `${again.facts} (at first: ${end.facts})` }
      }
      const tookMs = Math.round(performance.now() - startedMs)
      appendFileSync(RESULTS, `${JSON.stringify({ title: `${way}: ${scenario.title}`, ...end, tookMs })}\n`)
    }
  }
  appendFileSync(RESULTS, `${JSON.stringify({ isComplete: true })}\n`)
}

process.on('unhandledRejection', (error) => {
  const result = { title: 'no rejection goes unhandled', isGood: false, facts: String(error), tookMs: 0 }
  appendFileSync(RESULTS, `${JSON.stringify(result)}\n`)
})
runAll().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
