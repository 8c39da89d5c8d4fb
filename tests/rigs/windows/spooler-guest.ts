import { readFileSync, writeFileSync } from 'node:fs'
import { outcomeOf } from '../../../electron/printing/transport.ts'
import { createSpoolerTransport, listSpoolerPrinters } from '../../../electron/printing/transports/spooler-transport.ts'

/** Runs in Windows' Node: spooler-guest RESULT PRINTER FILE ... sends the files one after the other and writes down what was said. */
const run = async (resultPath: string, printerName: string, files: readonly string[]): Promise<void> => {
  const printers = await listSpoolerPrinters()
  const transport = createSpoolerTransport(printerName)
  const sent = []
  for (const file of files) {
    const bytes = readFileSync(file)
    let turns = 0
    let isSending = true
    const turn = (): void => {
      turns += 1
      if (isSending) setImmediate(turn)
    }
    setImmediate(turn)
    const startedMs = performance.now()
    const report = await transport.send(bytes)
    const tookMs = Math.round(performance.now() - startedMs)
    isSending = false
    sent.push({ outcome: outcomeOf(report, bytes.length), tookMs, turns })
  }
  const inquiry = await transport.ask(new Uint8Array(), 1000)
  writeFileSync(resultPath, JSON.stringify({ platform: process.platform, printers, sent, inquiry: inquiry.type }))
}

const [resultPath = 'result.json', printerName = '', ...files] = process.argv.slice(2)
run(resultPath, printerName, files).then(
  () => process.exit(0),
  (error: unknown) => {
    writeFileSync(resultPath, JSON.stringify({ error: error instanceof Error ? String(error.stack) : String(error) }))
    process.exit(1)
  },
)
