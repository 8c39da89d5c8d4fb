import { describe, expect, test } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import type { ClaimedPrintJob, PrintOutcome } from '../../shared/domain/print-job.ts'
import { printTrouble } from '../../shared/domain/print-trouble.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { failure } from '../../shared/domain/result.ts'
import { labelPrinter, receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { recoverAfterCut } from './recover-after-cut.ts'
import { sendJob, type SendParts } from './send-job.ts'
import { bytesOf, renderBytes, waitingJob } from './testing/page-queue.ts'
import { nothingLeft, type SendOptions, type Transport, type TransportReport } from './transport.ts'

const LABELS = labelPrinter('l', 'Label', { type: 'spooler', name: 'L' })

const claimedJob = (changes: Partial<ClaimedPrintJob> = {}): ClaimedPrintJob => {
  const job = waitingJob('a')
  if (job.subject.type !== 'pdf') throw new Error('not the subject of these tests')
  return { job, content: job.subject, designs: DEFAULT_DESIGNS, comesAfterCut: false, moreWait: false, ...changes }
}

/** Sends one job over a transport that reports this; what it was given is noted. */
const run = async (
  report: TransportReport | ((bytes: Uint8Array, options: SendOptions) => Promise<TransportReport>),
  changes: Partial<SendParts> & { claimed?: ClaimedPrintJob; printer?: Printer } = {},
) => {
  const given: { bytes: Uint8Array; options: SendOptions }[] = []
  const logged: string[] = []
  const progress: string[] = []
  const { claimed = claimedJob(), printer = LABELS, ...parts } = changes
  const transport: Transport = {
    send: async (bytes, options = {}) => {
      given.push({ bytes, options })
      return typeof report === 'function' ? report(bytes, options) : report
    },
    ask: async () => ({ type: 'deaf' }),
  }
  const outcome: PrintOutcome = await sendJob(
    {
      render: renderBytes(),
      isAnswering: ({ asksStatus }) => asksStatus,
      openTransport: () => transport,
      onProgress: (sent, total) => progress.push(`${String(sent)}/${String(total)}`),
      log: (_level, message) => logged.push(message),
      ...parts,
    },
    claimed,
    printer,
  )
  return { outcome, given, logged, progress }
}

const taken = (changes: Partial<TransportReport> = {}): TransportReport => ({
  acceptedBytes: 64,
  hasBegun: true,
  trouble: null,
  answers: new Uint8Array(),
  isConfirmed: false,
  ...changes,
})

describe('sending one job', () => {
  test.each<[string, TransportReport, PrintOutcome]>([
    ['all taken', taken(), { type: 'sent', bytesSent: 64 }],
    ['all taken and confirmed', taken({ isConfirmed: true }), { type: 'confirmed', bytesSent: 64 }],
    ['nothing left', nothingLeft(printTrouble('busy')), { type: 'failed', trouble: printTrouble('busy') }],
    [
      'some left',
      taken({ acceptedBytes: 0, trouble: printTrouble('stalled') }),
      { type: 'unknown', trouble: printTrouble('stalled'), bytesSent: 0, totalBytes: 64 },
    ],
    [
      'all taken, and a trouble',
      taken({ trouble: printTrouble('not-confirmed') }),
      { type: 'unknown', trouble: printTrouble('not-confirmed'), bytesSent: 64, totalBytes: 64 },
    ],
  ])('%s', async (_title, report, outcome) => {
    const sending = await run(report)
    expect(sending.outcome).toEqual(outcome)
    expect(sending.given.map(({ bytes }) => Buffer.from(bytes))).toEqual([Buffer.from(bytesOf('a'))])
  })

  test('sends nothing of a document that cannot be drawn', async () => {
    const refused = await run(taken(), { render: async () => failure(printTrouble('not-drawable', 'Nama')) })
    expect(refused.outcome).toEqual({ type: 'failed', trouble: printTrouble('not-drawable', 'Nama') })
    const broken = await run(taken(), { render: () => Promise.reject(new Error('worker died')) })
    expect(broken.outcome).toEqual({ type: 'failed', trouble: printTrouble('not-drawable', 'worker died') })
    expect([refused.given, broken.given]).toEqual([[], []])
    expect(broken.logged).toHaveLength(1)
  })

  test('fails a job whose transport cannot even be made, since nothing left', async () => {
    const { outcome, logged } = await run(taken(), {
      openTransport: () => {
        throw new Error('no library')
      },
    })
    expect(outcome).toEqual({ type: 'failed', trouble: printTrouble('internal', 'no library') })
    expect(logged).toHaveLength(1)
  })

  test('does not know what came out when a transport breaks, but how far it was', async () => {
    const { outcome, logged, progress } = await run((_bytes, options) => {
      options.onProgress?.(16)
      return Promise.reject(new Error('broke'))
    })
    expect(outcome).toEqual({
      type: 'unknown',
      trouble: printTrouble('internal', 'broke'),
      bytesSent: 16,
      totalBytes: 64,
    })
    expect(progress).toEqual(['16/64'])
    expect(logged).toHaveLength(1)
  })

  test.each([
    LABELS,
    { ...LABELS, language: 'zpl' } as const,
    receiptPrinter('r', 'R', { type: 'spooler', name: 'R' }),
  ])('puts what frees the printer before a job that comes after a cut one', async (printer) => {
    const claimed = claimedJob({ comesAfterCut: true })
    const { given, outcome } = await run(taken(), { claimed, printer })
    const before = recoverAfterCut(printer)
    expect(before.length).toBeGreaterThan(0)
    expect(Buffer.from(given[0]?.bytes ?? []).equals(Buffer.concat([before, bytesOf('a')]))).toBe(true)
    expect(outcome.type).toBe('sent')
  })

  test('asks for the end of the job only printers that may be asked', async () => {
    const asking = await run(taken())
    expect(asking.given[0]?.options.endOfJob?.question.length).toBeGreaterThan(0)
    const quiet = await run(taken(), { printer: { ...LABELS, asksStatus: false } })
    expect(quiet.given[0]?.options.endOfJob).toBe(undefined)
    // What is next in the queue does not wait for an answer.
    const busy = await run(taken(), { claimed: claimedJob({ moreWait: true }) })
    expect(busy.given[0]?.options.endOfJob).toBe(undefined)
  })
})
