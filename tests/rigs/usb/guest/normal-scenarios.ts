import { questionsFor } from '../../../../electron/printing/printer-questions.ts'
import { openTransport } from '../../../../electron/printing/transports/open-transport.ts'
import { drawnLabel, rigJob, rigJobOfSize, type RigJobKind } from './rig-jobs.ts'
import { demand, demandSameBytes, settingsOf, withLane, type Scenario, type UsbWay } from './scenario.ts'

/** Sizes at the edges of USB packets, of the transports' chunks and of the printer's buffers. */
const EDGE_SIZES = [1, 63, 64, 511, 512, 513, 8192, 16_383, 16_384, 16_385, 32_768, 65_536]

/** What must hold while nothing goes wrong. */
export const normalScenarios = (way: UsbWay): readonly Scenario[] => [
  arrivesWhole(way, 'a label', 'label', () => rigJob('label', 1)),
  arrivesWhole(way, 'a receipt', 'receipt', () => rigJob('receipt', 1)),
  arrivesWhole(way, 'a label drawn by the project', 'label', drawnLabel),
  {
    title: 'two labels in a row arrive whole and in order',
    run: async ({ printer }) =>
      withLane({ way, kind: 'label' }, async (lane) => {
        const jobs = [rigJob('label', 2), rigJob('label', 3)]
        const ends = await lane.printAll(jobs)
        demand(
          ends.every(({ outcome }) => outcome.type === 'sent'),
          JSON.stringify(ends),
        )
        demandSameBytes(await printer.takeAll(jobs[0]?.length), Buffer.concat(jobs))
        return `${String(ends.at(-1)?.tookMs)} ms for both`
      }),
  },
  {
    title: 'jobs of awkward sizes arrive whole',
    run: async ({ printer }) =>
      withLane({ way, kind: 'receipt' }, async (lane) => {
        // The printer gadget hands on whole 8 kB or what ends in a short packet; a last odd job brings out the rest.
        const jobs = [...EDGE_SIZES, 3].map((size) => rigJobOfSize(size, size))
        for (const job of jobs) {
          const { outcome } = await lane.print(job)
          demand(outcome.type === 'sent', `${String(job.length)} bytes: ${JSON.stringify(outcome)}`)
        }
        demandSameBytes(await printer.takeAll(), Buffer.concat(jobs))
        return `${EDGE_SIZES.join(', ')} bytes`
      }),
  },
  {
    title: 'a printer that talks while it is written to gets the whole job',
    run: async ({ printer }) =>
      withLane({ way, kind: 'receipt' }, async (lane) => {
        const job = Buffer.concat(
          Array.from({ length: 120 }, (_, at) =>
            Buffer.concat([rigJobOfSize(500, at), Buffer.from([0x10, 0x04, 1 + (at % 4)])]),
          ),
        )
        const { outcome, tookMs } = await lane.print(job)
        demand(outcome.type === 'sent', `ended as ${JSON.stringify(outcome)}`)
        demandSameBytes(await printer.takeAll(job.length), job)
        return `120 answers nobody asked for, ${String(tookMs)} ms`
      }),
  },
  ...confirmScenarios(way),
  {
    title: 'questions are answered, and a mute printer is silent',
    run: async ({ printer }) => {
      const transport = openTransport(settingsOf(way))
      const facts: string[] = []
      for (const [name, question, answerStart] of [
        ['DLE EOT 4', [0x10, 0x04, 0x04], 0x12],
        ['ESC !?', [0x1b, 0x21, 0x3f], 0x00],
        ['~HS', [0x7e, 0x48, 0x53], 0x02],
      ] as const) {
        const startedMs = performance.now()
        const inquiry = await transport.ask(Buffer.from(question), 1000)
        const tookMs = Math.round(performance.now() - startedMs)
        demand(inquiry.type === 'answered' && inquiry.answers[0] === answerStart, `${name}: ${JSON.stringify(inquiry)}`)
        facts.push(`${name} ${String(tookMs)} ms`)
      }
      await printer.firmware().set({ paper: 'out' })
      const { question, timeoutMs, read } = questionsFor('escpos').status
      const paperOut = await transport.ask(question, timeoutMs)
      const condition = paperOut.type === 'answered' ? read(paperOut.answers) : null
      demand(condition?.problems.includes('paper-out') === true, `paper out: ${JSON.stringify(paperOut)}`)
      await printer.firmware().set({ paper: 'mute' })
      const inquiry = await transport.ask(Buffer.from([0x10, 0x04, 0x01]), 500)
      demand(inquiry.type === 'silent', `mute: ${JSON.stringify(inquiry)}`)
      return facts.join(', ')
    },
  },
]

const confirmScenarios = (way: UsbWay): readonly Scenario[] =>
  (['receipt', 'label'] as const satisfies readonly RigJobKind[]).map((kind) => ({
    title: `a ${kind} that the printer reports done is confirmed`,
    run: async ({ printer }) =>
      withLane({ way, kind, asksStatus: true }, async (lane) => {
        const job = rigJob(kind, 4)
        const { outcome, tookMs } = await lane.print(job)
        demand(outcome.type === 'confirmed', `ended as ${JSON.stringify(outcome)}`)
        const got = await printer.takeAll(job.length)
        demandSameBytes(got.subarray(0, job.length), job)
        return `${String(tookMs)} ms, ${String(got.length - job.length)} bytes of questions`
      }),
  }))

const arrivesWhole = (way: UsbWay, what: string, kind: RigJobKind, makeJob: () => Buffer): Scenario => ({
  title: `${what} arrives byte for byte, once`,
  run: async ({ printer }) =>
    withLane({ way, kind }, async (lane) => {
      const job = makeJob()
      const { outcome, tookMs } = await lane.print(job)
      demand(outcome.type === 'sent', `ended as ${JSON.stringify(outcome)}`)
      demandSameBytes(await printer.takeAll(job.length), job)
      return `${String(job.length)} bytes in ${String(tookMs)} ms`
    }),
})
