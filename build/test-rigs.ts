import { runSpoolerRig, runUsbRig, type RigCount } from './rigs.ts'

/** The labels that are printed in a row: as many as a shop prints in one go, five times as many as in an ordinary test run. */
const ROLL_LABELS = 100

/** `npm run test:rigs [usb|spooler] [words]`: all rigs, or one; of the USB rig only the scenarios whose title holds the words. */
const [wanted, ...words] = process.argv.slice(2)
const counts: RigCount[] = []
if (wanted === undefined || wanted === 'usb')
  counts.push(await runUsbRig({ only: words.join(' '), labels: ROLL_LABELS }))
if (wanted === undefined || wanted === 'spooler') counts.push(await runSpoolerRig())

const total = (pick: (count: RigCount) => number): number => counts.reduce((sum, count) => sum + pick(count), 0)
const skipped = total(({ skippedBecause }) => (skippedBecause === null ? 0 : 1))
const failed = total((count) => count.failed)
const rest = skipped === 0 ? '' : `, ${String(skipped)} ${skipped === 1 ? 'rig' : 'rigs'} did not run`
console.log(`\n${String(total((count) => count.passed))} passed, ${String(failed)} failed${rest}`)
process.exit(failed === 0 && counts.length > 0 ? 0 : 1)
