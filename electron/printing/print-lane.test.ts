import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { DEFAULT_DESIGNS } from '../../shared/documents/document-design.ts'
import type { Printer } from '../../shared/domain/printer.ts'
import { receiptPrinter } from '../../shared/domain/usual-printers.ts'
import { createPrintLane, type PrintLaneParts } from './print-lane.ts'
import { createPageQueue, renderBytes, waitingJob } from './testing/page-queue.ts'
import type { SendOptions } from './transport.ts'

const PRINTER: Printer = receiptPrinter('r', 'Struk', { type: 'spooler', name: 'R' })
const WISH = { printerId: 'r', documents: ['receipt'], servedPrinterIds: ['r'], knownPrinterIds: ['r'] } as const

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

  const handed = (id: string) => {
    const job = waitingJob(id, { state: 'sending', printerId: 'r' })
    if (job.subject.type !== 'pdf') throw new Error('not of this queue')
    return { job, content: job.subject, designs: DEFAULT_DESIGNS, comesAfterCut: false, moreWait: false }
  }

  test('sends what it is handed, then looks for what waits', async () => {
    const queue = createPageQueue([waitingJob('waits')])
    const order: string[] = []
    const lane = laneOf(queue, {
      settleJob: async (id, { type }) => {
        order.push(`${id} ${type}`)
      },
    })
    expect(await lane.handOver(handed('a'))).toBe(true)
    await vi.waitFor(() => expect(order).toEqual(['a sent', 'waits sent']))
    await lane.stop()
  })

  test('sends what it is handed while it works, before it claims another', async () => {
    const queue = createPageQueue([waitingJob('1'), waitingJob('2')])
    const order: string[] = []
    const lane = laneOf(queue, {
      onSend: () => {
        if (order.length === 0) void lane.handOver(handed('a'))
      },
      settleJob: async (id, outcome) => {
        order.push(id)
        await queue.settle(id, outcome)
      },
    })
    lane.kick()
    await vi.waitFor(() => expect(order).toEqual(['1', 'a', '2']))
    await lane.stop()
  })

  test('does not let what it was handed wait for a page that cannot be asked', async () => {
    const queue = createPageQueue([waitingJob('waits')])
    queue.claimFaults.push('not-asked', 'not-asked')
    const order: string[] = []
    const lane = laneOf(queue, {
      retryDelayMs: 60_000,
      settleJob: async (id) => {
        order.push(id)
      },
    })
    lane.kick()
    await Promise.resolve()
    expect(await lane.handOver(handed('a'))).toBe(true)
    await vi.waitFor(() => expect(order).toEqual(['a']))
    await lane.stop()
  })

  test('says that it has begun only when no claim of its own is under way', async () => {
    const order: string[] = []
    const lane = laneOf(createPageQueue([]), {
      claimJob: async () => {
        order.push('asks')
        await wait(5)
        order.push('got none')
        return null
      },
    })
    lane.kick()
    await lane.handOver(handed('a'))
    order.push('begun')
    expect(order).toEqual(['asks', 'got none', 'begun'])
    await lane.stop()
  })

  test('finishes what it has begun before it stops, and takes nothing after that', async () => {
    const queue = createPageQueue([waitingJob('waits')])
    const order: string[] = []
    const lane = laneOf(queue, {
      settleJob: async (id) => {
        order.push(id)
      },
    })
    const begun = [lane.handOver(handed('a')), lane.handOver(handed('b'))]
    await lane.stop()
    expect(await Promise.all(begun)).toEqual([true, false])
    expect(await lane.handOver(handed('c'))).toBe(false)
    expect(order).toEqual(['a'])
  })

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
