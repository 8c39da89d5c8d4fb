import { describe, expect, test, vi } from 'vitest'
import type { Printer } from '../../shared/domain/printer.ts'
import { receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { createPrintLane, type PrintLaneParts } from './print-lane.ts'
import { createPageQueue, renderBytes, waitingJob } from './testing/page-queue.ts'
import type { SendOptions } from './transport.ts'

const PRINTER: Printer = receiptPrinter('r', 'Struk', { type: 'spooler', name: 'R' })
const WISH = { printerId: 'r', documents: ['receipt'], knownPrinterIds: ['r'] } as const

/** A lane to a printer that takes everything; `onSend` happens meanwhile. */
const laneOf = (
  queue: ReturnType<typeof createPageQueue>,
  changes: Partial<PrintLaneParts> & { onSend?: (options: SendOptions) => void } = {},
) => {
  const { onSend, ...parts } = changes
  return createPrintLane({
    printer: () => PRINTER,
    claimJob: () => queue.claim(WISH),
    settleJob: queue.settle,
    noteProgress: () => undefined,
    onStateChanged: () => undefined,
    render: renderBytes(),
    isAnswering: ({ asksStatus }) => asksStatus,
    openTransport: () => ({
      send: async (bytes, options = {}) => {
        onSend?.(options)
        return {
          acceptedBytes: bytes.length,
          hasBegun: true,
          trouble: null,
          answers: new Uint8Array(),
          isConfirmed: false,
        }
      },
      ask: async () => ({ type: 'deaf' }),
    }),
    log: () => undefined,
    now: () => 0,
    retryDelayMs: 1,
    ...parts,
  })
}

describe('print lane', () => {
  test.each(Array.from({ length: 12 }, (_none, index) => index))(
    'takes up a job that is announced %i steps after its last look',
    async (steps) => {
      const queue = createPageQueue([])
      const announce = async (): Promise<void> => {
        for (let step = 0; step < steps; step += 1) await Promise.resolve()
        queue.jobs.push(waitingJob('a'))
        lane.kick()
      }
      const lane = laneOf(queue, {
        claimJob: async () => {
          const claimed = await queue.claim(WISH)
          if (queue.jobs.length === 0) void announce()
          return claimed
        },
      })
      lane.kick()
      await vi.waitFor(() => expect(queue.outcomes.get('a')?.type).toBe('sent'))
      await lane.stop()
    },
  )

  test('tells of progress now and then, and always of its end', async () => {
    let nowMs = 0
    const noted: string[] = []
    const queue = createPageQueue([waitingJob('a')])
    const lane = laneOf(queue, {
      now: () => nowMs,
      noteProgress: (jobId, sent, total) => noted.push(`${jobId} ${String(sent)}/${String(total)}`),
      onSend: ({ onProgress }) => {
        for (let sent = 1; sent <= 64; sent += 1) {
          nowMs += 10
          onProgress?.(sent)
        }
      },
    })
    lane.kick()
    await vi.waitFor(() => expect(queue.outcomes.size).toBe(1))
    await lane.stop()
    expect(noted).toEqual(['a 1/64', 'a 26/64', 'a 51/64', 'a 64/64'])
  })

  test('shows the progress of the job under way, and none once it is over', async () => {
    const shown: (number | undefined)[] = []
    const late: (() => void)[] = []
    const queue = createPageQueue([waitingJob('a')])
    const lane = laneOf(queue, {
      onSend: ({ onProgress }) => {
        onProgress?.(20)
        shown.push(lane.state().progress?.bytesSent)
        late.push(() => onProgress?.(64))
      },
    })
    lane.kick()
    await vi.waitFor(() => expect(lane.state().work).toBe('idle'))
    await vi.waitFor(() => expect(queue.outcomes.size).toBe(1))
    await lane.stop()
    // A transport that still tells of it.
    for (const tell of late) tell()
    expect(shown).toEqual([20])
    expect(lane.state()).toMatchObject({ work: 'idle', progress: null })
  })

  test('says since when it has been so', async () => {
    let nowMs = 5
    const queue = createPageQueue([waitingJob('a'), waitingJob('b')])
    const lane = laneOf(queue, { now: () => nowMs, printer: () => null })
    expect(lane.state()).toEqual({ work: 'idle', sinceMs: 5, trouble: null, progress: null })
    nowMs = 9
    lane.kick()
    await vi.waitFor(() => expect(queue.outcomes.size).toBe(2))
    await lane.stop()
    expect(lane.state()).toMatchObject({ work: 'failed', sinceMs: 9, trouble: { code: 'no-printer' } })
  })

  test('gives a settling up that never comes through, and lets the next look find the job', async () => {
    const queue = createPageQueue([waitingJob('a'), waitingJob('b')])
    queue.settleFaults.push(...Array.from({ length: 5 }, () => 'not-asked' as const))
    const lane = laneOf(queue)
    lane.kick()
    await vi.waitFor(() => expect(queue.outcomes.size).toBe(2))
    await lane.stop()
    expect([...queue.outcomes].map(([id, { type }]) => `${id} ${type}`)).toEqual(['a unknown', 'b sent'])
  })
})
