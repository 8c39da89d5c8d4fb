import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closingLine, type RigRun } from '../tests/rigs/rig-run.ts'
import { runUsbScenarios, type UsbRigOptions } from '../tests/rigs/usb/usb-rig.ts'
import { runSpoolerScenarios } from '../tests/rigs/windows/spooler-rig.ts'
import { PROJECT_ROOT } from './project-root.ts'

/** How many scenarios of a rig held; `skippedBecause` says in one line why it could not run here, and is null when it ran. */
export type RigCount = { readonly passed: number; readonly failed: number; readonly skippedBecause: string | null }

const runRig = async (name: string, run: () => Promise<RigRun>): Promise<RigCount> => {
  const startedMs = performance.now()
  console.log(`\nRig: ${name}`)
  const ran = await run()
  const { results, skippedBecause } = ran
  const reports = join(PROJECT_ROOT, 'test-results')
  mkdirSync(reports, { recursive: true })
  writeFileSync(join(reports, `rig-${name}.json`), `${JSON.stringify({ results, skippedBecause }, null, 2)}\n`)
  console.log(closingLine(name, ran, performance.now() - startedMs))
  const passed = results.filter(({ isGood }) => isGood).length
  return { passed, failed: results.length - passed, skippedBecause }
}

/** Printers on a USB cable, real kernel drivers included, in a virtual machine; about four minutes on two cores, nine with 100 labels in a row. Never rejects for what the machine lacks. */
export const runUsbRig = (options: UsbRigOptions = {}): Promise<RigCount> =>
  runRig('usb', () => runUsbScenarios(options))

/** The Windows spooler under Wine, into a raw queue of a print service of its own; under a minute once everything is fetched. */
export const runSpoolerRig = (): Promise<RigCount> => runRig('spooler', runSpoolerScenarios)
