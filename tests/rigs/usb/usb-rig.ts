import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleForRig } from '../bundle-for-rig.ts'
import { rigFolder } from '../rig-folder.ts'
import type { RigRun } from '../rig-run.ts'
import { buildMachine } from './build-machine.ts'
import { drawLabel } from './draw-label.ts'
import { runMachine } from './run-machine.ts'

/** Several times what it takes on a machine with nothing else to do. */
const RUN_TIMEOUT_MS = 600_000
/** A label of 150 mm at 100 mm/s, over both ways, each perhaps twice. */
const TIMEOUT_A_LABEL_MS = 8000
const USUAL_LABELS = 20
const HERE = import.meta.dirname
const PROGRAMS = ['printer-firmware.py', 'hold-printer.py', 'halt-printer.py']

export type UsbRigOptions = {
  /** Only scenarios whose "way: title" holds these words, for trying one. */
  readonly only?: string
  /** How many labels are printed in a row. */
  readonly labels?: number
}

const startScript = (only: string, labels: number): string => `
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/run
export KONTER_RIG_ONLY='${only.replaceAll("'", '')}' KONTER_RIG_LABELS=${String(labels)}
/lib/systemd/systemd-udevd --daemon
exec '${process.execPath}' /rig/usb-guest.cjs
`

/** The project's print lane and USB transports against a printer made of software, in a machine of their own. */
export const runUsbScenarios = async ({ only = '', labels = USUAL_LABELS }: UsbRigOptions = {}): Promise<RigRun> => {
  const built = await buildMachine()
  if ('cannot' in built) return { results: [], skippedBecause: built.cannot }
  const bundleFolder = mkdtempSync(join(rigFolder('usb'), 'bundle-'))
  try {
    const bundle = await bundleForRig(join(HERE, 'guest', 'guest-main.ts'), bundleFolder, 'usb-guest')
    const run = await runMachine(built.machine, {
      files: [bundle, await drawLabel(bundleFolder), ...PROGRAMS.map((name) => join(HERE, name))],
      startScript: startScript(only, labels),
      timeoutMs: RUN_TIMEOUT_MS + (labels - USUAL_LABELS) * TIMEOUT_A_LABEL_MS,
      onResult: ({ title, isGood, facts }) =>
        console.log(`  ${isGood ? 'ok    ' : 'FAILED'} ${title}\n         ${facts}`),
    })
    if (!run.hasStarted) return { results: [], skippedBecause: `the virtual machine did not start: ${run.console}` }
    if (run.isComplete) return { results: run.results, skippedBecause: null }
    const title = 'usb: every scenario was run'
    const end = { title, isGood: false, facts: run.console, tookMs: 0, tooLateAtFirst: null }
    return { results: [...run.results, end], skippedBecause: null }
  } finally {
    rmSync(bundleFolder, { recursive: true, force: true })
  }
}
