import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { printOutcomeSchema } from '../../../shared/domain/print-job.ts'
import { bundleForRig } from '../bundle-for-rig.ts'
import type { RigResult, RigRun } from '../rig-run.ts'
import { rigJob } from '../usb/guest/rig-jobs.ts'
import { provideWindows, type WineHost } from './provide-windows.ts'
import { startRawQueue, type RawQueue } from './raw-queue.ts'

const heardSchema = z.object({
  platform: z.string(),
  printers: z.union([
    z.object({ ok: z.literal(true), value: z.array(z.string()) }),
    z.object({ ok: z.literal(false), error: z.string() }),
  ]),
  sent: z.array(z.object({ outcome: printOutcomeSchema, tookMs: z.number(), turns: z.number() })),
  inquiry: z.string(),
})
type Heard = z.infer<typeof heardSchema>

type SpoolerBench = {
  readonly print: (printer: string, jobs: readonly Buffer[]) => Promise<Heard>
  readonly queue: RawQueue
}
type SpoolerScenario = { readonly title: string; readonly run: (bench: SpoolerBench) => Promise<string> }

const demand = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Error(otherwise)
}

/** The same bytes, as often and in the same order. */
const demandSame = (got: readonly Buffer[], wanted: readonly Buffer[]): void => {
  const sizes = got.map(({ length }) => length).join(', ')
  demand(
    got.length === wanted.length,
    `${String(got.length)} jobs arrived (${sizes}) in place of ${String(wanted.length)}`,
  )
  demand(
    got.every((bytes, at) => wanted[at]?.equals(bytes) === true),
    `other bytes arrived (${sizes})`,
  )
}

const arrives = (title: string, jobs: readonly Buffer[]): SpoolerScenario => ({
  title,
  run: async ({ print, queue }) => {
    const { sent } = await print(queue.name, jobs)
    demand(
      sent.every(({ outcome }) => outcome.type === 'sent'),
      JSON.stringify(sent),
    )
    demandSame(await queue.takeJobs(jobs.length), jobs)
    return sent.map(({ tookMs }, at) => `${String(jobs[at]?.length)} bytes in ${String(tookMs)} ms`).join(', ')
  },
})

const SCENARIOS: readonly SpoolerScenario[] = [
  arrives('a label arrives byte for byte, once', [rigJob('label', 1)]),
  arrives('a receipt arrives byte for byte, once', [rigJob('receipt', 2)]),
  arrives('three jobs in a row arrive whole and in order', [
    rigJob('label', 3),
    rigJob('receipt', 4),
    // Every byte there is: nothing on the way may take them for text.
    Buffer.from(Array.from({ length: 1024 }, (_, at) => at % 256)),
  ]),
  {
    title: 'an unknown printer: failed, not found, nothing comes out',
    run: async ({ print, queue }) => {
      const { sent } = await print('NO SUCH PRINTER', [rigJob('label', 5)])
      const outcome = sent[0]?.outcome
      demand(outcome?.type === 'failed' && outcome.trouble.code === 'not-found', JSON.stringify(sent))
      demandSame(await queue.takeJobs(0), [])
      return `${outcome?.type === 'failed' ? outcome.trouble.detail : ''} after ${String(sent[0]?.tookMs)} ms`
    },
  },
  {
    title: 'the spooler’s printers are listed, and the event loop turns while a job is handed over',
    run: async ({ print, queue }) => {
      const job = rigJob('label', 6)
      const { platform, printers, sent } = await print(queue.name, [job])
      demand(platform === 'win32', platform)
      demand(printers.ok && printers.value.includes(queue.name), JSON.stringify(printers))
      // One call after the other waits elsewhere: a blocked loop would turn once a call.
      demand((sent[0]?.turns ?? 0) > 20, JSON.stringify(sent))
      demandSame(await queue.takeJobs(1), [job])
      return `${String(sent[0]?.turns)} turns in ${String(sent[0]?.tookMs)} ms`
    },
  },
]

const benchOf = (host: WineHost, queue: RawQueue, script: string, folder: string): SpoolerBench => ({
  queue,
  print: async (printer, jobs) => {
    const resultPath = join(folder, 'result.json')
    rmSync(resultPath, { force: true })
    const files = jobs.map((bytes, at) => {
      const path = join(folder, `job-${String(at)}.bin`)
      writeFileSync(path, bytes)
      return path
    })
    const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`
    const end = await host.runScript(script, [windowsPath(resultPath), printer, ...files.map(windowsPath)], {
      CUPS_SERVER: queue.server,
    })
    try {
      return heardSchema.parse(JSON.parse(readFileSync(resultPath, 'utf8')))
    } catch (error) {
      throw new Error(`Windows’ Node ended with ${String(end.code)}: ${String(error)} ${end.errors.slice(-300)}`, {
        cause: error,
      })
    }
  },
})

/** The project's spooler transport in Windows' Node under Wine, whose printers are the queues of a print service of the rig's own. */
export const runSpoolerScenarios = async (): Promise<RigRun> => {
  const host = await provideWindows()
  if ('cannot' in host) return { results: [], skippedBecause: host.cannot }
  const folder = mkdtempSync(join(tmpdir(), 'konter-spooler-'))
  let queue: RawQueue | null = null
  try {
    queue = await startRawQueue()
    await bundleForRig(join(import.meta.dirname, 'spooler-guest.ts'), host.appFolder, 'spooler-guest')
    const bench = benchOf(host, queue, 'spooler-guest.cjs', folder)
    const results: RigResult[] = []
    for (const { title, run } of SCENARIOS) {
      const startedMs = performance.now()
      const end = await run(bench).then(
        (facts) => ({ isGood: true, facts }),
        (error: unknown) => ({ isGood: false, facts: error instanceof Error ? error.message : String(error) }),
      )
      const tookMs = Math.round(performance.now() - startedMs)
      const result = { title: `spooler: ${title}`, ...end, tookMs, tooLateAtFirst: null }
      console.log(`  ${result.isGood ? 'ok    ' : 'FAILED'} ${result.title}\n         ${result.facts}`)
      results.push(result)
    }
    return { results, skippedBecause: null }
  } finally {
    await host.stop()
    await queue?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
