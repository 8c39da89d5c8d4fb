import { tillCommands } from '../fixtures/till-commands.ts'
import { makeProfile, removeProfile, startTill } from '../fixtures/till-process.ts'
import { waitUntil } from '../fixtures/wait-until.ts'
import { measureDrawing } from './measure-drawing.ts'
import { measureLabelRow } from './measure-label-row.ts'
import { measureReceipts } from './measure-receipts.ts'
import { printHeading } from './report-line.ts'
import { cutServices } from './sell-in-window.ts'

/** Measures printing: documents to bytes in the built print worker, then the built till with network printers of this machine. */
export const runPrintingBench = async (): Promise<void> => {
  console.log('\nprinting')
  printHeading()
  await measureDrawing()
  const profile = makeProfile()
  const till = await startTill({ profile })
  try {
    await waitUntil(
      'the practice catalogue is there',
      async () => (await tillCommands(till.page).countItems(489)) === 489,
      { timeoutMs: 60_000 },
    )
    await till.page.setViewportSize({ width: 1366, height: 768 })
    await cutServices(till.page, true)
    await till.page.waitForTimeout(2_000)
    await measureReceipts(till.page)
    await measureLabelRow(till.page)
  } finally {
    await till.close()
    removeProfile(profile)
  }
}
